using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>A meeting takes place on another day, or at another time.</summary>
public sealed class MoveMeeting(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The meeting's word in addresses from now on.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else changed it since it was seen.</exception>
    /// <exception cref="Domain.RuleBroken">It is over or cancelled, or this person may not.</exception>
    public async Task<string> Run(Seen seen, DateOnly date, MeetingTime? time, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        var place = date == meeting.Date ? meeting.Slot : await db.NextPlace(meeting.GroupId, date, stop);

        db.Record(meeting.MoveTo(actor, date, place, time, clock.UtcNow()));
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
        return meeting.Address;
    }
}
