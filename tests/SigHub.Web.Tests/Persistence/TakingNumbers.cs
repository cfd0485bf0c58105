using SigHub.Web.Persistence;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Persistence;

public sealed class Taking_numbers : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task Twenty_at_once_get_different_ones_without_a_gap(Database database)
    {
        var hub = await Open(database);

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(n => Task.Run(() => hub.Look(db => db.TakeNumbers(NumberSeries.Actions, n % 3 + 1))))
        );

        taken
            .SelectMany((first, n) => Enumerable.Range(first, n % 3 + 1))
            .Order()
            .ShouldBe(Enumerable.Range(1, taken.Select((_, n) => n % 3 + 1).Sum()));
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_failed_transaction_took_is_given_back(Database database)
    {
        var hub = await Open(database);

        await hub.Look(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var first = await db.TakeNumbers(NumberSeries.Milestones, 5);
            await transaction.RollbackAsync();
            return first;
        });

        (await hub.Look(db => db.TakeNumbers(NumberSeries.Milestones, 1))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Each_kind_counts_for_itself(Database database)
    {
        var hub = await Open(database);

        await hub.Look(db => db.TakeNumbers(NumberSeries.Actions, 7));

        (await hub.Look(db => db.TakeNumbers(NumberSeries.Decisions, 1))).ShouldBe(1);
        (await hub.Look(db => db.TakeNumbers(NumberSeries.Actions, 1))).ShouldBe(8);
    }
}
