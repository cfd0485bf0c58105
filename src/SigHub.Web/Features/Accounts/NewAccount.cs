using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>Makes accounts that whoever calls saves.</summary>
public sealed class NewAccount(IPasswordHasher<Account> hasher, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <param name="isConfirmed">Whether the address is known to be theirs; until it is, nobody signs in.</param>
    internal Account Make(string email, string password, bool isConfirmed)
    {
        var account = new Account
        {
            Id = Ids.New(clock.UtcNow()),
            UserName = email,
            NormalizedUserName = normalizer.NormalizeName(email),
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            EmailConfirmed = isConfirmed,
            LockoutEnabled = true,
            SecurityStamp = Secret.New(),
        };
        account.PasswordHash = hasher.HashPassword(account, password);
        return account;
    }

    /// <exception cref="RuleBroken">It is no address.</exception>
    internal static string ReadAddress(string? email)
    {
        var typed = (email ?? "").Trim();
        RuleBroken.Unless(
            typed.Length is > 0 and <= 254 && MailAddress.TryCreate(typed, out var address) && address.Address == typed,
            "This is no e-mail address that can be used; it looks like name@example.org."
        );
        return typed;
    }
}
