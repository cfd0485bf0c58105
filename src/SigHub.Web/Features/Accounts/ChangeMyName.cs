using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>The current person is called otherwise from now on, as <see cref="CallPerson"/> does it, and their browser knows it.</summary>
public sealed class ChangeMyName(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    MyAccount mine,
    CallPerson call,
    Sessions sessions
)
{
    /// <exception cref="RuleBroken">There is no name, it is too long, or it is the name already.</exception>
    public async Task Run(string? name, CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        await using var db = await dbs.CreateDbContextAsync(stop);
        var seen = await db
            .People.Where(one => one.Id == me.PersonId)
            .Select(one => new Seen(one.Id, one.Version))
            .SingleAsync(stop);

        await call(seen, name ?? "", stop);
        await sessions.RefreshSignInAsync(account);
    }
}
