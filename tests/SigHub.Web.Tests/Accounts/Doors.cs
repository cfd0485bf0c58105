using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Domain.Groups;
using SigHub.Domain.Portals;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Tests.Accounts;

/// <summary>What tests about doors do again and again.</summary>
internal static class Doors
{
    /// <summary>Sets who may open an account.</summary>
    public static async Task Set(this Hub hub, Registration registration)
    {
        await hub.Look(async db =>
        {
            var portal = await db.GetPortal();
            portal.Change(
                Actor.Administrator(Guid.NewGuid()),
                portal.Name,
                registration,
                portal.Contact,
                hub.Clock.UtcNow()
            );
            return await db.SaveChangesAsync();
        });
        hub.Services.GetRequiredService<CurrentPortal>().Changed();
    }

    /// <summary>A browser in which somebody of the cast signed in, by password.</summary>
    public static async Task<Visit> SignedIn(this Hub hub, string who)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByNameAsync(who);
        if (!await accounts.HasPasswordAsync(account!))
            (await accounts.AddPasswordAsync(account!, Visit.Password)).Succeeded.ShouldBeTrue();
        var visit = Visit.Of(hub);
        (await visit.SignIn(who)).Status.ShouldBe(HttpStatusCode.Redirect);
        return visit;
    }
}
