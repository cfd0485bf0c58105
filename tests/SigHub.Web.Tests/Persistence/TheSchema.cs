using Microsoft.EntityFrameworkCore;
using SigHub.Testing;

namespace SigHub.Web.Tests.Persistence;

public sealed class The_schema : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task Migrations_say_what_the_model_says(Database database)
    {
        var hub = await Open(database);

        var drifted = await hub.Look(db => Task.FromResult(db.Database.HasPendingModelChanges()));

        drifted.ShouldBeFalse("the model changed without a migration; see the README, “Change the model”");
    }

    [Theory, OnEveryDatabase]
    public async Task Migrating_twice_changes_nothing(Database database)
    {
        var hub = await Open(database);

        await hub.Look(async db =>
        {
            await db.Database.MigrateAsync();
            return true;
        });

        var pending = await hub.Look(db => db.Database.GetPendingMigrationsAsync());
        pending.ShouldBeEmpty();
        var applied = await hub.Look(db => db.Database.GetAppliedMigrationsAsync());
        applied.ShouldNotBeEmpty();
    }
}
