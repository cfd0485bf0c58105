using Microsoft.AspNetCore.Identity;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>Makes the visitor who knows the one-time code the administrator of a portal without one, and signs them in.</summary>
public sealed class BecomeFirstAdministrator(
    SigHubDb db,
    FirstAdministrator first,
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    TimeProvider clock
)
{
    /// <exception cref="RuleBroken">The code is wrong or used, or name, address or password cannot be used.</exception>
    public async Task Run(string code, string name, string email, string password, CancellationToken stop = default)
    {
        RuleBroken.Unless(await db.LacksAdministrator(stop), "This portal has its administrator already.");
        RuleBroken.Unless(first.IsRight(code), "This is not the code in the server's log.");

        var account = new Account
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserName = email,
            Email = email,
            IsAdministrator = true,
        };
        await CheckOrRefuse(account, password);

        var person = new Person(name, clock.UtcNow());
        person.BelongTo(new Actor(person.Id, isAdministrator: true, []), account.Id, [], clock.UtcNow());
        db.People.Add(person);
        var made = await accounts.CreateAsync(account, password);
        RuleBroken.Unless(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));

        first.Used();
        await signIn.SignInAsync(account, isPersistent: false);
    }

    private async Task CheckOrRefuse(Account account, string password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            var checkedPassword = await validator.ValidateAsync(accounts, account, password);
            RuleBroken.Unless(checkedPassword.Succeeded, "The password needs at least 12 characters, not all alike.");
        }

        foreach (var validator in accounts.UserValidators)
        {
            var checkedAccount = await validator.ValidateAsync(accounts, account);
            RuleBroken.Unless(
                checkedAccount.Succeeded,
                "This is no e-mail address that can be used; it looks like name@example.org."
            );
        }
    }
}
