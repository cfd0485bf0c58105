using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Features.Groups;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Features.Series;
using SigHub.Web.Persistence;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Series;

public sealed class Meeting_again_and_again : SceneTest
{
    private static readonly DateOnly s_start = new(2026, 4, 2);

    [Theory, OnEveryDatabase]
    public async Task A_chair_makes_a_series_and_everybody_sees_what_comes_next(Database database)
    {
        var hub = await OpenScene(database);

        await Create(hub, Cast.Ada);

        var one = (await See(hub, null)).Series.ShouldHaveSingleItem();
        one.Title.ShouldBe("Node images");
        one.Slots.ShouldHaveSingleItem().Words.ShouldBe("every 2nd Thursday");
        one.Next.Select(day => day.Date).Take(2).ShouldBe([s_start, s_start.AddDays(14)]);
        one.Next[0].StartsAt.ShouldBe(new DateTime(2026, 4, 2, 15, 0, 0, DateTimeKind.Utc));
        var group = await hub.As<ShowGroup, ShowGroup.Screen?>(null, show => show.Run("compute"));
        group!.Head.Rhythms.ShouldHaveSingleItem().Words.ShouldBe("every 2nd Thursday");
        var list = await hub.As<ListMeetings, ListMeetings.Screen?>(null, show => show.Run("compute", null));
        list!.Next.Select(next => next.Date).ShouldContain(s_start);
    }

    [Theory, OnEveryDatabase]
    public async Task A_member_makes_none(Database database)
    {
        var hub = await OpenScene(database);

        (await Refused(() => Create(hub, Cast.Ines))).ShouldContain("Only a chair");
        (await Refused(() => Create(hub, null))).ShouldContain("sign in");

        (await See(hub, Cast.Ines)).Series.ShouldBeEmpty();
        (await See(hub, Cast.Ines)).MayChange.ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task One_day_is_skipped_another_moved_a_third_cancelled(Database database)
    {
        var hub = await OpenScene(database);
        await Create(hub, Cast.Ada);

        await ChangeDay(hub, 0, new ChangeDay.Skipped("a holiday"));
        await ChangeDay(
            hub,
            1,
            new ChangeDay.Moved(new DateOnly(2026, 4, 17), new TimeOnly(9, 0), "the room is taken")
        );
        await ChangeDay(hub, 2, new ChangeDay.Cancelled("too few can come"));

        var next = (await See(hub, Cast.Ada)).Series[0].Next;
        (next[0].IsSkipped, next[0].Reason).ShouldBe((true, "a holiday"));
        (next[1].Date, next[1].Time, next[1].Reason).ShouldBe(
            (new DateOnly(2026, 4, 17), new TimeOnly(9, 0), "the room is taken")
        );
        next[2].Cancelled.ShouldBe("too few can come");
        (await hub.As<ShowGroup, ShowGroup.Screen?>(null, show => show.Run("compute")))!
            .Head.Rhythms.Single()
            .Next.ShouldBe(
                new DateTime(2026, 4, 16, 15, 0, 0, DateTimeKind.Utc),
                "the rule's own time, whatever was moved"
            );
        var meeting = await hub.Look(db => db.Meetings.SingleAsync(one => one.SeriesDay == s_start.AddDays(28)));
        meeting.State.ShouldBe(MeetingState.Cancelled);

        await ChangeDay(hub, 0, new ChangeDay.AsUsual());
        (await See(hub, Cast.Ada)).Series[0].Next[0].IsSkipped.ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task What_follows_a_day_changes_and_another_slot_takes_turns(Database database)
    {
        var hub = await OpenScene(database);
        await Create(hub, Cast.Ada);
        var one = (await See(hub, Cast.Ada)).Series[0];

        var later = Rhythm(s_start.AddDays(28), "Asia/Tokyo");
        await hub.As<ChangeRhythm>(
            Cast.Ada,
            change => change.Run(one.Seen, one.Slots[0].Id, later, from: later.StartsOn)
        );
        one = (await See(hub, Cast.Ada)).Series[0];
        await hub.As<ChangeRhythm>(
            Cast.Ada,
            change => change.Run(one.Seen, slotId: null, Rhythm(s_start.AddDays(7), "America/New_York"), from: null)
        );

        var next = (await See(hub, Cast.Ada)).Series[0].Next;
        next.Select(day => (day.Date, day.Zone))
            .ShouldBe([
                (s_start, "Europe/Paris"),
                (s_start.AddDays(7), "America/New_York"),
                (s_start.AddDays(14), "Europe/Paris"),
                (s_start.AddDays(21), "America/New_York"),
                (s_start.AddDays(28), "Asia/Tokyo"),
            ]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_member_changes_no_day_and_nothing_changes(Database database)
    {
        var hub = await OpenScene(database);
        await Create(hub, Cast.Ada);

        (await Refused(() => ChangeDay(hub, 0, new ChangeDay.Skipped("a holiday"), Cast.Ines))).ShouldContain(
            "Only a chair"
        );

        (await See(hub, Cast.Ada)).Series[0].Next[0].IsSkipped.ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task An_occurrence_begins_with_the_agenda_of_the_series_and_once(Database database)
    {
        var hub = await OpenScene(database);
        await Create(hub, Cast.Ada);
        var one = (await See(hub, Cast.Ada)).Series[0];
        var day = one.Next[0];

        var address = await Open();
        (await Open()).ShouldBe(address);

        var agenda = await hub.As<ReadAgenda, ReadAgenda.Screen?>(Cast.Ines, read => read.Run("compute", address));
        agenda!.Agenda.Select(item => (item.Title, item.Minutes)).ShouldBe([("Welcome", null), ("Open actions", 10)]);
        (await See(hub, null)).Series[0].Next[0].Address.ShouldBe(address);
        var next = (await hub.As<ListMeetings, ListMeetings.Screen?>(null, show => show.Run("compute", null)))!.Next;
        next.Count(meeting => meeting.Date == s_start).ShouldBe(1, "the meeting stands for the occurrence");
        (
            await Refused(() =>
                hub.As<OpenOccurrence, string>(
                    Cast.Ines,
                    open => open.Run(one.Seen.Id, day.SlotId, one.Next[1].RuleDay)
                )
            )
        ).ShouldContain("Only a chair");

        Task<string> Open() =>
            hub.As<OpenOccurrence, string>(Cast.Ada, open => open.Run(one.Seen.Id, day.SlotId, day.RuleDay));
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_series_is_not_found_by_others(Database database)
    {
        var hub = await OpenScene(database);
        await hub.As<CreateSeries, Guid>(
            Cast.Ada,
            create => create.Run("compute", Wanted() with { Visibility = Visibility.Closed })
        );

        (await See(hub, null)).Series.ShouldBeEmpty();
        (await Told()).ShouldBeFalse();
        (await See(hub, Cast.Ines)).Series.ShouldHaveSingleItem();
        await Show(Visibility.Public);
        (await Told()).ShouldBeTrue();
        await Show(Visibility.Members);
        (await Told()).ShouldBeFalse();

        Task<bool> Told() =>
            hub.Look(db =>
                db.Activity.VisibleTo(Viewer.Visitor).AnyAsync(entry => entry.SubjectKind == SubjectKind.Series)
            );

        async Task Show(Visibility visibility)
        {
            var one = (await See(hub, Cast.Ada)).Series[0];
            await hub.As<ChangeSeries>(
                Cast.Ada,
                change => change.Run(one.Seen, one.Title, one.AgendaTemplate, visibility)
            );
        }
    }

    private static CreateSeries.Wanted Wanted() =>
        new("Node images", Rhythm(s_start, "Europe/Paris"), "Welcome\nOpen actions (10 min)", Visibility.Public);

    private static RhythmChoice Rhythm(DateOnly start, string zone)
    {
        var choice = RhythmChoice.From(start, zone);
        (choice.Interval, choice.Start) = (2, new TimeOnly(17, 0));
        return choice;
    }

    private static Task<Guid> Create(Hub hub, string? who) =>
        hub.As<CreateSeries, Guid>(who, create => create.Run("compute", Wanted()));

    private static async Task<ShowSeries.Screen> See(Hub hub, string? who) =>
        (await hub.As<ShowSeries, ShowSeries.Screen?>(who, show => show.Run("compute")))!;

    private static async Task ChangeDay(Hub hub, int place, ChangeDay.Wanted wanted, string who = Cast.Ada)
    {
        var one = (await See(hub, Cast.Ada)).Series[0];
        var day = one.Next[place];
        await hub.As<ChangeDay>(who, change => change.Run(one.Seen, day.SlotId, day.RuleDay, wanted));
    }
}
