using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Tokens;

/// <summary>Ends one of the current person's own access tokens; from the next request on it opens nothing.</summary>
public sealed class RevokeToken(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">It is not theirs, or ended already.</exception>
    public async Task Run(Guid tokenId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var token = await db.AccessTokens.SingleOrDefaultAsync(
            one => one.Id == tokenId && one.AccountId == me.AccountId,
            stop
        );
        RuleBroken.If(token is null, "You have no such token.");
        RuleBroken.If(token.RevokedAt is not null, "This token was revoked already.");

        var now = clock.UtcNow();
        token.RevokedAt = now;
        db.Record(
            new SignInChanged(Account.SubjectOf(token.AccountId), actor.PersonId, now, "revoked an access token")
        );
        await db.SaveChangesAsync(stop);
    }
}
