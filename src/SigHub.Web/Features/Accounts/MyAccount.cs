using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>The current person's own account, for what they change about it.</summary>
public sealed class MyAccount(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    UserManager<Account> accounts,
    TimeProvider clock
)
{
    /// <exception cref="RuleBroken">Nobody is signed in.</exception>
    internal async Task<Account> Get(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await db.ActorFor(me, clock.Today(), stop);
        return await accounts.FindByIdAsync(me.AccountId!.Value.ToString())
            ?? throw new RuleBroken("Please sign in first.");
    }

    /// <summary>What was added to an account or taken away, "added a passkey".</summary>
    internal Task Tell(string what, CancellationToken stop) =>
        Tell((account, person, now) => new SignInChanged(account, person, now, what), stop);

    internal async Task Tell(Func<Subject, Guid, DateTime, Fact> fact, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        db.Activity.Add(
            ActivityEntry.Of(fact(Account.SubjectOf(me.AccountId!.Value), me.PersonId!.Value, clock.UtcNow()))
        );
        await db.SaveChangesAsync(stop);
    }
}
