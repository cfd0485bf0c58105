using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Actions;

/// <summary>Whoever leads a group says who sees one of its actions, whatever the meeting that raised it.</summary>
public sealed class ChangeActionVisibility(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the action since it was seen.</exception>
    /// <exception cref="Domain.RuleBroken">
    /// These see it already, minutes that more people read speak of it, or this person does not lead the group.
    /// </exception>
    public async Task Run(Seen seen, Visibility visibility, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var action = await db.GetAction(actor, seen, stop);

        var change = action.ShowTo(actor, visibility, clock.UtcNow());
        var meetings = action.History.Select(state => state.MeetingId).Append(action.RaisedAtMeetingId).OfType<Guid>();
        await db.MustNotBeReadByMore(visibility, meetings, action.Reference, action.Text, stop);

        await db.RecordAndFollow(change, stop);
        await db.SaveAsSeen(SubjectKind.Action, seen, stop);
    }
}
