using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// Whoever leads a group of a person says whether somebody with an account is that person; after a yes the two are merged.
/// </summary>
public sealed class DecideClaim(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    MergePeople merging,
    TimeProvider clock
)
{
    /// <exception cref="RuleBroken">Somebody decided before, the two cannot be one, or the current person may not say so.</exception>
    public async Task Run(Guid claimId, bool isGranted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var claim =
            await db.Claims.SingleOrDefaultAsync(one => one.Id == claimId, stop)
            ?? throw new RuleBroken("This question is not known here.");
        var claimed = await db.People.SingleAsync(person => person.Id == claim.PersonId, stop);
        var groups = await db.GroupsOf(claim.PersonId, stop);

        db.Record(claim.Decide(actor, claimed, groups, isGranted, clock.UtcNow()));
        await db.SaveChangesAsync(stop);
        if (isGranted)
            await merging.MergeClaimed(db, actor, claim, stop);

        await transaction.CommitAsync(stop);
    }
}
