using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// Whoever merged two persons, or an administrator, takes it back: what the merge moved goes back, except what somebody has
/// changed since.
/// </summary>
public sealed class SeparatePeople(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">It was taken back before, or the current person may not.</exception>
    public async Task Run(Guid mergeId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var merge =
            await db.Merges.SingleOrDefaultAsync(one => one.Id == mergeId, stop)
            ?? throw new RuleBroken("This merge is not known here.");
        var gone = await MergePeople.Get(db, merge.GoneId, stop);
        var kept = await MergePeople.Get(db, merge.KeptId, stop);

        db.Record(merge.TakeBack(actor, gone, kept, clock.UtcNow()));

        await db.SaveChangesAsync(stop);
        await db.MoveBack(merge, stop);
        await transaction.CommitAsync(stop);
    }
}
