using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>Somebody of the group says what is wrong with final minutes, so that silence does not approve them.</summary>
public sealed class ObjectToMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="Domain.RuleBroken">No deadline runs, the reason is missing, or this person does not take part.</exception>
    public async Task Run(Seen seen, string reason, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);

        db.Record(meeting.Object(actor, reason, clock.UtcNow()));
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
    }
}
