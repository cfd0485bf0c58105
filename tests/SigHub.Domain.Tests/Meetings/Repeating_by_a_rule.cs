using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

/// <summary>The examples of RFC 5545, 3.8.5.3, as far as their rules are ours; and what it says about days that do not exist.</summary>
public sealed class Repeating_by_a_rule
{
    [Theory]
    [InlineData("FREQ=DAILY;COUNT=3", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04")]
    [InlineData(
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        "1997-09-02",
        "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12"
    )]
    [InlineData("FREQ=DAILY;BYDAY=MO,FR;COUNT=3", "1997-09-02", "1997-09-05 1997-09-08 1997-09-12")]
    [InlineData("FREQ=WEEKLY;UNTIL=19970923", "1997-09-02", "1997-09-02 1997-09-09 1997-09-16 1997-09-23")]
    [InlineData(
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=TU,TH",
        "1997-09-02",
        "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16"
    )]
    [InlineData(
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
        "1997-08-05",
        "1997-08-05 1997-08-10 1997-08-19 1997-08-24"
    )]
    [InlineData(
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
        "1997-08-05",
        "1997-08-05 1997-08-17 1997-08-19 1997-08-31"
    )]
    [InlineData("FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "1997-09-05", "1997-09-05 1997-10-03 1997-11-07 1997-12-05")]
    [InlineData(
        "FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYDAY=1SU,-1SU",
        "1997-09-07",
        "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25"
    )]
    [InlineData(
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        "1997-09-22",
        "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16"
    )]
    [InlineData(
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=6",
        "1997-09-02",
        "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04"
    )]
    [InlineData("FREQ=MONTHLY;COUNT=4", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31 2026-07-31")]
    [InlineData("FREQ=MONTHLY;BYDAY=5FR;COUNT=3", "2026-01-01", "2026-01-30 2026-05-29 2026-07-31")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=3", "2026-03-06", "2026-03-19 2026-04-02 2026-04-16")]
    [InlineData("FREQ=MONTHLY;INTERVAL=12;COUNT=2", "2024-02-29", "2024-02-29 2028-02-29")]
    public void Names_these_days(string rule, string start, string days) =>
        RecurrenceRule.Parse(rule).DaysFrom(Day(start)).Take(20).ShouldBe(days.Split(' ').Select(Day));

    [Fact]
    public void Without_an_end_days_are_worked_out_as_they_are_asked_for() =>
        RecurrenceRule.Parse("FREQ=DAILY").DaysFrom(Today).Skip(1000).First().ShouldBe(Today.AddDays(1000));

    [Theory]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TH,-1FR;UNTIL=20261231")]
    [InlineData("FREQ=DAILY;INTERVAL=3;COUNT=10")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;WKST=SU")]
    public void Is_written_as_it_was_read(string text)
    {
        RecurrenceRule.Parse(text).ToString().ShouldBe(text);
        RecurrenceRule.Parse(text).ShouldBe(RecurrenceRule.Parse(text));
    }

    [Fact]
    public void Is_read_in_any_order_and_letters() =>
        RecurrenceRule
            .Parse("RRULE:wkst=MO;interval=1;byday=+2th;freq=monthly")
            .ToString()
            .ShouldBe("FREQ=MONTHLY;BYDAY=2TH");

    [Theory]
    [InlineData("", "lacks FREQ")]
    [InlineData("BYDAY=MO", "lacks FREQ")]
    [InlineData("FREQ=YEARLY", "not YEARLY")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0", "from 1 to 999")]
    [InlineData("FREQ=WEEKLY;COUNT=-1", "from 1 to 999")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TH", "Only a monthly rule")]
    [InlineData("FREQ=MONTHLY;BYDAY=6TH", "no day of a month")]
    [InlineData("FREQ=MONTHLY;BYDAY=0TH", "no day of a month")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX", "no day of the week")]
    [InlineData("FREQ=WEEKLY;BYDAY=M", "no day of the week")]
    [InlineData("FREQ=WEEKLY;COUNT=2;UNTIL=20261231", "not by both")]
    [InlineData("FREQ=WEEKLY;UNTIL=soon", "UNTIL looks like")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15", "does not know BYMONTHDAY")]
    [InlineData("FREQ=WEEKLY;FREQ=DAILY", "stands in it twice")]
    [InlineData("FREQ=WEEKLY;BYDAY", "is not a part of a rule")]
    public void What_it_does_not_know_is_refused(string text, string because) =>
        ShouldBeRefused(() => RecurrenceRule.Parse(text), because);

    [Fact]
    public void An_instant_as_its_end_is_the_last_local_day_before_it()
    {
        var nine = new MeetingTime(new TimeOnly(9, 0), "America/New_York", 60);

        RecurrenceRule.Parse("FREQ=DAILY;UNTIL=19971224T000000Z", nine).Until.ShouldBe(Day("1997-12-23"));
        RecurrenceRule.Parse("FREQ=DAILY;UNTIL=19971224T140000Z", nine).Until.ShouldBe(Day("1997-12-24"));
        RecurrenceRule.Parse("FREQ=DAILY;UNTIL=19971224T135959Z", nine).Until.ShouldBe(Day("1997-12-23"));
        RecurrenceRule.Parse("FREQ=DAILY;UNTIL=19971224T000000Z").Until.ShouldBe(Day("1997-12-24"));
    }

    [Fact]
    public void A_calendar_gets_its_end_as_the_instant_of_the_last_start()
    {
        var nine = new MeetingTime(new TimeOnly(9, 0), "America/New_York", 60);
        var rule = RecurrenceRule.Parse("FREQ=DAILY;UNTIL=19971224");

        rule.ToCalendarText(nine).ShouldBe("FREQ=DAILY;UNTIL=19971224T140000Z");
        RecurrenceRule.Parse(rule.ToCalendarText(nine), nine).ShouldBe(rule);
    }
}
