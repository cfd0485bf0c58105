using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Features.Meetings.Writing;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Meetings;

public sealed class Writing_minutes : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task Whoever_keeps_them_types_and_has_begun_them(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("Present: Ada\n");

        (await hub.Type(Cast.Ada, id, 0, "Present: Ada\n", "Present: Ada, Ines\n")).ShouldBeTrue();

        var meeting = await hub.Minutes(id);
        meeting.LiveText.ShouldBe("Present: Ada, Ines\n");
        (meeting.TextVersion, meeting.State).ShouldBe((1, MeetingState.Draft));
        (await hub.Facts("MinutesBegun")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_does_not_keep_them_is_refused_and_nothing_changes(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("a");

        (await Refused(() => hub.Type(Cast.Ines, id, 0, "a", "b"))).ShouldStartWith("Only a chair");
        (await Refused(() => hub.Type(null, id, 0, "a", "b"))).ShouldBe("Please sign in first.");
        (await Refused(() => hub.Type(Cast.Ada, Guid.NewGuid(), 0, "a", "b"))).ShouldContain("not here any more");
        (await hub.Minutes(id)).LiveText.ShouldBe("a");
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_that_ends_meanwhile_counts_at_the_next_stroke(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("a");
        await hub.Type(Cast.Ada, id, 0, "a", "ab");

        await hub.Look(async db =>
        {
            var ada = await db.People.SingleAsync(person => person.DisplayName == "Ada Quill");
            var chair = await db.Memberships.SingleAsync(one => one.PersonId == ada.Id);
            chair.End(Actor.Administrator(ada.Id), hub.Clock.UtcNow().AddDays(-1).Day(), hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        (await Refused(() => hub.Type(Cast.Ada, id, 1, "ab", "abc", stroke: 2))).ShouldStartWith("Only a chair");
        (await hub.Minutes(id)).LiveText.ShouldBe("ab");
    }

    [Theory, OnEveryDatabase]
    public async Task Final_and_cancelled_ones_are_not_typed_in(Database database)
    {
        var hub = await Open(database);
        var final = await hub.ScheduleMeeting("a");
        var cancelled = await hub.ScheduleMeeting("a", slot: 2);
        await hub.Change(final, (meeting, robin) => meeting.Finalize(robin, hub.Clock.UtcNow().AddDays(1)));
        await hub.Change(cancelled, (meeting, robin) => meeting.Cancel(robin, "Too few can come.", hub.Clock.UtcNow()));

        (await Refused(() => hub.Type(Cast.Ada, final, 1, "a", "b"))).ShouldContain("final");
        (await Refused(() => hub.Type(Cast.Ada, cancelled, 0, "a", "b"))).ShouldContain("cancelled");
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_typed_meanwhile_goes_before(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("one two");

        await hub.Type(Cast.Ada, id, 0, "one two", "one and two");
        await hub.Type(Cast.Mira, id, 0, "one two", "one two three", Guid.NewGuid());
        await hub.Type(Cast.Robin, id, 1, "one and two", "and two", Guid.NewGuid());

        (await hub.Minutes(id)).LiveText.ShouldBe("and two three");
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_stroke_sent_again_counts_once(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("");

        (await hub.Type(Cast.Ada, id, 0, "", "once")).ShouldBeTrue();
        (await hub.Type(Cast.Ada, id, 0, "", "once")).ShouldBeTrue();

        (await hub.Minutes(id)).LiveText.ShouldBe("once");
    }

    [Theory, OnEveryDatabase]
    public async Task All_that_is_typed_at_one_moment_is_there(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("");
        var words = Enumerable.Range(0, 8).Select(i => $"word{i} ").ToList();

        await Task.WhenAll(words.Select(word => Task.Run(() => hub.Type(Cast.Ada, id, 0, "", word, Guid.NewGuid()))));

        var meeting = await hub.Minutes(id);
        meeting.TextVersion.ShouldBe(words.Count);
        meeting
            .LiveText.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Order()
            .ShouldBe(words.Select(w => w.Trim()));
    }

    [Theory, OnEveryDatabase]
    public async Task A_change_that_fits_no_text_is_not_made(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("a");

        (await hub.Type(Cast.Ada, id, 0, "longer", "long")).ShouldBeFalse("it was made for another text");
        (await hub.Type(Cast.Ada, id, 7, "a", "b")).ShouldBeFalse("nobody knows version 7");
    }

    [Theory, OnEveryDatabase]
    public async Task Typing_does_not_stand_in_the_way_of_whoever_changes_the_agenda(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("a");
        await hub.Type(Cast.Ada, id, 0, "a", "ab");
        var seen = (await hub.Minutes(id)).Version;

        await hub.Type(Cast.Ada, id, 1, "ab", "abc", stroke: 2);

        (await hub.Minutes(id)).Version.ShouldBe(seen);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_puts_a_whole_text_in_its_place_and_who_types_do_not_overwrite_each_other(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("a");

        await hub.Change(id, (meeting, robin) => meeting.Write(robin, "a template\r\nwith lines", hub.Clock.UtcNow()));
        await hub.Type(Cast.Ada, id, 0, "a", "a!");
        (await hub.Minutes(id)).LiveText.ShouldBe("a template\nwith lines!");

        await Should.ThrowAsync<DbUpdateException>(() =>
            hub.Look(async db =>
            {
                var late = await db.Meetings.SingleAsync(one => one.Id == id);
                await hub.Type(Cast.Ada, id, 2, late.LiveText, late.LiveText + "?", stroke: 2);
                late.Write(await Robin(db), "overwritten", hub.Clock.UtcNow());
                return await db.SaveChangesAsync();
            })
        );
        (await hub.Minutes(id)).LiveText.ShouldBe("a template\nwith lines!?");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_wrote_is_told_once_after_a_pause_and_from_which_words_to_which(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("");
        await hub.Type(Cast.Ada, id, 0, "", "Ada ");
        await hub.Type(Cast.Mira, id, 1, "Ada ", "Ada, Mira", Guid.NewGuid());
        await hub.Type(Cast.Ada, id, 2, "Ada, Mira", "Ada, Mira.", stroke: 2);

        await hub.As<RecordWriting>(null, record => record.Run());
        (await hub.Facts("MinutesWritten")).ShouldBe(0, "they are still at it");
        hub.Clock.Advance(TimeSpan.FromMinutes(3));
        await hub.As<RecordWriting>(null, record => record.Run());
        await hub.As<RecordWriting>(null, record => record.Run());

        var told = await hub.Look(db => db.Activity.Where(fact => fact.Verb == "MinutesWritten").ToListAsync());
        told.Select(fact => (fact.Before, fact.After)).ShouldBe([("", "Ada, Mira."), ("", "Ada, Mira.")]);
        told.Select(fact => fact.ActorId).Distinct().Count().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Changes_are_kept_one_by_one_for_a_month(Database database)
    {
        var hub = await Open(database);
        var id = await hub.ScheduleMeeting("");
        await hub.Type(Cast.Ada, id, 0, "", "a");
        hub.Clock.Advance(TimeSpan.FromMinutes(3));
        await hub.As<RecordWriting>(null, record => record.Run());
        hub.Clock.Advance(RecordWriting.Kept);

        await hub.As<RecordWriting>(null, record => record.Run());

        (await hub.Look(db => db.MinutesEdits.CountAsync())).ShouldBe(0);
        (await hub.Type(Cast.Ada, id, 0, "", "b", stroke: 2)).ShouldBeFalse(
            "who has been away for so long needs the text"
        );
        (await hub.Type(Cast.Ada, id, 1, "a", "ab", stroke: 2)).ShouldBeTrue();
    }

    private static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Message;

    private static async Task<Actor> Robin(SigHubDb db) =>
        Actor.Administrator((await db.People.SingleAsync(person => person.DisplayName == "Robin Vale")).Id);
}

internal static class MinutesOfAHub
{
    /// <summary>A meeting of SIG/Compute on the day of the test, whose text was there from the beginning.</summary>
    public static Task<Guid> ScheduleMeeting(this Hub hub, string text, int slot = 1) =>
        hub.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(group => group.Name == "SIG/Compute");
            var robin = Actor.Administrator((await db.People.SingleAsync(p => p.DisplayName == "Robin Vale")).Id);
            var now = hub.Clock.UtcNow();
            var meeting = Meeting.Schedule(robin, group.Id, now.AddDays(1).Day(), slot, "Planning", time: null, now);
            db.Meetings.Add(meeting);
            await db.SaveChangesAsync();
            await db
                .Meetings.Where(one => one.Id == meeting.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Text, text));
            return meeting.Id;
        });

    public static Task<bool> Type(
        this Hub hub,
        string? who,
        Guid meeting,
        int version,
        string from,
        string to,
        Guid? pen = null,
        int stroke = 1
    ) =>
        hub.As<EditMinutes, bool>(
            who,
            edit => edit.Run(meeting, version, TextChange.Between(from, to), pen ?? s_adas, stroke)
        );

    public static Task<Meeting> Minutes(this Hub hub, Guid id) =>
        hub.Look(db => db.Meetings.AsNoTracking().SingleAsync(one => one.Id == id));

    public static Task<int> Facts(this Hub hub, string verb) =>
        hub.Look(db => db.Activity.CountAsync(fact => fact.Verb == verb));

    public static Task<int> Change(this Hub hub, Guid id, Action<Meeting, Actor> change) =>
        hub.Look(async db =>
        {
            var robin = Actor.Administrator((await db.People.SingleAsync(p => p.DisplayName == "Robin Vale")).Id);
            change(await db.Meetings.SingleAsync(one => one.Id == id), robin);
            return await db.SaveChangesAsync();
        });

    public static DateOnly Day(this DateTime instant) => DateOnly.FromDateTime(instant);

    private static readonly Guid s_adas = Guid.NewGuid();
}
