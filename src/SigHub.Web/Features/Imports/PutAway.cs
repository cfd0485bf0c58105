using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Takes documents off the current person's list; what did not move in is kept and can be brought back. Refused: documents of
/// others, except for administrators.
/// </summary>
public sealed class PutAway(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task Run(IReadOnlyCollection<Guid> ids, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        foreach (var arrival in await db.Arrivals.Where(one => ids.Contains(one.Id)).ToListAsync(stop))
            arrival.PutAway(actor, clock.UtcNow());
        await db.SaveChangesAsync(stop);
    }
}
