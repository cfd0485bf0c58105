using SigHub.Domain.Meetings;

namespace SigHub.Web.Components;

/// <summary>One rhythm in which a group meets: in words, the clock of its zone, and when it is next.</summary>
public sealed record Rhythm(string Words, TimeOnly Start, string Zone, DateTime? Next)
{
    /// <summary>"every Thursday", "every 2nd Thursday" (of two weeks), "on the 2nd Thursday of the month".</summary>
    public static string Of(RecurrenceRule rule, DateOnly startsOn)
    {
        var days = rule.ByDay.Count == 0 ? [new WeekdayRule(Ordinal: null, startsOn.DayOfWeek)] : rule.ByDay;
        var names = And([.. days.Select(day => day.Day.ToString())]);
        return rule.Frequency switch
        {
            Frequency.Daily => rule.Interval == 1 ? "every day" : $"every {Nth(rule.Interval)} day",
            Frequency.Weekly => rule.Interval == 1 ? $"every {names}" : $"every {Nth(rule.Interval)} {names}",
            Frequency.Monthly => $"on {Monthly(rule, startsOn)} of {Months(rule.Interval)}",
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    private static string Monthly(RecurrenceRule rule, DateOnly startsOn) =>
        rule.ByDay.Count == 0
            ? $"the {Nth(startsOn.Day)}"
            : And([.. rule.ByDay.Select(day => day.Ordinal is { } n ? $"the {Nth(n)} {day.Day}" : $"each {day.Day}")]);

    private static string Months(int interval) =>
        interval switch
        {
            1 => "the month",
            3 => "every quarter",
            _ => $"every {Nth(interval)} month",
        };

    private static string Nth(int number) =>
        number switch
        {
            -1 => "last",
            < 0 => $"{Nth(-number)} last",
            11 or 12 or 13 => $"{number}th",
            _ => (number % 10) switch
            {
                1 => $"{number}st",
                2 => $"{number}nd",
                3 => $"{number}rd",
                _ => $"{number}th",
            },
        };

    private static string And(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
