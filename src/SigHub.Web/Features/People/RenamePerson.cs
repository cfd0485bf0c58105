using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>A person, or an administrator for them, says how they are called; the old name stays an alias, so that minutes find them.</summary>
public sealed class RenamePerson(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the person since they were seen.</exception>
    /// <exception cref="RuleBroken">The current person may not, or the name is none.</exception>
    public async Task Run(Seen seen, string name, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var person =
            await db.People.SingleOrDefaultAsync(one => one.Id == seen.Id, stop)
            ?? throw new RuleBroken("This person is not here any more.");

        // First, so that nobody is told what became of a person whom they may not change.
        var fact = person.Rename(actor, name, clock.UtcNow());
        await db.MustBeAsSeen(SubjectKind.Person, person.Version, seen, stop);

        db.Record(fact);
        await db.SaveAsSeen(SubjectKind.Person, seen, stop);
    }
}
