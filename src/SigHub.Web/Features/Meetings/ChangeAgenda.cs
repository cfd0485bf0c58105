using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>Whoever keeps the minutes plans a meeting's agenda.</summary>
public sealed class ChangeAgenda(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="Domain.RuleBroken">The minutes are final, the item is gone, or this person may not.</exception>
    public async Task Run(Seen seen, Wanted wanted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        var now = clock.UtcNow();

        db.Record(
            wanted switch
            {
                Added(var plan) => meeting.AddToAgenda(actor, plan, now),
                Replanned(var item, var plan) => meeting.ReplanOnAgenda(actor, item, plan, now),
                Removed(var item) => meeting.RemoveFromAgenda(actor, item, now),
                Placed(var item, var place) => meeting.MoveOnAgenda(actor, item, place, now),
                _ => throw new ArgumentOutOfRangeException(nameof(wanted)),
            }
        );
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
    }

    /// <summary>What is to become of the agenda.</summary>
    public abstract record Wanted;

    public sealed record Added(AgendaPlan Plan) : Wanted;

    public sealed record Replanned(Guid ItemId, AgendaPlan Plan) : Wanted;

    public sealed record Removed(Guid ItemId) : Wanted;

    /// <param name="Place">1 is the first.</param>
    public sealed record Placed(Guid ItemId, int Place) : Wanted;
}
