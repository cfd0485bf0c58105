using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>The current person sets another password, knowing the one they have; every other session ends.</summary>
public sealed class ChangeMyPassword(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    MyAccount mine,
    UserManager<Account> accounts,
    Sessions sessions
)
{
    /// <param name="current">Not asked where the account has none.</param>
    /// <exception cref="RuleBroken">The current password is wrong, or the new one cannot be used.</exception>
    public async Task Run(string? current, string? password, CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        if (account.PasswordHash is not null)
        {
            var isRight = await sessions.CheckPasswordSignInAsync(account, current ?? "", lockoutOnFailure: true);
            RuleBroken.Unless(isRight.Succeeded, "This is not your current password.");
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var name = await db.People.Where(one => one.Id == me.PersonId).Select(one => one.DisplayName).SingleAsync(stop);
        Passwords.Check(password, name, account.Email, account.UserName, (await db.GetPortal(stop)).Name);

        var changed = account.PasswordHash is null
            ? await accounts.AddPasswordAsync(account, password!)
            : await accounts.ChangePasswordAsync(account, current!, password!);
        RuleBroken.Unless(changed.Succeeded, "The password could not be set. Try again.");
        await sessions.KeepOnlyThis(account);
        await mine.Tell((subject, by, at) => new PasswordChanged(subject, by, at), stop);
    }
}
