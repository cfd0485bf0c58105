using Microsoft.AspNetCore.Identity;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Accounts;

/// <summary>How a try to sign in went.</summary>
public enum SignInAnswer
{
    Done,

    /// <summary>The password is right; a code is asked for too.</summary>
    NeedsCode,

    Refused,
}

/// <summary>
/// Signs a browser in by e-mail address or user name and password. Takes as long, and answers the same, whether or not
/// there is such an account, and whether or not it may sign in.
/// </summary>
public sealed class SignIn(
    SignInManager<Account> signIn,
    UserManager<Account> accounts,
    IPasswordHasher<Account> hasher
)
{
    /// <summary>What whoever is refused reads, whatever the reason.</summary>
    public const string Refusal =
        "This name and password do not go together, or sign-in rests: after five wrong tries it does for ten minutes.";

    private static readonly Account s_nobody = new() { UserName = "nobody" };
    private static readonly Lazy<string> s_nobodysPassword = new(() =>
        new PasswordHasher<Account>().HashPassword(s_nobody, Guid.NewGuid().ToString())
    );

    public async Task<SignInAnswer> Run(string name, string password, bool stay)
    {
        var account = await accounts.FindByEmailAsync(name) ?? await accounts.FindByNameAsync(name);
        var isAsked =
            account?.PasswordHash is not null
            && await signIn.CanSignInAsync(account)
            && !await accounts.IsLockedOutAsync(account);
        if (!isAsked)
        {
            hasher.VerifyHashedPassword(s_nobody, s_nobodysPassword.Value, password);
            return SignInAnswer.Refused;
        }

        return await signIn.PasswordSignInAsync(account!, password, stay, lockoutOnFailure: true) switch
        {
            { Succeeded: true } => SignInAnswer.Done,
            { RequiresTwoFactor: true } => SignInAnswer.NeedsCode,
            _ => SignInAnswer.Refused,
        };
    }
}
