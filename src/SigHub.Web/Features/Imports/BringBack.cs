using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Puts a document that was put away, or taken back, on the list again; it is read once more as the portal is now. Refused: who
/// neither brought it nor is an administrator.
/// </summary>
public sealed class BringBack(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock, ImportBell bell)
{
    public async Task Run(Guid id, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var arrival = await db.GetArrival(actor, id, stop);
        arrival.BringBack(actor);
        if (arrival.State is not (ArrivalState.MovedIn or ArrivalState.Refused) || arrival.Content.Length > 0)
            arrival.ReadAgain(actor);
        await db.SaveChangesAsync(stop);
        bell.Ring();
    }
}
