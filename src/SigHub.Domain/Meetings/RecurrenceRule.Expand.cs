namespace SigHub.Domain.Meetings;

/// <content>The days that a rule names.</content>
public sealed partial class RecurrenceRule
{
    private static readonly DateOnly End = new(9999, 12, 31);

    /// <summary>
    /// The days on and after <paramref name="start"/> that fit, in order, worked out as they are asked for. The start itself is
    /// among them when it fits; weeks and months are counted from its week and its month. Days that do not exist (the 31st
    /// of April, a fifth Friday) are left out, as RFC 5545 says.
    /// </summary>
    public IEnumerable<DateOnly> DaysFrom(DateOnly start)
    {
        var found = 0;
        foreach (var day in Candidates(start))
        {
            if (day < start)
                continue;

            if (day > Until || found++ >= Count)
                yield break;

            yield return day;
        }
    }

    /// <summary>The same rule, ending no later than <paramref name="last"/>.</summary>
    public RecurrenceRule EndingOn(DateOnly last) =>
        new(Frequency)
        {
            Interval = Interval,
            ByDay = ByDay,
            Until = last,
            Count = null,
            WeekStart = WeekStart,
        };

    private RecurrenceRule Checked()
    {
        RuleBroken.If(Count is not null && Until is not null, "A rule ends by COUNT or by UNTIL, not by both.");
        RuleBroken.If(
            Frequency != Frequency.Monthly && ByDay.Any(d => d.Ordinal is not null),
            "Only a monthly rule counts the days of the week, such as 2TH."
        );
        return this;
    }

    private IEnumerable<DateOnly> Candidates(DateOnly start) =>
        Frequency switch
        {
            Frequency.Daily => Daily(start),
            Frequency.Weekly => Weekly(start),
            Frequency.Monthly => Monthly(start),
            _ => throw new InvalidOperationException("A rule has a frequency."),
        };

    private IEnumerable<DateOnly> Daily(DateOnly start)
    {
        for (var day = start.DayNumber; day <= End.DayNumber; day += Interval)
        {
            var date = DateOnly.FromDayNumber(day);
            if (ByDay.Count == 0 || ByDay.Any(d => d.Day == date.DayOfWeek))
                yield return date;
        }
    }

    private IEnumerable<DateOnly> Weekly(DateOnly start)
    {
        var days = ByDay.Count == 0 ? [start.DayOfWeek] : ByDay.Select(d => d.Day);
        var offsets = days.Select(FromWeekStart).Distinct().Order().ToList();
        var firstWeek = start.DayNumber - FromWeekStart(start.DayOfWeek);
        for (var week = firstWeek; week <= End.DayNumber; week += 7 * Interval)
        {
            foreach (var day in offsets.Select(offset => week + offset).Where(d => d >= 0 && d <= End.DayNumber))
                yield return DateOnly.FromDayNumber(day);
        }
    }

    private IEnumerable<DateOnly> Monthly(DateOnly start)
    {
        for (var month = start.Year * 12 + start.Month - 1; month < (End.Year + 1) * 12; month += Interval)
        {
            foreach (var day in DaysOfMonth(month / 12, month % 12 + 1, start.Day))
                yield return day;
        }
    }

    private IEnumerable<DateOnly> DaysOfMonth(int year, int month, int startDay)
    {
        var length = DateTime.DaysInMonth(year, month);
        if (ByDay.Count == 0)
            return startDay <= length ? [new DateOnly(year, month, startDay)] : [];

        return Enumerable
            .Range(1, length)
            .Select(day => new DateOnly(year, month, day))
            .Where(day => ByDay.Any(rule => Fits(rule, day, length)));
    }

    private static bool Fits(WeekdayRule rule, DateOnly day, int length) =>
        rule.Day == day.DayOfWeek
        && rule.Ordinal switch
        {
            null => true,
            > 0 => rule.Ordinal == (day.Day - 1) / 7 + 1,
            _ => -rule.Ordinal == (length - day.Day) / 7 + 1,
        };

    private int FromWeekStart(DayOfWeek day) => ((int)day - (int)WeekStart + 7) % 7;
}
