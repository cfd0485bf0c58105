using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>What an administrator does to an account.</summary>
public enum AccountChange
{
    /// <summary>Takes its address as confirmed, so that its owner can sign in.</summary>
    LetIn,

    /// <summary>Nobody signs in with it, and whoever did is nobody at their next act; its tokens open nothing.</summary>
    Disable,

    Enable,
    MakeAdministrator,
    UnmakeAdministrator,

    /// <summary>Every browser that is signed in with it is signed out.</summary>
    EndSessions,

    /// <summary>The password is enough again, for whoever lost the app and the recovery codes.</summary>
    ForgetCodes,
}

/// <summary>An administrator changes somebody's account. Nobody locks themselves out, so one administrator always stays.</summary>
public sealed class ChangeAccount(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">They are no administrator, there is no such account, it is their own, or it is so already.</exception>
    public async Task Run(Guid accountId, AccountChange change, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        RuleBroken.Unless(actor.IsAdministrator, "Only an administrator can change accounts.");
        var account = await db.Users.SingleOrDefaultAsync(one => one.Id == accountId, stop);
        var person = await db.People.SingleOrDefaultAsync(one => one.AccountId == accountId, stop);
        RuleBroken.If(account is null || person is null, "There is no such account.");
        RuleBroken.If(
            accountId == me.AccountId && change is (AccountChange.Disable or AccountChange.UnmakeAdministrator),
            "Another administrator has to do this to your own account."
        );

        db.Record(Do(account, change, actor, person.Id));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.SaveChangesAsync(stop);
        if (change is AccountChange.Disable or AccountChange.EndSessions)
            await db.Sessions.Where(session => session.AccountId == accountId).ExecuteDeleteAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private Fact Do(Account account, AccountChange change, Actor by, Guid person)
    {
        var (subject, now) = (Account.SubjectOf(account.Id), clock.UtcNow());
        switch (change)
        {
            case AccountChange.LetIn:
                RuleBroken.If(account.EmailConfirmed, "This account is open already.");
                account.EmailConfirmed = true;
                return new AddressConfirmed(subject, by.PersonId, now, person);
            case AccountChange.Disable:
                RuleBroken.If(account.DisabledAt is not null, "This account is disabled already.");
                account.DisabledAt = now;
                account.SecurityStamp = Secret.New();
                return new AccountDisabled(subject, by.PersonId, now, person);
            case AccountChange.Enable:
                RuleBroken.If(account.DisabledAt is null, "This account is not disabled.");
                account.DisabledAt = null;
                return new AccountEnabled(subject, by.PersonId, now, person);
            case AccountChange.MakeAdministrator:
                RuleBroken.If(account.IsAdministrator, "They are an administrator already.");
                account.IsAdministrator = true;
                return new AdministratorMade(subject, by.PersonId, now, person);
            case AccountChange.UnmakeAdministrator:
                RuleBroken.Unless(account.IsAdministrator, "They are no administrator.");
                account.IsAdministrator = false;
                return new AdministratorUnmade(subject, by.PersonId, now, person);
            case AccountChange.EndSessions:
                account.SecurityStamp = Secret.New();
                return new SignedOutEverywhere(subject, by.PersonId, now, person);
            case AccountChange.ForgetCodes:
                RuleBroken.Unless(account.TwoFactorEnabled, "This account asks for no codes.");
                account.TwoFactorEnabled = false;
                return new SignInChanged(subject, by.PersonId, now, "turned off somebody’s codes for signing in");
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }
}
