using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// Each browser that signs in gets a <see cref="Session"/> that its cookie names; a cookie whose session was ended, or whose
/// account was disabled, is nobody's.
/// </summary>
public sealed class Sessions(
    UserManager<Account> accounts,
    IHttpContextAccessor requests,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    IDbContextFactory<SigHubDb> dbs,
    TimeProvider clock
) : SignInManager<Account>(accounts, requests, claims, options, log, schemes, confirmation)
{
    /// <summary>How long a session lives without being seen.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    public override async Task<bool> CanSignInAsync(Account user) =>
        user.DisabledAt is null && await base.CanSignInAsync(user);

    public override async Task SignInWithClaimsAsync(
        Account user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        var known =
            Context.User.FindFirstValue(ClaimTypes.NameIdentifier) == user.Id.ToString() ? IdOf(Context.User) : null;
        var session = known ?? await Begin(user);
        await base.SignInWithClaimsAsync(
            user,
            authenticationProperties,
            additionalClaims.Append(new Claim(CurrentPerson.SessionClaim, session.ToString()))
        );
    }

    public override async Task SignOutAsync()
    {
        if (IdOf(Context.User) is { } session)
        {
            await using var db = await dbs.CreateDbContextAsync(Context.RequestAborted);
            await db.Sessions.Where(one => one.Id == session).ExecuteDeleteAsync(Context.RequestAborted);
        }

        await base.SignOutAsync();
    }

    public override async Task<Account?> ValidateSecurityStampAsync(ClaimsPrincipal? principal)
    {
        var account = await base.ValidateSecurityStampAsync(principal);
        if (account?.DisabledAt is not null || principal is null || IdOf(principal) is not { } session)
            return null;

        await using var db = await dbs.CreateDbContextAsync(Context.RequestAborted);
        var now = clock.UtcNow();
        var seen = await db
            .Sessions.Where(one => one.Id == session)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, now), Context.RequestAborted);
        return seen == 0 ? null : account;
    }

    /// <summary>After what counts for signing in has changed: this browser stays signed in, every other does not.</summary>
    internal async Task KeepOnlyThis(Account account)
    {
        var current = IdOf(Context.User);
        await using var db = await dbs.CreateDbContextAsync(Context.RequestAborted);
        await db
            .Sessions.Where(one => one.AccountId == account.Id && one.Id != current)
            .ExecuteDeleteAsync(Context.RequestAborted);
        await RefreshSignInAsync(account);
    }

    /// <summary>A cookie that is renewed still names its session.</summary>
    internal static Task KeepSession(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(CurrentPerson.SessionClaim) is { } session)
            ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaim(session.Clone());
        return Task.CompletedTask;
    }

    private async Task<Guid> Begin(Account account)
    {
        var now = clock.UtcNow();
        var session = new Session
        {
            Id = Ids.New(now),
            AccountId = account.Id,
            Device = Device.Of(Context.Request.Headers.UserAgent),
            CreatedAt = now,
            LastSeenAt = now,
        };
        await using var db = await dbs.CreateDbContextAsync(Context.RequestAborted);
        var forgotten = now - Lasts;
        await db
            .Sessions.Where(one => one.AccountId == account.Id && one.LastSeenAt < forgotten)
            .ExecuteDeleteAsync(Context.RequestAborted);
        db.Sessions.Add(session);
        await db.SaveChangesAsync(Context.RequestAborted);
        return session.Id;
    }

    private static Guid? IdOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(CurrentPerson.SessionClaim), out var id) ? id : null;
}
