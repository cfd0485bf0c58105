using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Mail;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// Sends a link that sets a new password to the address of an account. An address without one is answered alike and gets
/// nothing; an address gets at most three an hour.
/// </summary>
public sealed class AskForReset(
    IDbContextFactory<SigHubDb> dbs,
    UserManager<Account> accounts,
    Outbox outbox,
    TimeProvider clock
)
{
    private const int MostAnHour = 3;

    /// <exception cref="RuleBroken">This is no address, or there is no mail here.</exception>
    public async Task Run(string? email, CancellationToken stop = default)
    {
        RuleBroken.Unless(outbox.IsOn, "This portal sends no mail. Ask an administrator for a link.");
        var address = NewAccount.ReadAddress(email);
        await using var db = await dbs.CreateDbContextAsync(stop);
        var portal = await db.GetPortal(stop);
        var account =
            await accounts.FindByEmailAsync(address)
            ?? new Account { Id = Ids.New(clock.UtcNow()), SecurityStamp = Secret.New() };
        var code = await accounts.GeneratePasswordResetTokenAsync(account);
        var now = clock.UtcNow();
        var anHourAgo = now.AddHours(-1);
        var sent = await db.Activity.CountAsync(
            entry =>
                entry.SubjectKind == SubjectKind.Account
                && entry.SubjectId == account.Id
                && entry.At > anHourAgo
                && entry.Verb == nameof(PasswordResetOffered),
            stop
        );
        var personId = await db
            .People.Where(person => person.AccountId == account.Id)
            .Select(person => (Guid?)person.Id)
            .SingleOrDefaultAsync(stop);
        if (
            personId is not { } person
            || sent >= MostAnHour
            || account is { DisabledAt: not null } or { EmailConfirmed: false }
        )
            return;

        outbox.Add(
            db,
            account.Email!,
            $"A new password for {portal.Name}",
            $"""
            Somebody, probably you, asked for a new password at {portal.Name}.

            To set one, open this link within a day:
            {outbox.Address(Links.Reset(account.Id, code))}

            If it was not you, do nothing; your password stays as it is.
            """
        );
        db.Record(new PasswordResetOffered(Account.SubjectOf(account.Id), person, now, person));
        await db.SaveChangesAsync(stop);
        outbox.Wake();
    }
}
