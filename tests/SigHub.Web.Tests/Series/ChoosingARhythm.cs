using SigHub.Domain;
using SigHub.Domain.Meetings;
using SigHub.Web.Features.Series;

namespace SigHub.Web.Tests.Series;

public sealed class Choosing_a_rhythm
{
    private static readonly DateOnly s_thursday = new(2026, 3, 12);

    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TH", "every Thursday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "every 2nd Monday and Thursday")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TH", "on the 2nd Thursday of the month")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR", "on the last Friday of every quarter")]
    [InlineData("FREQ=MONTHLY", "on the 12th of the month")]
    [InlineData("FREQ=DAILY;INTERVAL=2", "every 2nd day")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231", "every Thursday, until 31 December 2026")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;COUNT=5", "every Thursday, 5 times")]
    public void A_form_says_it_back_as_it_was(string rule, string words)
    {
        var choice = RhythmChoice.Of(
            RecurrenceRule.Parse(rule),
            s_thursday,
            new MeetingTime(new TimeOnly(17, 0), "Europe/Berlin", 60)
        );

        choice!.Rule().ToString().ShouldBe(rule);
        choice.InWords().ShouldBe(words);
    }

    [Fact]
    public void What_a_form_cannot_say_it_does_not_pretend_to() =>
        RhythmChoice
            .Of(
                RecurrenceRule.Parse("FREQ=MONTHLY;BYDAY=1MO,3MO"),
                s_thursday,
                new MeetingTime(new TimeOnly(17, 0), "Europe/Berlin", 60)
            )
            .ShouldBeNull();

    [Fact]
    public void The_next_days_keep_the_clock_of_their_zone_over_daylight_saving()
    {
        var choice = RhythmChoice.From(s_thursday, "Europe/Berlin");
        choice.Start = new TimeOnly(17, 0);

        choice
            .Next(s_thursday, 4)
            .Select(start => start.Hour)
            .ShouldBe([16, 16, 16, 15], "the clocks go forward on 29 March 2026");
    }

    [Fact]
    public void A_week_without_a_day_is_refused()
    {
        var choice = RhythmChoice.From(s_thursday, "Europe/Berlin");
        choice.Days.Clear();

        Should.Throw<RuleBroken>(() => choice.Rule()).Message.ShouldContain("Choose a day of the week");
    }

    [Fact]
    public void It_ends_in_one_way_only()
    {
        var choice = RhythmChoice.From(s_thursday, "Europe/Berlin");
        (choice.Times, choice.Until) = (5, new DateOnly(2026, 12, 31));

        Should.Throw<RuleBroken>(() => choice.Rule()).Message.ShouldContain("leave one of them empty");
    }
}
