using Microsoft.AspNetCore.Identity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// What a browser needs before it asks its authenticator for a passkey (WebAuthn, levels 2 and 3). The answer comes back in a
/// form of the page.
/// </summary>
public static class Passkeys
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var passkeys = app.MapGroup("/passkeys");
        passkeys.MapPost("/request", AskForOne).RefuseForgeries();
        passkeys.MapPost("/creation", AskForNew).RefuseForgeries().RequireAuthorization();
    }

    /// <summary>Names no account: a passkey knows whose it is, so nothing is said of anybody.</summary>
    private static async Task<IResult> AskForOne(SignInManager<Account> signIn) =>
        Results.Text(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    private static async Task<IResult> AskForNew(
        SignInManager<Account> signIn,
        UserManager<Account> accounts,
        HttpContext context
    )
    {
        if (await accounts.GetUserAsync(context.User) is not { } account)
            return Results.Unauthorized();

        var options = await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(),
                Name = account.Email ?? account.UserName!,
                DisplayName = context.User.Identity!.Name!,
            }
        );
        return Results.Text(options, "application/json");
    }
}
