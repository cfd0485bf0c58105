using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Tokens;

/// <summary>Makes a personal access token for the current person's account.</summary>
public sealed class MakeToken(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int MostDays = 366;
    public const int MostTokens = 50;

    /// <returns>The secret; nobody can read it again.</returns>
    /// <exception cref="RuleBroken">
    /// It has no name or too long a one, lasts less than a day or more than <see cref="MostDays"/>, or there are too many.
    /// </exception>
    public async Task<string> Run(string? name, TokenScope scope, int days, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var called = (name ?? "").Trim();
        RuleBroken.If(called.Length == 0, "Give the token a name that says what it is for.");
        RuleBroken.If(
            called.Length > AccessToken.LongestName,
            string.Create(
                CultureInfo.InvariantCulture,
                $"A token's name has {AccessToken.LongestName} characters at most."
            )
        );
        RuleBroken.Unless(
            days is >= 1 and <= MostDays,
            string.Create(CultureInfo.InvariantCulture, $"A token lasts from one day to {MostDays} days.")
        );
        RuleBroken.Unless(Enum.IsDefined(scope), "A token is for reading, or for reading and importing.");

        var now = clock.UtcNow();
        var accountId = me.AccountId!.Value;
        var open = await db.AccessTokens.CountAsync(
            token => token.AccountId == accountId && token.RevokedAt == null && token.ExpiresAt > now,
            stop
        );
        RuleBroken.If(open >= MostTokens, "There are too many tokens; revoke some first.");

        var secret = BearerToken.Prefix + Secret.New();
        db.AccessTokens.Add(
            new AccessToken
            {
                Id = Ids.New(now),
                AccountId = accountId,
                Name = called,
                SecretHash = Secret.Hash(secret),
                Scope = scope,
                CreatedAt = now,
                ExpiresAt = now.AddDays(days),
            }
        );
        db.Record(new SignInChanged(Account.SubjectOf(accountId), actor.PersonId, now, "made an access token"));
        await db.SaveChangesAsync(stop);
        return secret;
    }
}
