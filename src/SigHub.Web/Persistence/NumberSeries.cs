using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Persistence;

/// <summary>The last number given to an action, a decision or a milestone; numbers are unique in the whole portal.</summary>
public sealed class NumberSeries
{
    public const string Actions = "action";
    public const string Decisions = "decision";
    public const string Milestones = "milestone";

    public required string Kind { get; init; }

    public required int Last { get; init; }
}

public static class Numbers
{
    /// <summary>
    /// Imports find what is known before they make what is new; two at once could make it twice. Whoever calls this in a
    /// transaction waits until the other one's has ended.
    /// </summary>
    public static Task OneImportAtATime(this SigHubDb db, CancellationToken stop = default) =>
        db.TakeNumbers("import", 1, stop);

    /// <summary>Two at once would make the same thing findable twice; the second waits for the first one's transaction.</summary>
    public static Task OneUpkeepAtATime(this SigHubDb db, CancellationToken stop = default) =>
        db.TakeNumbers("upkeep", 1, stop);

    /// <summary>
    /// Takes <paramref name="count"/> numbers and gives the first. Inside a transaction they are given back when it fails;
    /// others who want numbers wait until it ends.
    /// </summary>
    public static async Task<int> TakeNumbers(
        this SigHubDb db,
        string kind,
        int count,
        CancellationToken stop = default
    )
    {
        var last = await db
            .Database.SqlQuery<int>(
                $"""
                INSERT INTO numbers (kind, last) VALUES ({kind}, {count})
                ON CONFLICT (kind) DO UPDATE SET last = numbers.last + {count}
                RETURNING last AS "Value"
                """
            )
            .ToListAsync(stop);
        return last[0] - count + 1;
    }
}
