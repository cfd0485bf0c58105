using SigHub.Testing;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Imports;

public sealed class Moving_in_in_any_order : ArrivalTest
{
    private static readonly string[] s_documents =
    [
        "# SIG/Compute meeting 2026-01-08\n\n## Attendees:\n* Ada Quill\n* Radek\n\n## Action items:\n* Radek to write the guide\n* Ada to ask the mirrors\n",
        "# SIG/Compute meeting 2026-01-22\n\n## Attendees:\n* Ada Quill\n* Radek Hornik - Elbtal Systems\n\n## Action items:\n* Ada to book a room\n\n## Old business:\n\n## 2026-01-08\n* Radek to write the guide - Pending\n* Ada to ask the mirrors - Done\n",
        "# SIG/Compute meeting 2026-02-05\n\n## Attendees:\n* Radek Hornik\n\n## Decisions\n- We agreed to freeze the interface.\n\n## Old business:\n\n## 2026-01-08\n* Radek to write the guide - Done, at last\n\n## 2026-01-22\n* Ada to book a room - Pending\n",
        "# SIG/Compute\n\n## Overview\nKernels and nodes.\n\n## Members\n* Radek Hornik (Elbtal Systems) - Secretary\n* Ada Quill (Halden Computing) - Chair\n",
    ];

    [Theory, OnEveryDatabase]
    public async Task Four_documents_end_in_the_same_records(Database database)
    {
        string? first = null;
        foreach (var order in OrdersOf([0, 1, 2, 3]))
        {
            await using var portal = await Portal.Of(database);
            foreach (var number in order)
                await Accept(portal.Hub, Cast.Robin, Minutes(s_documents[number], $"{number}.md"));

            var told = await Everything(portal.Hub, withNumbers: false);
            first ??= told;
            told.ShouldBe(first, $"in the order {string.Join(", ", order)}");
        }

        first!.ShouldContain("Done, at last", Case.Insensitive);
    }

    private static IEnumerable<int[]> OrdersOf(int[] numbers) =>
        numbers.Length <= 1
            ? [numbers]
            : numbers.SelectMany(first =>
                OrdersOf([.. numbers.Where(number => number != first)]).Select(rest => (int[])[first, .. rest])
            );

    /// <summary>A portal for one order, gone when it was looked at.</summary>
    private sealed class Portal(TestDatabase database, Hub hub) : IAsyncDisposable
    {
        public Hub Hub => hub;

        public static async Task<Portal> Of(Database kind)
        {
            var database = await TestDatabase.Create(kind, Hub.MigrateAndLoadCast);
            return new Portal(database, new Hub(database));
        }

        public async ValueTask DisposeAsync()
        {
            await hub.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
