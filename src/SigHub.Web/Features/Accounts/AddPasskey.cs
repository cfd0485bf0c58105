using Microsoft.AspNetCore.Identity;
using SigHub.Domain;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Accounts;

/// <summary>Adds a passkey (WebAuthn) to the current person's account.</summary>
public sealed class AddPasskey(MyAccount mine, UserManager<Account> accounts, Sessions sessions)
{
    public const int LongestName = 60;
    public const int MostPasskeys = 20;

    /// <param name="credential">What the browser's authenticator answered, as JSON.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <exception cref="RuleBroken">The answer does not fit, the name is too long, or there are too many.</exception>
    public async Task Run(string? credential, string? name, CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        var called = (name ?? "").Trim();
        RuleBroken.If(called.Length > LongestName, "A passkey's name has 60 characters at most.");
        RuleBroken.If(string.IsNullOrWhiteSpace(credential), "Your browser gave no passkey. Try again.");
        RuleBroken.If(
            (await accounts.GetPasskeysAsync(account)).Count >= MostPasskeys,
            "There are too many passkeys; remove some first."
        );

        var passkey = await Check(credential);
        passkey.Name = called.Length == 0 ? "A passkey" : called;
        var added = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        RuleBroken.Unless(added.Succeeded, "The passkey could not be kept. Try again.");
        await mine.Tell("added a passkey", stop);
    }

    private async Task<UserPasskeyInfo> Check(string credential)
    {
        const string Refusal = "This passkey was not taken. Try again.";
        try
        {
            var answer = await sessions.PerformPasskeyAttestationAsync(credential);
            RuleBroken.Unless(answer.Succeeded, Refusal);
            return answer.Passkey;
        }
        catch (InvalidOperationException)
        {
            throw new RuleBroken("This took too long. Try again.");
        }
    }
}

/// <summary>Takes a passkey from the current person's account; it signs in nobody any more.</summary>
public sealed class RemovePasskey(MyAccount mine, UserManager<Account> accounts)
{
    /// <exception cref="RuleBroken">They have no such passkey.</exception>
    public async Task Run(byte[] id, CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        RuleBroken.If(await accounts.GetPasskeyAsync(account, id) is null, "You have no such passkey.");

        await accounts.RemovePasskeyAsync(account, id);
        await mine.Tell("removed a passkey", stop);
    }
}
