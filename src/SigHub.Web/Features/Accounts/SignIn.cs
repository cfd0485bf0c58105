using Microsoft.AspNetCore.Identity;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// Signs a browser in by e-mail address or user name and password. Takes as long, and answers the same, whether or not
/// there is such an account.
/// </summary>
public sealed class SignIn(
    SignInManager<Account> signIn,
    UserManager<Account> accounts,
    IPasswordHasher<Account> hasher
)
{
    private static readonly Account s_nobody = new() { UserName = "nobody" };
    private static readonly Lazy<string> s_nobodysPassword = new(() =>
        new PasswordHasher<Account>().HashPassword(s_nobody, Guid.NewGuid().ToString())
    );

    /// <returns>Null when signed in, else a sentence that says why not.</returns>
    public async Task<string?> Run(string name, string password, bool stay)
    {
        var account = await accounts.FindByEmailAsync(name) ?? await accounts.FindByNameAsync(name);
        if (account is null)
        {
            hasher.VerifyHashedPassword(s_nobody, s_nobodysPassword.Value, password);
            return "This name and password do not go together.";
        }

        var result = await signIn.PasswordSignInAsync(account, password, stay, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => null,
            { IsLockedOut: true } => "Too many wrong passwords. Sign-in with this name rests for ten minutes.",
            _ => "This name and password do not go together.",
        };
    }
}
