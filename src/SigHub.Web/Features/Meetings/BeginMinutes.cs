using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// Somebody begins to take minutes: the text is written as the group lays it out, with the agenda and the open actions in it. A
/// text that somebody wrote before stays.
/// </summary>
public sealed class BeginMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="Domain.RuleBroken">They were begun already, the meeting is cancelled, or this person may not.</exception>
    public async Task Run(Seen seen, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        var group = await db.Groups.SingleAsync(one => one.Id == meeting.GroupId, stop);
        var now = clock.UtcNow();

        db.Record(meeting.BeginMinutes(actor, now));
        if (string.IsNullOrWhiteSpace(meeting.Text))
        {
            var open = await db
                .Actions.VisibleTo(actor.AsViewer())
                .Open()
                .Where(action => action.GroupId == group.Id)
                .AsNoTracking()
                .AsSplitQuery()
                .ToListAsync(stop);
            // What is stricter than the meeting stays out of a text that others read.
            var seenBy = meeting.Visibility.Within(group.Visibility);
            open.RemoveAll(action => action.Visibility.Within(seenBy) != seenBy);
            db.Record(meeting.Write(actor, MinutesForm.Of(group, meeting, open), now));
            db.Revisions.Add(MinutesRevision.Of(meeting, actor, latest: null, reason: null, now));
        }

        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
    }
}
