using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Tokens;

/// <summary>The current person's access tokens that still open something, the newest first; null for visitors.</summary>
public sealed class ListTokens(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<IReadOnlyList<Row>?> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is null)
            return null;

        var (accountId, now) = (me.AccountId, clock.UtcNow());
        return await db
            .AccessTokens.Where(token =>
                token.AccountId == accountId && token.RevokedAt == null && token.ExpiresAt > now
            )
            .OrderByDescending(token => token.CreatedAt)
            .Select(token => new Row(
                token.Id,
                token.Name,
                token.Scope,
                token.CreatedAt,
                token.ExpiresAt,
                token.LastUsedAt
            ))
            .ToListAsync(stop);
    }

    public sealed record Row(
        Guid Id,
        string Name,
        TokenScope Scope,
        DateTime CreatedAt,
        DateTime ExpiresAt,
        DateTime? LastUsedAt
    );
}
