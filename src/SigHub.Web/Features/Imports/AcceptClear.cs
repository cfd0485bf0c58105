using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Accepts whatever the current person brought and nothing in it needs a look; the queue moves it in. The rest waits for its
/// review. Gives how many were accepted.
/// </summary>
public sealed class AcceptClear(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock, ImportBell bell)
{
    /// <param name="batch">Only what was brought at once; null: all of it.</param>
    public async Task<int> Run(Guid? batch = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var clear = await db.TrayOf(actor.PersonId)
            .Where(one =>
                one.State == ArrivalState.Read
                && one.ToLookAt == 0
                && one.Problem == null
                && (batch == null || one.BatchId == batch)
            )
            .ToListAsync(stop);
        foreach (var arrival in clear)
            arrival.Accept(actor);
        await db.SaveChangesAsync(stop);
        bell.Ring();
        return clear.Count;
    }
}
