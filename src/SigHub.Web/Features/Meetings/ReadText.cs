using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>The text of a meeting's minutes for whoever writes it, and what to look at before it is final; null for others.</summary>
public sealed class ReadText(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen?> Run(string slug, string address, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        if (
            actor is null
            || await db.FindMeeting(actor.AsViewer(), slug, address, stop) is not var (meeting, group)
            || !actor.KeepsMinutes(group.Id)
        )
            return null;

        return new Screen(
            new Seen(meeting.Id, meeting.Version),
            actor.PersonId,
            group.Name,
            meeting.Date,
            meeting.State,
            meeting.IsLocked,
            meeting.HasBegunAt(clock.UtcNow()),
            meeting.Text,
            await Concerns(db, actor, meeting, stop)
        );
    }

    private async Task<IReadOnlyList<Concern>> Concerns(
        SigHubDb db,
        Domain.Groups.Actor actor,
        Meeting meeting,
        CancellationToken stop
    )
    {
        if (meeting.IsLocked || string.IsNullOrWhiteSpace(meeting.Text))
            return [];

        try
        {
            var records = await MinutesRecords.Of(db, actor, meeting, meeting.Text, clock.UtcNow(), stop);
            return records.Concerns(meeting.Text);
        }
        catch (RuleBroken no)
        {
            return [new Concern(ConcernKind.Refused, no.Message, Line: null)];
        }
    }

    /// <param name="PersonId">Who writes.</param>
    public sealed record Screen(
        Seen Seen,
        Guid PersonId,
        string Group,
        DateOnly Date,
        MeetingState State,
        bool IsLocked,
        bool HasBegun,
        string Text,
        IReadOnlyList<Concern> Concerns
    );
}
