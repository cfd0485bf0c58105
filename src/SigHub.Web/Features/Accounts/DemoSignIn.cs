using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Features.Accounts;

/// <summary>Signs a visitor of the demo in as one of its cast, without a password; mapped in demo mode only.</summary>
public static class DemoSignIn
{
    public static void Map(WebApplication app) => app.MapPost("/sign-in/demo", Run);

    private static async Task<IResult> Run(
        [FromForm] string who,
        [FromForm] string? to,
        UserManager<Account> accounts,
        SignInManager<Account> signIn,
        HttpContext context
    )
    {
        if (
            !Cast.Accounts.Any(member => member.UserName == who)
            || await accounts.FindByNameAsync(who) is not { } account
        )
            return Results.NotFound();

        await signIn.SignInAsync(account, isPersistent: false);
        return Results.LocalRedirect($"{context.Request.PathBase}/{Local.Path(to)}");
    }
}
