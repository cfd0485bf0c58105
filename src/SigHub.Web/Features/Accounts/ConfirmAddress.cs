using Microsoft.AspNetCore.Identity;
using SigHub.Domain;
using SigHub.Web.Components;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Accounts;

/// <summary>Whoever holds the link that was sent to an address confirms that the address is theirs.</summary>
public sealed class ConfirmAddress(UserManager<Account> accounts)
{
    /// <exception cref="RuleBroken">The link does not count, or does not any more.</exception>
    public async Task Run(Guid accountId, string? code)
    {
        const string Refusal = "This link no longer counts. Open an account again, or sign in if you have one.";
        var account = await accounts.FindByIdAsync(accountId.ToString());
        RuleBroken.If(account is null, Refusal);
        var confirmed = await accounts.ConfirmEmailAsync(account, Links.ReadCode(code));
        RuleBroken.Unless(confirmed.Succeeded, Refusal);
    }
}
