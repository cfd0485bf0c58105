using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>Signs one of the current person's browsers out, from its next act on.</summary>
public sealed class EndSession(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">It is not theirs, or it ended already.</exception>
    public async Task Run(Guid sessionId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await db.ActorFor(me, clock.Today(), stop);
        var (id, mine) = (sessionId, me.AccountId);
        var ended = await db.Sessions.Where(one => one.Id == id && one.AccountId == mine).ExecuteDeleteAsync(stop);
        RuleBroken.If(ended == 0, "You have no such session; it may have ended already.");
    }
}

/// <summary>Signs every browser of the current person out, this one too.</summary>
public sealed class EndMySessions(
    IDbContextFactory<SigHubDb> dbs,
    MyAccount mine,
    UserManager<Account> accounts,
    Sessions sessions
)
{
    /// <exception cref="RuleBroken">Nobody is signed in.</exception>
    public async Task Run(CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        await accounts.UpdateSecurityStampAsync(account);
        await using var db = await dbs.CreateDbContextAsync(stop);
        await db.Sessions.Where(one => one.AccountId == account.Id).ExecuteDeleteAsync(stop);
        await mine.Tell((subject, by, at) => new SignedOutEverywhere(subject, by, at, by), stop);
        await sessions.SignOutAsync();
    }
}
