using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform;

/// <summary>
/// Signs a request of the API in by a personal access token, <c>Authorization: Bearer sighub_…</c> (RFC 6750). A session's
/// cookie counts for nothing there, so another site's page can send nothing in anybody's name.
/// </summary>
public sealed class BearerToken(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    IDbContextFactory<SigHubDb> dbs,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "AccessToken";

    /// <summary>What a token begins with, so that one that slipped into a repository is recognized.</summary>
    public const string Prefix = "sighub_";

    /// <summary>The claim that carries the <see cref="TokenScope"/>.</summary>
    public const string ScopeClaim = "sighub:scope";

    private const string Begins = "Bearer ";
    private static readonly TimeSpan s_aMinute = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Begins, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();

        var hash = Secret.Hash(header[Begins.Length..].Trim());
        await using var db = await dbs.CreateDbContextAsync(Context.RequestAborted);
        var found = await (
            from token in db.AccessTokens
            join account in db.Users on token.AccountId equals account.Id
            join person in db.People on account.Id equals person.AccountId
            where token.SecretHash == hash && account.DisabledAt == null
            select new
            {
                Token = token,
                PersonId = person.Id,
                person.DisplayName,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(Context.RequestAborted);
        if (found is null || !found.Token.IsOpenAt(clock.UtcNow()))
            return AuthenticateResult.Fail("No such token.");

        await NoteUse(db, found.Token);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, found.Token.AccountId.ToString()),
                new Claim(ClaimTypes.Name, found.DisplayName),
                new Claim(CurrentPerson.PersonClaim, found.PersonId.ToString()),
                new Claim(ScopeClaim, found.Token.Scope.ToString()),
            ],
            Name
        );
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Api.Refuse(
            Context,
            StatusCodes.Status401Unauthorized,
            "This needs a personal access token that counts: make one under “Your account” and send it as “Authorization: Bearer …”."
        );
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Api.Refuse(Context, StatusCodes.Status403Forbidden, "This token may not do that; its scope is narrower.");

    private async Task NoteUse(SigHubDb db, AccessToken token)
    {
        var now = clock.UtcNow();
        if (now - token.LastUsedAt < s_aMinute)
            return;

        await db
            .AccessTokens.Where(one => one.Id == token.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now), Context.RequestAborted);
    }
}
