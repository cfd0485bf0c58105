using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Persistence;

public sealed partial class The_schema : HubTest
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

    [Theory, OnEveryDatabase]
    public async Task Every_name_is_written_like_this(Database database)
    {
        var hub = await Open(database);

        var names = await hub.Look(db =>
            db.Database.SqlQueryRaw<string>(
                    database is Database.Postgres
                        ? """
                        SELECT table_name::text AS "Value" FROM information_schema.tables WHERE table_schema = 'public'
                        UNION SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public'
                        UNION SELECT indexname::text FROM pg_indexes WHERE schemaname = 'public'
                        UNION SELECT conname::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                        """
                        : """
                        SELECT name AS "Value" FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'
                        UNION SELECT c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'
                        """
                )
                .ToListAsync()
        );

        names.Count.ShouldBeGreaterThan(150);
        names.ShouldContain("action_owners");
        names.ShouldContain("group_id");
        names.Where(name => !SnakeCase().IsMatch(name)).ShouldBeSubsetOf(TheFrameworksOwn);
    }

    /// <summary>The tables in which EF Core remembers what it migrated are named by EF Core.</summary>
    private static readonly string[] TheFrameworksOwn =
    [
        "__EFMigrationsHistory",
        "__EFMigrationsLock",
        "Id",
        "MigrationId",
        "PK___EFMigrationsHistory",
        "ProductVersion",
        "Timestamp",
    ];

    [Theory, OnEveryDatabase]
    public async Task What_points_to_nothing_is_refused(Database database)
    {
        var hub = await Open(database);

        await Should.ThrowAsync<DbUpdateException>(() =>
            hub.Look(async db =>
            {
                var nowhere = Guid.NewGuid();
                var robin = Actor.Administrator(Guid.NewGuid());
                db.Actions.Add(ActionItem.Raise(robin, 1, nowhere, null, Writing.Today, "Go nowhere", [], Writing.Now));
                return await db.SaveChangesAsync();
            })
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Parts_go_with_their_noun_and_what_others_point_to_stays(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteMeeting();

        await hub.Look(db => db.Meetings.Where(meeting => meeting.Id == id).ExecuteDeleteAsync());

        (
            await hub.Look(db =>
                db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM attendances").ToListAsync()
            )
        ).ShouldBe([0]);
        await Should.ThrowAsync<DbException>(() =>
            hub.Look(db => db.Groups.Where(group => group.Name == "SIG/Compute").ExecuteDeleteAsync())
        );
    }

    [Fact]
    public async Task On_sqlite_readers_do_not_wait_for_the_writer()
    {
        var hub = await Open(Database.Sqlite);
        await using var writer = await hub.NewContext();
        await using var transaction = await writer.Database.BeginTransactionAsync();
        (await writer.Hpc()).Describe(await writer.Ada(), "Written and not yet saved for good.", Writing.Now);
        await writer.SaveChangesAsync();

        var mode = await hub.Look(db => db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync());
        var read = await hub.Look(db => db.Hpc()).WaitAsync(TimeSpan.FromSeconds(5));

        mode.ShouldBe(["wal"]);
        read.Overview.ShouldBeEmpty();
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
