using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>The current person is called otherwise from now on; documents' spellings stay known.</summary>
public sealed class ChangeMyName(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    MyAccount mine,
    Sessions sessions,
    TimeProvider clock
)
{
    /// <exception cref="RuleBroken">There is no name, it is too long, or it is the name already.</exception>
    public async Task Run(string? name, CancellationToken stop = default)
    {
        var account = await mine.Get(stop);
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var person = await db.People.SingleAsync(one => one.Id == actor.PersonId, stop);

        db.Record(person.Rename(actor, name ?? "", clock.UtcNow()));
        await db.SaveChangesAsync(stop);
        await sessions.RefreshSignInAsync(account);
    }
}
