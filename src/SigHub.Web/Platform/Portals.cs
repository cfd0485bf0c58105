using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Portals;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform;

/// <summary>
/// The portal's own settings, for pages that show them: read from the database at most every ten seconds, and at once after
/// this process changed them. What decides over rights reads them itself, <see cref="PortalQueries.GetPortal"/>.
/// </summary>
public sealed class CurrentPortal(IDbContextFactory<SigHubDb> dbs, TimeProvider clock)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(10);

    private (Look Look, DateTimeOffset At)? _last;

    public async ValueTask<Look> Get(CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && now - last.At < s_fresh)
            return last.Look;

        await using var db = await dbs.CreateDbContextAsync(stop);
        var portal = await db.Portals.AsNoTracking().SingleOrDefaultAsync(stop) ?? new Portal();
        var look = new Look(portal.Name, portal.Registration, portal.Contact);
        _last = (look, now);
        return look;
    }

    public void Changed() => _last = null;

    public sealed record Look(string Name, Registration Registration, string? Contact);
}

public static class PortalQueries
{
    /// <summary>The portal's settings as they stand, tracked; the first change stores them.</summary>
    public static async Task<Portal> GetPortal(this SigHubDb db, CancellationToken stop = default)
    {
        if (await db.Portals.SingleOrDefaultAsync(stop) is { } stored)
            return stored;

        var portal = new Portal();
        db.Portals.Add(portal);
        return portal;
    }

    /// <summary>What somebody who changes the settings has seen; -1 as long as nobody changed any.</summary>
    public static int SeenVersion(this SigHubDb db, Portal portal) =>
        db.Entry(portal).State is EntityState.Added ? -1 : portal.Version;
}
