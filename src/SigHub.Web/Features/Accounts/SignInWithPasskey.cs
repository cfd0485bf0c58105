using Microsoft.AspNetCore.Identity;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Accounts;

/// <summary>Signs a browser in by a passkey (WebAuthn); it stands for the password and the second step.</summary>
public sealed class SignInWithPasskey(SignInManager<Account> signIn, UserManager<Account> accounts)
{
    /// <param name="credential">What the browser's authenticator answered, as JSON.</param>
    /// <returns>Null when signed in, else a sentence that says why not.</returns>
    public async Task<string?> Run(string? credential, bool stay)
    {
        const string Refusal = "This passkey opens no account here. Try another, or your password.";
        if (string.IsNullOrWhiteSpace(credential))
            return "Your browser gave no passkey. Try again, or use your password.";

        PasskeyAssertionResult<Account> answer;
        try
        {
            answer = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return "This took too long. Try again.";
        }

        if (
            !answer.Succeeded
            || !await signIn.CanSignInAsync(answer.User)
            || await accounts.IsLockedOutAsync(answer.User)
        )
            return Refusal;

        await accounts.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey);
        await signIn.SignInAsync(answer.User, stay, authenticationMethod: "passkey");
        return null;
    }
}
