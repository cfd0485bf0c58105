using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>A chair says that a meeting does not take place, and why.</summary>
public sealed class CancelMeeting(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed it since it was seen.</exception>
    /// <exception cref="Domain.RuleBroken">It is over, or this person may not.</exception>
    public async Task Run(Seen seen, string reason, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);

        db.Record(meeting.Cancel(actor, reason, clock.UtcNow()));
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
    }
}
