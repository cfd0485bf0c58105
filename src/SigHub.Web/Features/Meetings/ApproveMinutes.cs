using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>Whoever leads the group says that it approves final minutes, at a later meeting or outside one.</summary>
public sealed class ApproveMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="atMeetingId">The meeting that approved them; null where none did.</param>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="RuleBroken">They are not final or approved already, or this person may not.</exception>
    public async Task Run(Seen seen, Guid? atMeetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        RuleBroken.If(
            atMeetingId is { } id
                && !await db
                    .Meetings.VisibleTo(actor.AsViewer())
                    .AnyAsync(
                        other => other.Id == id && other.GroupId == meeting.GroupId && other.Date >= meeting.Date,
                        stop
                    ),
            "Minutes are approved at a later meeting of the same group."
        );

        db.Record(meeting.Approve(actor, atMeetingId, clock.UtcNow()));
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
    }
}
