using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Web.Features.Groups;
using SigHub.Web.Features.People;
using SigHub.Web.Features.Search;
using SigHub.Web.Persistence;
using SigHub.Web.Persistence.Searching;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Persistence;

public sealed class Keeping_search_right : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task What_is_made_changed_or_deleted_shows_at_once(Database database)
    {
        var hub = await OpenScene(database);
        (await Count(hub, "zeppelin")).ShouldBe(0);

        var id = await hub.Look(async db =>
        {
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            var compute = await db.Groups.SingleAsync(group => group.Name == "SIG/Compute");
            var day = new DateOnly(2026, 3, 1);
            var decision = Decision.Record(
                Actor.Administrator(robin.Id),
                900,
                compute.Id,
                null,
                day,
                "Buy a zeppelin.",
                hub.Clock.UtcNow()
            );
            db.Decisions.Add(decision);
            await db.SaveChangesAsync();
            return decision.Id;
        });
        (await Count(hub, "zeppelin")).ShouldBe(1);

        await hub.Look(async db =>
        {
            var robin = await db.People.SingleAsync(person => person.DisplayName == "Robin Vale");
            var decision = await db.Decisions.SingleAsync(one => one.Id == id);
            decision.Reword(Actor.Administrator(robin.Id), "Buy a balloon.", hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });
        (await Count(hub, "zeppelin")).ShouldBe(0);
        (await Count(hub, "balloon")).ShouldBe(1);

        await hub.Look(async db =>
        {
            db.Decisions.Remove(await db.Decisions.SingleAsync(one => one.Id == id));
            return await db.SaveChangesAsync();
        });
        (await Count(hub, "balloon")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_written_in_bulk_shows_at_once_too(Database database)
    {
        var hub = await OpenScene(database);
        (await Count(hub, "warewulf")).ShouldBe(1);

        await hub.Look(db =>
            db.Meetings.Where(m => m.Title == "Kernel node, Warewulf")
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(m => m.Title, "Zeppelins").SetProperty(m => m.Text, "By the wing")
                )
        );
        (await Count(hub, "dracut")).ShouldBe(0);
        (await Count(hub, "zeppelins wing")).ShouldBe(1);

        await hub.Look(db =>
            db.Meetings.Where(m => m.Title == "Zeppelins")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Visibility, Visibility.Closed))
        );
        (await Count(hub, "zeppelins wing")).ShouldBe(0, "it became closed");

        var notes = await hub.Look(db =>
            db.Database.ExecuteSqlRawAsync(
                "UPDATE action_notes SET text = replace(text, 'mirror team', 'zeppelin crew')"
            )
        );
        notes.ShouldBe(1);
        (await Count(hub, "\"zeppelin crew\"")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task What_merged_groups_said_is_found_under_the_one_that_stays(Database database)
    {
        var hub = await OpenScene(database);
        (await Count(hub, "toolset group:inference")).ShouldBeGreaterThan(1);
        var before = await Count(hub, "toolset -xyzzy kind:decision");
        var (gone, kept) = await hub.Look(async db =>
        {
            var inference = await db.Groups.SingleAsync(group => group.Name == "SIG/Inference");
            var compute = await db.Groups.SingleAsync(group => group.Name == "SIG/Compute");
            return (new Seen(inference.Id, inference.Version), compute.Id);
        });

        await hub.As<MergeGroups>(Cast.Robin, merge => merge.Run(gone, kept, "SIG/Inference"));

        (await Count(hub, "toolset kind:decision group:compute")).ShouldBe(before);
        (await Count(hub, "kind:group inference")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_that_was_taken_out_of_minutes_finds_nothing(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(db =>
            db.Meetings.Where(m => m.Title == "Kernel node, Warewulf")
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, "Tomas Lindqvist brought cake."))
        );
        (await Count(hub, "lindqvist cake")).ShouldBe(1);
        var tomas = await hub.Look(db => db.People.SingleAsync(person => person.DisplayName == "Tomas Lindqvist"));

        await hub.As<ErasePerson>(Cast.Robin, erase => erase.Run(tomas.Id, "Tomas Lindqvist", inMinutesToo: true));

        (await Count(hub, "lindqvist", Cast.Robin)).ShouldBe(0);
        (await Count(hub, "\"former member\" cake", Cast.Robin)).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task What_did_not_come_to_pass_is_not_found(Database database)
    {
        var hub = await Open(database);

        await hub.Look(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.People.Add(new Person("Nobody Atall", hub.Clock.UtcNow()));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return true;
        });

        (await Count(hub, "atall", Cast.Robin)).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Many_who_search_at_once_make_each_thing_findable_once(Database database)
    {
        var hub = await OpenScene(database);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => hub.Look(db => db.BringSearchUpToDate())));

        var (found, distinct, nouns) = await hub.Look(async db =>
            (
                await db.Findables.CountAsync(),
                await db.Findables.Select(one => one.SubjectId).Distinct().CountAsync(),
                await db.Meetings.CountAsync()
                    + await db.Actions.CountAsync()
                    + await db.Decisions.CountAsync()
                    + await db.Milestones.CountAsync()
                    + await db.People.CountAsync()
                    + await db.Groups.CountAsync()
            )
        );
        (found, distinct).ShouldBe((nouns, nouns));
    }

    [Theory, OnEveryDatabase]
    public async Task A_portal_from_before_there_was_search_is_findable_after_migrating(Database database)
    {
        var hub = await OpenScene(database);
        var before = await hub.Look(async db =>
        {
            await db.BringSearchUpToDate();
            var migrations = db.Database.GetMigrations().ToList();
            var search = migrations.FindIndex(name => name.EndsWith("_SearchEverything", StringComparison.Ordinal));
            var all = await db.Findables.CountAsync();
            await db.GetService<IMigrator>().MigrateAsync(migrations[search - 1]);
            await db.Database.MigrateAsync();
            (await db.Findables.CountAsync()).ShouldBe(0);
            return all;
        });

        (await Count(hub, "warewulf dracut")).ShouldBe(1);
        (await hub.Look(db => db.Findables.CountAsync())).ShouldBe(before);
    }

    [Theory, OnEveryDatabase]
    public async Task Every_place_is_watched(Database database)
    {
        var hub = await Open(database);

        var watched = await hub.Look(db =>
            db.Database.SqlQueryRaw<string>(
                    database is Database.Postgres
                        ? "SELECT DISTINCT tgrelid::regclass::text AS \"Value\" FROM pg_trigger WHERE tgname LIKE '%\\_findable'"
                        : "SELECT tbl_name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_findable_%' GROUP BY tbl_name HAVING count(*) = 3"
                )
                .ToListAsync()
        );

        watched.Order().ShouldBe(FindablePlaces.All.Select(place => place.Table).Order());
    }

    private static async Task<int> Count(Hub hub, string typed, string? who = null) =>
        (await hub.As<FindAnything, FindAnything.Screen>(who, find => find.Run(typed, 1))).All;
}
