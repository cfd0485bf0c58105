using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Meeting_again_and_again
{
    private static readonly MeetingTime NewYork = new(new TimeOnly(9, 0), "America/New_York", 60);
    private readonly MeetingSeries series = MeetingSeries.Create(Ada, Compilers.Id, "Compilers sync", Now);

    [Fact]
    public void Keeps_the_clock_when_daylight_saving_begins_and_ends()
    {
        Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);

        Starts("2026-03-01", "2026-03-16").ShouldBe(["03-02 09:00 14:00Z", "03-09 09:00 13:00Z"]);
        Starts("2026-10-26", "2026-11-03").ShouldBe(["10-26 09:00 13:00Z", "11-02 09:00 14:00Z"]);
    }

    [Fact]
    public void A_time_that_the_clocks_leave_out_moves_forward()
    {
        Every("FREQ=DAILY", "2026-03-07", new MeetingTime(new TimeOnly(2, 30), "America/New_York", 30));

        Starts("2026-03-07", "2026-03-10").ShouldBe(["03-07 02:30 07:30Z", "03-08 03:30 07:30Z", "03-09 02:30 06:30Z"]);
    }

    [Fact]
    public void Slots_take_turns_in_the_order_of_their_instants()
    {
        Every("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-03-05", NewYork);
        Every("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "2026-03-12", new MeetingTime(new TimeOnly(16, 0), "Asia/Tokyo", 60));

        Starts("2026-03-01", "2026-04-01")
            .ShouldBe(["03-05 09:00 14:00Z", "03-12 16:00 07:00Z", "03-19 09:00 13:00Z", "03-26 16:00 07:00Z"]);
    }

    [Fact]
    public void A_day_is_skipped_with_a_reason_and_restored()
    {
        var slot = Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);

        ShouldBeRefused(() => series.Skip(Ada, slot, Day("2026-03-09"), " ", Now), "Say why");
        series.Skip(Ada, slot, Day("2026-03-09"), "spring break", Now).Summary.ShouldContain("spring break");
        Starts("2026-03-01", "2026-03-17").ShouldBe(["03-02 09:00 14:00Z", "03-16 09:00 13:00Z"]);

        series.Restore(Ada, slot, Day("2026-03-09"), Now);
        Starts("2026-03-01", "2026-03-17").Count.ShouldBe(3);
        ShouldBeRefused(() => series.Restore(Ada, slot, Day("2026-03-09"), Now), "takes place as usual");
    }

    [Fact]
    public void A_moved_day_stands_where_it_moved_to_with_its_reason()
    {
        var slot = Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);

        series.Move(Ada, slot, Day("2026-03-16"), Day("2026-03-10"), new TimeOnly(11, 0), "travel", Now);

        Starts("2026-03-09", "2026-03-16").ShouldBe(["03-09 09:00 13:00Z", "03-10 11:00 15:00Z"]);
        series.Occurrences(Day("2026-03-10"), Day("2026-03-11")).Single().MovedBecause.ShouldBe("travel");
        Starts("2026-03-16", "2026-03-17").ShouldBeEmpty();
    }

    [Fact]
    public void This_one_and_those_that_follow_change_and_those_before_stay()
    {
        var slot = Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);

        series.ChangeFollowing(
            Ada,
            slot,
            Day("2026-03-16"),
            RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=TU"),
            Day("2026-03-17"),
            NewYork,
            Now
        );

        Starts("2026-03-01", "2026-03-26")
            .ShouldBe(["03-02 09:00 14:00Z", "03-09 09:00 13:00Z", "03-17 09:00 13:00Z", "03-24 09:00 13:00Z"]);
        series.Slots.Count.ShouldBe(2);
    }

    [Fact]
    public void From_its_first_day_on_all_of_it_changes()
    {
        var slot = Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);
        var tuesdays = RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=TU");

        series.ChangeFollowing(Ada, slot, Day("2026-03-02"), tuesdays, Day("2026-03-03"), NewYork, Now);

        series.Slots.ShouldHaveSingleItem().Rule.ShouldBe(tuesdays);
        ShouldBeRefused(
            () => series.ChangeFollowing(Ada, slot, Day("2026-03-10"), tuesdays, Day("2026-03-03"), NewYork, Now),
            "cannot begin before it"
        );
    }

    [Fact]
    public void The_meeting_of_a_day_is_found_where_it_moved_to()
    {
        var slot = Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);
        series.Move(Ada, slot, Day("2026-03-16"), Day("2026-03-10"), new TimeOnly(11, 0), "travel", Now);
        series.Skip(Ada, slot, Day("2026-03-23"), "spring break", Now);

        series.OccurrenceOf(slot, Day("2026-03-16")).Date.ShouldBe(Day("2026-03-10"));
        ShouldBeRefused(() => series.OccurrenceOf(slot, Day("2026-03-23")), "does not meet on 23 March 2026");
        ShouldBeRefused(() => series.OccurrenceOf(slot, Day("2026-03-10")), "does not meet on 10 March 2026");
    }

    [Fact]
    public void A_day_that_the_rule_does_not_name_cannot_change()
    {
        var slot = Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);

        ShouldBeRefused(() => series.Skip(Ada, slot, Day("2026-03-10"), "x", Now), "does not meet on 10 March 2026");
    }

    [Fact]
    public void It_ends_on_a_day_and_another_slot_goes_on()
    {
        var slot = Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);

        series.EndSlot(Ada, slot, Day("2026-03-15"), Now);
        Every("FREQ=WEEKLY;BYDAY=TU", "2026-03-17", NewYork);

        Starts("2026-03-01", "2026-03-25").Select(s => s[..5]).ShouldBe(["03-02", "03-09", "03-17", "03-24"]);
        ShouldBeRefused(() => series.EndSlot(Ada, slot, Day("2026-03-30"), Now), "end before that day");
    }

    [Fact]
    public void Changing_all_drops_changes_to_days_it_no_longer_names()
    {
        var slot = Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);
        series.Skip(Ada, slot, Day("2026-03-09"), "x", Now);

        series.ChangeSlot(Sol, slot, RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=TU"), Day("2026-03-03"), NewYork, Now);

        series.Slots.Single().Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Only_who_keeps_the_minutes_changes_it()
    {
        ShouldBeRefused(() => MeetingSeries.Create(Ines, Compilers.Id, "x", Now), "Only a chair");
        ShouldBeRefused(
            () => series.AddSlot(Ines, RecurrenceRule.Parse("FREQ=DAILY"), Today, NewYork, Now),
            "Only a chair"
        );
        ShouldBeRefused(() => series.ShowTo(Sol, Visibility.Closed, Now), "who sees a series");
    }

    [Fact]
    public void Nobody_need_say_how_long_it_takes()
    {
        Every("FREQ=DAILY;COUNT=1", "2026-03-02", new MeetingTime(new TimeOnly(9, 0), "Etc/UTC", minutes: null));

        var only = series.Occurrences(Day("2026-03-02"), Day("2026-04-01")).Single();
        only.Minutes.ShouldBeNull();
        only.EndsAt.ShouldBe(only.StartsAt.AddHours(1));
    }

    [Fact]
    public void One_of_its_meetings_becomes_a_meeting_and_is_as_hidden_as_the_series()
    {
        Every("FREQ=WEEKLY;BYDAY=MO", "2026-03-02", NewYork);
        series.ShowTo(Ada, Visibility.Members, Now);

        var meeting = Meeting.Of(
            Sol,
            series,
            series.Occurrences(Day("2026-03-09"), Day("2026-03-10")).Single(),
            1,
            Now
        );

        (meeting.SeriesId, meeting.Date, meeting.Time).ShouldBe((series.Id, Day("2026-03-09"), NewYork));
        meeting.StartsAt.ShouldBe(new DateTime(2026, 3, 9, 13, 0, 0, DateTimeKind.Utc));
        meeting.Visibility.ShouldBe(Visibility.Members);
    }

    private Guid Every(string rule, string from, MeetingTime time)
    {
        series.AddSlot(Ada, RecurrenceRule.Parse(rule), Day(from), time, Now);
        return series.Slots[^1].Id;
    }

    private List<string> Starts(string from, string to) =>
        [.. series.Occurrences(Day(from), Day(to)).Select(o => $"{o.Date:MM-dd} {o.Time:HH:mm} {o.StartsAt:HH:mm}Z")];
}
