using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform;

/// <summary>
/// Who is asking, in this request or circuit. It says who they signed in as and nothing about rights: those are read from
/// the database at each call, because a circuit outlives a role.
/// </summary>
public sealed class CurrentPerson
{
    /// <summary>The claim that carries <see cref="PersonId"/>.</summary>
    public const string PersonClaim = "sighub:person";

    /// <summary>The claim that carries <see cref="SessionId"/>.</summary>
    public const string SessionClaim = "sighub:session";

    /// <summary>The account signed in with; null for a visitor.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>The person who signed in; null for a visitor.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The browser's session; null where there is none, as with an access token.</summary>
    public Guid? SessionId { get; private set; }

    public bool IsSignedIn => AccountId is not null;

    internal void Become(ClaimsPrincipal principal) =>
        Become(Read(principal, ClaimTypes.NameIdentifier), Read(principal, PersonClaim), Read(principal, SessionClaim));

    internal void Become(Guid? accountId, Guid? personId, Guid? sessionId = null) =>
        (AccountId, PersonId, SessionId) = (accountId, personId, sessionId);

    private static Guid? Read(ClaimsPrincipal principal, string claim) =>
        principal.Identity?.IsAuthenticated == true && Guid.TryParse(principal.FindFirstValue(claim), out var id)
            ? id
            : null;
}

/// <summary>Tells a circuit's scope who opened it, and when they are nobody any more.</summary>
public sealed class CurrentPersonOfCircuit(CurrentPerson me, AuthenticationStateProvider states) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        states.AuthenticationStateChanged += Follow;
        me.Become((await states.GetAuthenticationStateAsync()).User);
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        states.AuthenticationStateChanged -= Follow;
        return Task.CompletedTask;
    }

    private async void Follow(Task<AuthenticationState> state) => me.Become((await state).User);
}

/// <summary>What the frame of a page shows to some only; each page and each act asks the database for itself.</summary>
public sealed class CurrentRights(CurrentPerson me, IDbContextFactory<SigHubDb> dbs)
{
    public async Task<bool> IsAdministrator()
    {
        if (!me.IsSignedIn)
            return false;

        await using var db = await dbs.CreateDbContextAsync();
        return await db.AccountOf(me).AnyAsync(account => account.IsAdministrator);
    }
}

public static class CurrentPersonSetup
{
    public static void AddCurrentPerson(this IServiceCollection services)
    {
        services.AddScoped<CurrentPerson>();
        services.AddScoped<CurrentRights>();
        services.AddScoped<CircuitHandler, CurrentPersonOfCircuit>();
    }

    /// <summary>Tells a request's scope who asks; after authentication.</summary>
    public static void UseCurrentPerson(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.RequestServices.GetRequiredService<CurrentPerson>().Become(context.User);
                return next(context);
            }
        );
}
