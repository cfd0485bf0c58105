using Microsoft.AspNetCore.Identity;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Accounts;

/// <summary>The second step of signing in: a code of the authenticator app (RFC 6238), or one of the recovery codes.</summary>
public sealed class SignInWithCode(SignInManager<Account> signIn)
{
    /// <returns>Null when signed in, else a sentence that says why not.</returns>
    public async Task<string?> Run(string? code, bool stay)
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (account is null || !await signIn.CanSignInAsync(account))
            return "This took too long. Sign in with your password again.";

        var typed = string.Concat((code ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter != '-'));
        var isOfApp = typed.Length == 6 && typed.All(char.IsAsciiDigit);
        var result = isOfApp
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, stay, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(RecoveryCode(typed));
        return result switch
        {
            { Succeeded: true } => null,
            { IsLockedOut: true } => "Too many wrong codes. Sign-in rests for ten minutes.",
            _ => "This code is not right. Codes of the app change every half minute; a recovery code works once.",
        };
    }

    /// <summary>As Identity writes them, "abcde-fghij".</summary>
    private static string RecoveryCode(string typed) =>
        typed.Length == 10 ? $"{typed[..5]}-{typed[5..]}".ToUpperInvariant() : typed;
}
