using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>Whoever keeps a group's minutes calls a meeting; a second one of a day gets the next place of that day.</summary>
public sealed class ScheduleMeeting(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The meeting's word in addresses.</returns>
    /// <exception cref="RuleBroken">The group is gone, or this person may not.</exception>
    public async Task<string> Run(string slug, Wanted wanted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var word = Slugs.Read(slug);
        var group =
            await db.Groups.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Slug == word, stop)
            ?? throw new RuleBroken("This group is not here any more.");
        var now = clock.UtcNow();

        var place = await db.NextPlace(group.Id, wanted.Date, stop);
        var meeting = Meeting.Schedule(actor, group.Id, wanted.Date, place, wanted.Title, wanted.Time, now);
        db.Record(new MeetingScheduled(meeting.Subject, actor.PersonId, now));
        if (wanted.Visibility != meeting.Visibility)
            await db.RecordAndFollow(meeting.ShowTo(actor, wanted.Visibility, now), stop);
        foreach (var fact in await db.PlanFrom(actor, meeting, template: "", now, stop))
            db.Record(fact);
        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(stop);
        return meeting.Address;
    }

    /// <param name="Time">Null while nobody knows.</param>
    public sealed record Wanted(DateOnly Date, MeetingTime? Time, string? Title, Visibility Visibility);
}
