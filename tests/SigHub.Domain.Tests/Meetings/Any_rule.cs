using FsCheck;
using FsCheck.Fluent;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Any_rule
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly Gen<string> Texts =
        from frequency in Gen.Elements("DAILY", "WEEKLY", "MONTHLY")
        from interval in Gen.Choose(1, 5)
        from ordinal in Gen.Elements("", "1", "2", "5", "-1", "-3")
        from days in Gen.SubListOf(Days)
        from end in Gen.Elements("", ";COUNT=7", ";UNTIL=20281231")
        from start in Gen.Elements("", ";WKST=SU")
        let byDay = string.Join(',', days.Select(d => (frequency == "MONTHLY" ? ordinal : "") + d))
        select $"FREQ={frequency};INTERVAL={interval}{(byDay.Length > 0 ? ";BYDAY=" + byDay : "")}{end}{start}";

    private static readonly Gen<(RecurrenceRule Rule, DateOnly Start)> Rules =
        from text in Texts
        from day in Gen.Choose(0, 4000)
        select (RecurrenceRule.Parse(text), new DateOnly(2019, 12, 30).AddDays(day));

    [Fact]
    public void Is_read_as_it_was_written() => Holds(x => RecurrenceRule.Parse(x.Rule.ToString()).Equals(x.Rule));

    [Fact]
    public void Names_days_in_order_from_its_start_to_its_end() =>
        Holds(x =>
        {
            var days = x.Rule.DaysFrom(x.Start).Take(30).ToList();
            return days.All(d => d >= x.Start && !(d > x.Rule.Until))
                && days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second)
                && !(days.Count > x.Rule.Count);
        });

    [Fact]
    public void Names_only_days_of_the_week_that_it_lists() =>
        Holds(x =>
            x.Rule.ByDay.Count == 0
            || x.Rule.DaysFrom(x.Start).Take(30).All(d => x.Rule.ByDay.Any(rule => rule.Day == d.DayOfWeek))
        );

    [Fact]
    public void Keeps_to_every_nth_week_or_month_from_its_start() =>
        Holds(x => x.Rule.DaysFrom(x.Start).Take(30).All(d => Distance(x.Rule, x.Start, d) % x.Rule.Interval == 0));

    [Fact]
    public void Stopped_early_names_the_same_days_until_then() =>
        Holds(x =>
        {
            var last = x.Start.AddDays(90);
            var before = x.Rule.DaysFrom(x.Start).TakeWhile(d => d <= last).ToList();
            return x.Rule.Count is not null
                || x.Rule.Until < last
                || x.Rule.EndingOn(last).DaysFrom(x.Start).SequenceEqual(before);
        });

    private static int Distance(RecurrenceRule rule, DateOnly start, DateOnly day) =>
        rule.Frequency switch
        {
            Frequency.Daily => day.DayNumber - start.DayNumber,
            Frequency.Weekly => (WeekOf(rule, day) - WeekOf(rule, start)) / 7,
            Frequency.Monthly => (day.Year - start.Year) * 12 + day.Month - start.Month,
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };

    private static int WeekOf(RecurrenceRule rule, DateOnly day)
    {
        while (day.DayOfWeek != rule.WeekStart)
            day = day.AddDays(-1);

        return day.DayNumber;
    }

    private static void Holds(Func<(RecurrenceRule Rule, DateOnly Start), bool> property) =>
        Prop.ForAll(Arb.From(Rules), property).QuickCheckThrowOnFailure();
}
