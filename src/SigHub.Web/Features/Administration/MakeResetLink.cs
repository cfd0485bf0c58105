using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>An administrator makes a link that sets a new password for somebody, to hand it over; it works once, for a day.</summary>
public sealed class MakeResetLink(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    UserManager<Account> accounts,
    TimeProvider clock
)
{
    /// <returns>Relative to SigHub's base.</returns>
    /// <exception cref="RuleBroken">They are no administrator, or there is no such account.</exception>
    public async Task<string> Run(Guid accountId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        RuleBroken.Unless(actor.IsAdministrator, "Only an administrator can make such a link.");
        var person = await db.People.SingleOrDefaultAsync(one => one.AccountId == accountId, stop);
        var account = await accounts.FindByIdAsync(accountId.ToString());
        RuleBroken.If(account is null || person is null, "There is no such account.");

        var code = await accounts.GeneratePasswordResetTokenAsync(account);
        db.Record(new PasswordResetOffered(Account.SubjectOf(accountId), actor.PersonId, clock.UtcNow(), person.Id));
        await db.SaveChangesAsync(stop);
        return Links.Reset(accountId, code);
    }
}
