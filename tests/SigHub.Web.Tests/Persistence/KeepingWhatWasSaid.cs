using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Persistence;

public sealed class Keeping_what_was_said : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task Instants_come_back_as_the_same_utc_to_the_microsecond(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteMeeting();
        var instant = new DateTime(2026, 3, 29, 0, 59, 59, 987, 654, DateTimeKind.Utc);
        await hub.Look(async db =>
        {
            var meeting = await db.Meetings.SingleAsync(meeting => meeting.Id == id);
            meeting.Cancel(await db.Ada(), "Too few can come", Writing.Now.AddTicks(12_340));
            db.DataProtectionKeys.Add(
                new DataProtectionKey
                {
                    Name = "a",
                    Xml = "<a/>",
                    CreatedAt = instant,
                }
            );
            return await db.SaveChangesAsync();
        });

        var key = await hub.Look(db => db.DataProtectionKeys.AsNoTracking().SingleAsync(key => key.Name == "a"));
        key.CreatedAt.ShouldBe(instant);
        key.CreatedAt.Kind.ShouldBe(DateTimeKind.Utc);
        var meeting = await hub.Look(db => db.Meetings.SingleAsync(meeting => meeting.Id == id));
        meeting.Cancellation!.At.ShouldBe(Writing.Now.AddTicks(12_340));
        meeting.StartsAt.ShouldBe(new DateTime(2026, 3, 19, 15, 30, 0, DateTimeKind.Utc));
        meeting.StartsAt!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        (await hub.Look(db => db.Meetings.CountAsync(m => m.StartsAt < meeting.StartsAt.Value.AddSeconds(1)))).ShouldBe(
            1
        );
        (await hub.Look(db => db.Meetings.CountAsync(m => m.StartsAt < meeting.StartsAt))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Characters_that_no_database_keeps_cost_nobody_their_words(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteAction("Tomas\0 Lindqvist");
        await hub.Look(async db =>
        {
            var action = await db.Actions.SingleAsync(action => action.Id == id);
            db.Record(action.Reword(await db.Ada(), "Celebrate\0 🎉 half \ud83d of it", Writing.Now));
            return await db.SaveChangesAsync();
        });

        var kept = await hub.Look(db => db.Actions.SingleAsync(action => action.Id == id));
        kept.Text.ShouldBe("Celebrate 🎉 half \ufffd of it");
        kept.Owners[0].Name.ShouldBe("Tomas Lindqvist");
        kept.Version.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_local_time_is_never_stored_as_if_it_were_utc(Database database)
    {
        var hub = await Open(database);
        var instant = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);

        await hub.Look(async db =>
        {
            db.DataProtectionKeys.Add(
                new DataProtectionKey
                {
                    Name = "local",
                    Xml = "<a/>",
                    CreatedAt = instant.ToLocalTime(),
                }
            );
            return await db.SaveChangesAsync();
        });

        var kept = await hub.Look(db => db.DataProtectionKeys.AsNoTracking().SingleAsync(key => key.Name == "local"));
        kept.CreatedAt.ShouldBe(instant);
    }

    [Theory, OnEveryDatabase]
    public async Task Days_and_times_of_day_come_back_as_they_were(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteMeeting();

        var meeting = await hub.Look(db => db.Meetings.SingleAsync(meeting => meeting.Id == id));

        meeting.Date.ShouldBe(new DateOnly(2026, 3, 19));
        meeting.Time.ShouldBe(new MeetingTime(new TimeOnly(16, 30), "Europe/Paris", 45));
        (await hub.Look(db => db.Meetings.CountAsync(m => m.Date >= new DateOnly(2026, 3, 19)))).ShouldBe(1);
        (await hub.Look(db => db.Meetings.CountAsync(m => m.Date > new DateOnly(2026, 3, 19)))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_noun_comes_with_all_its_parts_in_a_query_for_each_kind(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteMeeting();
        var actionId = await hub.WriteAction("Tomas Lindqvist", "Noor Haddad");

        var meeting = await hub.Look(db => db.Meetings.AsNoTracking().SingleAsync(meeting => meeting.Id == id));
        var action = await hub.Look(db => db.Actions.AsNoTracking().SingleAsync(action => action.Id == actionId));
        var sql = await hub.Look(db => Task.FromResult(db.Meetings.Where(m => m.Id == id).ToQueryString()));

        meeting.Attendances.Count.ShouldBe(1);
        meeting.Agenda.Count.ShouldBe(1);
        meeting.Links.Count.ShouldBe(1);
        action.Owners.Count.ShouldBe(2);
        action.History.Count.ShouldBe(1);
        sql.ShouldNotContain("attendances", Case.Insensitive);
    }

    [Theory, OnEveryDatabase]
    public async Task A_query_that_projects_asks_for_nothing_else(Database database)
    {
        var hub = await Open(database);

        var sql = await hub.Look(db =>
            Task.FromResult(db.Actions.Select(action => new { action.Number, action.Text }).ToQueryString())
        );

        sql.ShouldContain("actions");
        sql.ShouldNotContain("JOIN");
        sql.ShouldNotContain("action_owners");
        sql.ShouldNotContain("due");
    }

    [Theory, OnEveryDatabase]
    public async Task Every_list_of_every_noun_is_loaded_with_it(Database database)
    {
        var hub = await Open(database);

        var lists = await hub.Look(db =>
            Task.FromResult(
                db.Model.GetEntityTypes()
                    .Where(type => type.ClrType.Namespace!.StartsWith("SigHub.Domain", StringComparison.Ordinal))
                    .SelectMany(type => type.GetNavigations())
                    .Where(navigation => navigation.IsCollection)
                    .ToList()
            )
        );

        // Thousands of strokes of a text are never read with it.
        lists
            .Select(list => $"{list.DeclaringEntityType.ClrType.Name}.{list.Name}")
            .Where(list => list != "Meeting.Edits")
            .ShouldBeSubsetOf(
                lists.Where(l => l.IsEagerLoaded).Select(l => $"{l.DeclaringEntityType.ClrType.Name}.{l.Name}")
            );
        lists.Count.ShouldBeGreaterThan(12);
    }
}
