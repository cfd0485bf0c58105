using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>The browsers that are signed in as the current person, the last seen first; null for visitors.</summary>
public sealed class ListSessions(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<IReadOnlyList<Row>?> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is null)
            return null;

        var (mine, current, alive) = (me.AccountId, me.SessionId, clock.UtcNow() - Sessions.Lasts);
        return await db
            .Sessions.Where(session => session.AccountId == mine && session.LastSeenAt > alive)
            .OrderByDescending(session => session.LastSeenAt)
            .Select(session => new Row(
                session.Id,
                session.Device,
                session.CreatedAt,
                session.LastSeenAt,
                session.Id == current
            ))
            .ToListAsync(stop);
    }

    public sealed record Row(Guid Id, string Device, DateTime CreatedAt, DateTime LastSeenAt, bool IsThis);
}
