using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;

namespace SigHub.Web.Persistence;

/// <summary>The version of a noun that somebody had before their eyes when they changed it.</summary>
public sealed record Seen(Guid Id, int Version);

/// <summary>What somebody else did to it meanwhile.</summary>
public sealed record Meanwhile(DateTime At, Guid ById, string By, string Summary, string? Before, string? After);

/// <summary>
/// Somebody else was faster. Nothing was saved; what they changed is told, the last first. Whoever still wants their change
/// makes it again, having seen <see cref="Now"/>.
/// </summary>
public sealed class ChangedMeanwhile(Seen now, IReadOnlyList<Meanwhile> changes)
    : Exception("Somebody else changed this while you were writing; nothing of yours was saved yet.")
{
    public Seen Now { get; } = now;

    public IReadOnlyList<Meanwhile> Changes { get; } = changes;
}

public static class Concurrency
{
    /// <exception cref="ChangedMeanwhile">The noun is no longer as it was seen.</exception>
    public static async Task MustBeAsSeen(
        this SigHubDb db,
        SubjectKind kind,
        int version,
        Seen seen,
        CancellationToken stop = default
    )
    {
        if (version != seen.Version)
            throw await db.Since(kind, seen, version, stop);
    }

    /// <exception cref="ChangedMeanwhile">Somebody else saved it in the same moment.</exception>
    public static async Task SaveAsSeen(this SigHubDb db, SubjectKind kind, Seen seen, CancellationToken stop = default)
    {
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            var noun = conflict.Entries.First(entry =>
                entry.Metadata.FindProperty(SigHubDb.VersionProperty) is not null
            );
            var stored = await noun.GetDatabaseValuesAsync(stop);
            var version = stored?.GetValue<int>(SigHubDb.VersionProperty) ?? seen.Version + 1;
            throw await db.Since(kind, seen, version, stop);
        }
    }

    /// <summary>Each save raises the version by one, and its facts share an instant.</summary>
    private static async Task<ChangedMeanwhile> Since(
        this SigHubDb db,
        SubjectKind kind,
        Seen seen,
        int version,
        CancellationToken stop
    )
    {
        var latest = await (
            from entry in db.Activity
            join person in db.People on entry.ActorId equals person.Id
            where entry.SubjectKind == kind && entry.SubjectId == seen.Id
            orderby entry.At descending, entry.Id descending
            select new Meanwhile(entry.At, person.Id, person.DisplayName, entry.Summary, entry.Before, entry.After)
        )
            .AsNoTracking()
            .Take(50)
            .ToListAsync(stop);
        return new ChangedMeanwhile(
            seen with
            {
                Version = version,
            },
            [.. latest.GroupBy(change => change.At).Take(version - seen.Version).SelectMany(save => save)]
        );
    }
}
