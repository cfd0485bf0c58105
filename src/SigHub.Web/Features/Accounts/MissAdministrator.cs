using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>Whether this portal waits for its first administrator; the demo never does, anybody is one there.</summary>
public sealed class MissAdministrator(IDbContextFactory<SigHubDb> dbs, Settings settings)
{
    public async Task<bool> Run(CancellationToken stop = default)
    {
        if (settings.Demo)
            return false;

        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.LacksAdministrator(stop);
    }
}
