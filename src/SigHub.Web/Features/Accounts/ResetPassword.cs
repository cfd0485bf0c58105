using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>Whoever holds a link to set a new password sets one, once; every session of the account ends.</summary>
public sealed class ResetPassword(IDbContextFactory<SigHubDb> dbs, UserManager<Account> accounts, TimeProvider clock)
{
    /// <exception cref="RuleBroken">The password cannot be used, or the link does not count any more.</exception>
    public async Task Run(Guid accountId, string? code, string? password, CancellationToken stop = default)
    {
        const string Refusal = "This link no longer counts. Ask for a new one.";
        await using var db = await dbs.CreateDbContextAsync(stop);
        var person = await db
            .People.Where(one => one.AccountId == accountId)
            .Select(one => new { one.Id, one.DisplayName })
            .SingleOrDefaultAsync(stop);
        var account = await accounts.FindByIdAsync(accountId.ToString());
        Passwords.Check(password);
        RuleBroken.If(account is null || person is null, Refusal);
        var isRight = await accounts.VerifyUserTokenAsync(
            account,
            accounts.Options.Tokens.PasswordResetTokenProvider,
            UserManager<Account>.ResetPasswordTokenPurpose,
            Links.ReadCode(code)
        );
        RuleBroken.Unless(isRight, Refusal);
        Passwords.Check(password, person.DisplayName, account.Email, account.UserName, (await db.GetPortal(stop)).Name);

        var set = await accounts.ResetPasswordAsync(account, Links.ReadCode(code), password!);
        RuleBroken.Unless(set.Succeeded, Refusal);
        await accounts.SetLockoutEndDateAsync(account, lockoutEnd: null);
        await accounts.ResetAccessFailedCountAsync(account);

        await using var after = await dbs.CreateDbContextAsync(stop);
        await after.Sessions.Where(session => session.AccountId == accountId).ExecuteDeleteAsync(stop);
        after.Record(new PasswordChanged(Account.SubjectOf(accountId), person.Id, clock.UtcNow()));
        await after.SaveChangesAsync(stop);
    }
}
