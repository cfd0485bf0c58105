using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform;

/// <summary>
/// A circuit outlives the cookie that opened it, so it asks as often as a cookie is asked: an account that was removed,
/// disabled or signed out everywhere (its security stamp changed), or a session that was ended, is nobody from then on.
/// </summary>
public sealed class StillSignedIn(
    IDbContextFactory<SigHubDb> dbs,
    IOptions<IdentityOptions> identity,
    IOptions<SecurityStampValidatorOptions> cookies,
    ILoggerFactory logs
) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => cookies.Value.ValidationInterval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await Holds(db, authenticationState.User, identity.Value.ClaimsIdentity, cancellationToken);
    }

    /// <summary>For any connection that outlives the request that opened it.</summary>
    public static async Task<bool> Holds(
        SigHubDb db,
        ClaimsPrincipal claims,
        ClaimsIdentityOptions names,
        CancellationToken stop
    )
    {
        if (!Guid.TryParse(claims.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId))
            return false;

        var session = Guid.TryParse(claims.FindFirstValue(CurrentPerson.SessionClaim), out var id) ? id : Guid.Empty;
        var stamp = await db
            .Users.Where(account =>
                account.Id == accountId
                && account.DisabledAt == null
                && db.Sessions.Any(one => one.Id == session && one.AccountId == accountId)
            )
            .Select(account => account.SecurityStamp)
            .SingleOrDefaultAsync(stop);
        return stamp is not null && stamp == claims.FindFirstValue(names.SecurityStampClaimType);
    }
}
