using System.Text;
using Microsoft.AspNetCore.Identity;
using QRCoder;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>What an authenticator app needs to show codes for the current person's account (RFC 6238); null for visitors.</summary>
public sealed class OfferCodes(MyAccount mine, UserManager<Account> accounts, CurrentPortal portal)
{
    /// <exception cref="RuleBroken">Nobody is signed in.</exception>
    public async Task<Offer> Run(CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (string.IsNullOrEmpty(key))
        {
            // Not through the manager, which would sign every other session out before anything was turned on.
            key = accounts.GenerateNewAuthenticatorKey();
            await accounts.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", key);
        }

        var (issuer, label) = ((await portal.Get(stop)).Name, account.Email ?? account.UserName!);
        var uri =
            $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(label)}"
            + $"?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6";
        return new Offer(
            account.TwoFactorEnabled,
            string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(part => new string(part))),
            Drawn(uri)
        );
    }

    /// <summary>As an SVG in a data address.</summary>
    private static string Drawn(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg.GetGraphic(4)));
    }

    /// <param name="Key">In groups of four, for typing.</param>
    /// <param name="Picture">A QR code, as the address of an image.</param>
    public sealed record Offer(bool IsOn, string Key, string Picture);
}

/// <summary>From now on signing in with the password asks for a code too; every other session ends.</summary>
public sealed class TurnOnCodes(MyAccount mine, UserManager<Account> accounts, Sessions sessions)
{
    public const int RecoveryCodes = 10;

    /// <param name="code">What the app shows now, which proves that it works.</param>
    /// <returns>Codes that serve instead, once each; nobody can read them again.</returns>
    /// <exception cref="RuleBroken">The code is wrong.</exception>
    public async Task<IReadOnlyList<string>> Run(string? code, CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        RuleBroken.If(account.TwoFactorEnabled, "Codes are asked for already.");
        var typed = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        var isRight = await accounts.VerifyTwoFactorTokenAsync(
            account,
            accounts.Options.Tokens.AuthenticatorTokenProvider,
            typed
        );
        RuleBroken.Unless(isRight, "This is not the code that the app shows now. Is the clock of your device right?");

        await accounts.SetTwoFactorEnabledAsync(account, enabled: true);
        var recovery = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await sessions.KeepOnlyThis(account);
        await mine.Tell("turned on codes for signing in", stop);
        return [.. recovery!];
    }
}

/// <summary>New recovery codes for the current person; the ones they had serve no more.</summary>
public sealed class RenewRecoveryCodes(MyAccount mine, UserManager<Account> accounts)
{
    /// <exception cref="RuleBroken">No codes are asked for.</exception>
    public async Task<IReadOnlyList<string>> Run(CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        RuleBroken.Unless(account.TwoFactorEnabled, "No codes are asked for, so none can be recovered.");

        var recovery = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, TurnOnCodes.RecoveryCodes);
        await mine.Tell("made new recovery codes", stop);
        return [.. recovery!];
    }
}

/// <summary>From now on the password is enough; the app's key and the recovery codes serve no more.</summary>
public sealed class TurnOffCodes(MyAccount mine, UserManager<Account> accounts, Sessions sessions)
{
    /// <exception cref="RuleBroken">They are off, or the password is wrong.</exception>
    public async Task Run(string? password, CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        RuleBroken.Unless(account.TwoFactorEnabled, "No codes are asked for.");
        if (account.PasswordHash is not null)
        {
            var isRight = await sessions.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true);
            RuleBroken.Unless(isRight.Succeeded, "This is not your password.");
        }

        await accounts.SetTwoFactorEnabledAsync(account, enabled: false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        await sessions.KeepOnlyThis(account);
        await mine.Tell("turned off codes for signing in", stop);
    }
}
