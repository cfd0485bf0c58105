using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.People;
using SigHub.Domain.Portals;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Mail;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// A visitor opens an account where registration is open. It counts once the address is confirmed: by the link in a mail, or
/// by an administrator where there is no mail. An address that has an account already is answered alike, and told by mail.
/// </summary>
public sealed class Register(
    IDbContextFactory<SigHubDb> dbs,
    NewAccount accounts,
    UserManager<Account> tokens,
    Outbox outbox,
    TimeProvider clock
)
{
    /// <exception cref="RuleBroken">Registration is not open, or name, address or password cannot be used.</exception>
    public async Task Run(string? name, string? email, string? password, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var portal = await db.GetPortal(stop);
        RuleBroken.Unless(portal.Registration is Registration.Open, "Accounts cannot be opened here just now.");
        var address = NewAccount.ReadAddress(email);
        var person = new Person(name ?? "", clock.UtcNow());
        Passwords.Check(password, person.DisplayName, address, portal.Name);

        var account = accounts.Make(address, password!, isConfirmed: false);
        var isKnown = await db.Users.AnyAsync(
            one =>
                one.NormalizedEmail == account.NormalizedEmail || one.NormalizedUserName == account.NormalizedUserName,
            stop
        );
        var code = await tokens.GenerateEmailConfirmationTokenAsync(account);
        if (outbox.IsOn)
            outbox.Add(
                db,
                address,
                isKnown ? $"You have an account at {portal.Name}" : $"Confirm your address for {portal.Name}",
                isKnown ? KnownAlready(portal) : PleaseConfirm(portal, account, code)
            );
        if (!isKnown)
        {
            db.Users.Add(account);
            db.People.Add(person);
            db.Record(person.Open(account.Id, clock.UtcNow()));
        }

        await db.SaveChangesAsync(stop);
        outbox.Wake();
    }

    private string PleaseConfirm(Portal portal, Account account, string code) =>
        $"""
            Somebody, probably you, opened an account at {portal.Name} with this address.

            To confirm it, open this link within a day:
            {outbox.Address(Links.Confirm(account.Id, code))}

            If it was not you, do nothing; without the confirmation the account stays shut.
            """;

    private string KnownAlready(Portal portal) =>
        $"""
            Somebody, probably you, wanted to open an account at {portal.Name} with this address. There is one already.

            Sign in: {outbox.Address(Links.SignIn(""))}
            If you forgot the password: {outbox.Address(Links.Forgot)}

            If it was not you, do nothing.
            """;
}
