using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Persistence.Searching;

/// <summary>
/// Makes findable again what changed. Triggers write changes down, whatever way they were made, in the transaction that made
/// them; whoever searches brings the rest up to date first, so nothing is found that is no longer so.
/// </summary>
public static class SearchUpkeep
{
    private const int Batch = 200;

    /// <returns>How many nouns were made findable again.</returns>
    public static async Task<int> BringSearchUpToDate(this SigHubDb db, CancellationToken stop = default)
    {
        var last = await db.FindableChanges.MaxAsync(change => (long?)change.Id, stop);
        var made = 0;
        while (last is not null && await db.FindableChanges.AnyAsync(change => change.Id <= last, stop))
            made += await TakeSome(db, stop);
        return made;
    }

    private static async Task<int> TakeSome(SigHubDb db, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneUpkeepAtATime(stop);
        var changes = await db
            .FindableChanges.AsNoTracking()
            .OrderBy(change => change.Id)
            .Take(Batch)
            .ToListAsync(stop);
        var taken = changes.ConvertAll(change => change.Id);
        await db.FindableChanges.Where(change => taken.Contains(change.Id)).ExecuteDeleteAsync(stop);

        var made = 0;
        foreach (var kind in changes.GroupBy(change => change.Kind, change => change.SubjectId))
        {
            var ids = kind.Distinct().ToList();
            await db.Findables.Where(findable => ids.Contains(findable.SubjectId)).ExecuteDeleteAsync(stop);
            db.Findables.AddRange(await db.ReadFindables(kind.Key, ids, stop));
            made += ids.Count;
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return made;
    }
}
