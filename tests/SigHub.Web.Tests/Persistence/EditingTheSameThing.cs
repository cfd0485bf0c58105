using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Persistence;

public sealed class Editing_the_same_thing : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task The_second_writer_of_an_action_is_told(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteAction("Tomas Lindqvist");
        await using var first = await hub.NewContext();
        await using var second = await hub.NewContext();
        var mine = await first.Actions.SingleAsync(action => action.Id == id);
        var theirs = await second.Actions.SingleAsync(action => action.Id == id);

        mine.MakeDue(await first.Ada(), Writing.Today.AddDays(7), Writing.Now);
        theirs.Reword(await second.Ada(), "Publish all results", Writing.Now);
        await first.SaveChangesAsync();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        var kept = await hub.Look(db => db.Actions.SingleAsync(action => action.Id == id));
        kept.Text.ShouldBe("Publish the benchmark results");
        kept.Due.ShouldBe(Writing.Today.AddDays(7));
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_add_different_parts_of_an_action_meet_too(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteAction("Tomas Lindqvist");
        await using var first = await hub.NewContext();
        await using var second = await hub.NewContext();
        var mine = await first.Actions.SingleAsync(action => action.Id == id);
        var theirs = await second.Actions.SingleAsync(action => action.Id == id);

        mine.AddNote(await first.Ada(), "Numbers are in.", Writing.Now);
        theirs.Change(await second.Ada(), ActionStatus.InProgress, Writing.Today, "half way", Writing.Now);
        await first.SaveChangesAsync();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        var kept = await hub.Look(db => db.Actions.SingleAsync(action => action.Id == id));
        kept.Notes.Count.ShouldBe(1);
        kept.Status.ShouldBe(ActionStatus.Open);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_replace_the_owners_of_an_action_meet_too(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteAction("Tomas Lindqvist");
        await using var first = await hub.NewContext();
        await using var second = await hub.NewContext();
        var mine = await first.Actions.SingleAsync(action => action.Id == id);
        var theirs = await second.Actions.SingleAsync(action => action.Id == id);

        mine.Reassign(await first.Ada(), [new Mention("Ines Moreau", null)], Writing.Now);
        theirs.Reassign(await second.Ada(), [new Mention("Noor Haddad", null)], Writing.Now);
        await first.SaveChangesAsync();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        var kept = await hub.Look(db => db.Actions.SingleAsync(action => action.Id == id));
        kept.Owners.Select(owner => owner.Name).ShouldBe(["Ines Moreau"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_call_the_roll_and_write_the_agenda_meet(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteMeeting();
        await using var first = await hub.NewContext();
        await using var second = await hub.NewContext();
        var mine = await first.Meetings.SingleAsync(meeting => meeting.Id == id);
        var theirs = await second.Meetings.SingleAsync(meeting => meeting.Id == id);

        mine.Mark(await first.Ada(), new Mention("Kofi Baah", null), Presence.Regrets, null, Writing.Now);
        theirs.RemoveFromAgenda(await second.Ada(), theirs.Agenda[0].Id, Writing.Now);
        await first.SaveChangesAsync();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        var kept = await hub.Look(db => db.Meetings.SingleAsync(meeting => meeting.Id == id));
        kept.Agenda.Count.ShouldBe(1);
        kept.Attendances.Count.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_describe_a_group_meet(Database database)
    {
        var hub = await Open(database);
        await using var first = await hub.NewContext();
        await using var second = await hub.NewContext();
        var mine = await first.Hpc();
        var theirs = await second.Hpc();

        mine.AimFor(await first.Ada(), ["Faster builds", "A paper a year"], Writing.Now);
        theirs.Describe(await second.Ada(), "We measure.", Writing.Now);
        await first.SaveChangesAsync();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());
        (await hub.Look(db => db.Hpc())).Goals.Count.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_twenty_at_once_none_is_lost_when_each_tries_again(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteAction("Tomas Lindqvist");
        var before = await Version(hub, id);
        var met = 0;

        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Task.Run(() => AddNote(n))));

        var kept = await hub.Look(db => db.Actions.SingleAsync(action => action.Id == id));
        kept.Notes.Select(note => note.Text)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 20).Select(n => $"note {n:00}"));
        kept.Notes.Select(note => note.Order).Order().ShouldBe(Enumerable.Range(1, 20));
        kept.Version.ShouldBe(before + 20);
        met.ShouldBeGreaterThan(0, "they should have met, or this test shows nothing");

        async Task AddNote(int n)
        {
            while (true)
            {
                await using var db = await hub.NewContext();
                var action = await db.Actions.SingleAsync(action => action.Id == id);
                action.AddNote(await db.Ada(), $"note {n:00}", Writing.Now);
                try
                {
                    await db.SaveChangesAsync();
                    return;
                }
                catch (DbUpdateConcurrencyException)
                {
                    Interlocked.Increment(ref met);
                }
            }
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_save_raises_the_version_once_however_many_parts_it_touches(Database database)
    {
        var hub = await Open(database);
        var id = await hub.WriteMeeting();

        (await Change(meeting => meeting.AddToAgenda)).ShouldBe(1);
        (
            await Change(meeting =>
                (ada, _, now) =>
                {
                    meeting.AddToAgenda(ada, "Budget", now);
                    meeting.AddToAgenda(ada, "Any other business", now);
                    meeting.Mark(ada, new Mention("Kofi Baah", null), Presence.Present, null, now);
                    meeting.Retitle(ada, "Weekly call", now);
                    return null!;
                }
            )
        ).ShouldBe(1);
        (
            await Change(meeting =>
                (ada, _, now) =>
                {
                    meeting.RemoveFromAgenda(ada, meeting.Agenda[0].Id, now);
                    return null!;
                }
            )
        ).ShouldBe(1);
        (await Change(_ => (_, _, _) => null!)).ShouldBe(0);

        async Task<int> Change(Func<Meeting, Func<Domain.Groups.Actor, string, DateTime, object>> act)
        {
            await using var db = await hub.NewContext();
            var meeting = await db.Meetings.SingleAsync(meeting => meeting.Id == id);
            var before = meeting.Version;
            act(meeting)(await db.Ada(), "Topic", Writing.Now);
            await db.SaveChangesAsync();
            return await hub.Look(later =>
                later.Meetings.Where(m => m.Id == id).Select(m => m.Version - before).SingleAsync()
            );
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_two_levels_down_is_a_change_to_the_series(Database database)
    {
        var hub = await Open(database);
        var id = await hub.Look(async db =>
        {
            var ada = await db.Ada();
            var series = MeetingSeries.Create(ada, (await db.Hpc()).Id, "Weekly call", Writing.Now);
            var time = new MeetingTime(new TimeOnly(16, 0), "Europe/Paris", 60);
            series.AddSlot(ada, RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=TH"), Writing.Today, time, Writing.Now);
            db.Series.Add(series);
            await db.SaveChangesAsync();
            return series.Id;
        });

        await hub.Look(async db =>
        {
            var series = await db.Series.SingleAsync(series => series.Id == id);
            series.Skip(await db.Ada(), series.Slots[0].Id, Writing.Today.AddDays(7), "a holiday", Writing.Now);
            return await db.SaveChangesAsync();
        });

        var kept = await hub.Look(db => db.Series.SingleAsync(series => series.Id == id));
        kept.Version.ShouldBe(1);
        kept.Slots[0].Changes.Single().Reason.ShouldBe("a holiday");
        kept.Occurrences(Writing.Today, Writing.Today.AddDays(15))
            .Select(occurrence => occurrence.Date)
            .ShouldBe([Writing.Today, Writing.Today.AddDays(14)]);
    }

    private static Task<int> Version(Hub hub, Guid actionId) =>
        hub.Look(db =>
            db.Actions.Where(action => action.Id == actionId).Select(action => action.Version).SingleAsync()
        );
}
