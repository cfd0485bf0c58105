using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Moves a document in as its review says, at once: all that was taken or nothing, in one transaction. Refused: who may not
/// look at it or import into its group, a meeting without a date, and a review that changed since it was seen.
/// </summary>
public sealed class AcceptArrival(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="id">The arrival.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="seen">The choices that were seen: the queue raises the version too, and changes nothing by that.</param>
    /// <param name="stop">Stops it; then nothing has moved in.</param>
    public async Task<AcceptDocument.MovedIn> Run(
        Guid id,
        int version,
        Choices? seen = null,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var opened = await Opened(actor, id, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var arrival = await db.GetArrival(actor, id, stop);
        RuleBroken.If(arrival.State is ArrivalState.MovedIn, $"“{arrival.FileName}” has moved in already.");
        RuleBroken.If(
            arrival.Version != version && !arrival.HasStill(seen),
            "This review was changed in another window meanwhile. Look at it again before you accept it."
        );

        var upload = new Upload(arrival.FileName, arrival.Content, Choices.Read(arrival.Choices)) { Opened = opened };
        var now = clock.UtcNow();
        var moved = await Moving.In(db, actor, arrival, upload, now, mustBeClear: false, stop);
        if (moved.WasThere)
        {
            var again = await db.GetArrival(actor, id, stop);
            again.MoveIn(await db.Documents.SingleAsync(one => one.Id == moved.DocumentId, stop), records: 0, now);
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return moved;
    }

    /// <summary>Outside of the transaction, in which nobody else can save anything on SQLite: reading takes longest.</summary>
    private async Task<Documents.Opened> Opened(Actor actor, Guid id, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var arrival = await db.GetArrival(actor, id, stop);
        return Documents.Open(new Upload(arrival.FileName, arrival.Content));
    }
}
