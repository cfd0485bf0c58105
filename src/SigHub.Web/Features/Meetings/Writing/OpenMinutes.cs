using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// The draft of a meeting's minutes, for somebody who keeps them; null when there is no such meeting that the current person may
/// see, and no text where they may not write it.
/// </summary>
public sealed class OpenMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <inheritdoc cref="ReadMeeting.Run"/>
    public async Task<Opened?> Run(string slug, string address, CancellationToken stop = default)
    {
        if (Slugs.Read(slug) is not { } word || !ReadMeeting.TryRead(address, out var date, out var slot))
            return null;

        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { } actor)
            return null;

        var found = await (
            from one in db.Meetings.VisibleTo(actor.AsViewer())
            join within in db.Groups on one.GroupId equals within.Id
            where within.Slug == word && one.Date == date && one.Slot == slot
            select new
            {
                Meeting = one,
                within.Name,
                Me = db.People.First(person => person.Id == me.PersonId).DisplayName,
            }
        )
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleOrDefaultAsync(stop);
        if (found is null)
            return null;

        var (meeting, whyNot) = (found.Meeting, WhyNot(found.Meeting, actor));
        return new Opened(
            meeting.Id,
            found.Name,
            word.Value,
            meeting.Address,
            meeting.Date,
            meeting.Title,
            whyNot is null ? meeting.LiveText : "",
            meeting.TextVersion,
            whyNot,
            me.PersonId!.Value,
            found.Me
        );
    }

    private static string? WhyNot(Meeting meeting, Domain.Groups.Actor actor)
    {
        try
        {
            meeting.MustBeWritableBy(actor);
            return null;
        }
        catch (RuleBroken no)
        {
            return no.Message;
        }
    }

    /// <param name="WhyNot">Why the current person cannot write; null when they can.</param>
    /// <param name="Me">The current person's name.</param>
    public sealed record Opened(
        Guid Id,
        string Group,
        string Slug,
        string Address,
        DateOnly Date,
        string? Title,
        string Text,
        int Version,
        string? WhyNot,
        Guid PersonId,
        string Me
    );
}
