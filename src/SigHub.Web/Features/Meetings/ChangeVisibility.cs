using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// Whoever leads a group says who sees one of its meetings. What was raised and decided there follows, where it was for the same
/// people as the meeting; what somebody made stricter or laxer by itself stays.
/// </summary>
public sealed class ChangeVisibility(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="Domain.RuleBroken">It is shown to these already, or this person does not lead the group.</exception>
    public async Task Run(Seen seen, Visibility visibility, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        var (old, now) = (meeting.Visibility, clock.UtcNow());

        List<VisibilityChanged> changes = [meeting.ShowTo(actor, visibility, now)];
        var actions = db.Actions.Where(one => one.RaisedAtMeetingId == meeting.Id && one.Visibility == old);
        changes.AddRange((await actions.ToListAsync(stop)).Select(one => one.ShowTo(actor, visibility, now)));
        var decisions = db.Decisions.Where(one => one.MeetingId == meeting.Id && one.Visibility == old);
        changes.AddRange((await decisions.ToListAsync(stop)).Select(one => one.ShowTo(actor, visibility, now)));

        foreach (var change in changes)
            await db.RecordAndFollow(change, stop);
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
    }
}
