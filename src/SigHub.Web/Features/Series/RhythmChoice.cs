using System.Globalization;
using SigHub.Domain;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;

namespace SigHub.Web.Features.Series;

/// <summary>In what a monthly rhythm counts: "the 2nd Thursday", "the 15th".</summary>
public enum MonthlyBy
{
    Weekday,
    DayOfMonth,
}

/// <summary>A rhythm as a form fills it in: the parts of a sentence, a start, a clock, and perhaps an end.</summary>
public sealed class RhythmChoice
{
    /// <summary>Which of a month's weekdays can be chosen; -1 is the last.</summary>
    public static IReadOnlyList<int> Ordinals { get; } = [1, 2, 3, 4, -1];

    /// <summary>Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    private static readonly string[] s_words = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public Frequency Frequency { get; set; } = Frequency.Weekly;

    /// <summary>Each so many weeks, months or days.</summary>
    public int Interval { get; set; } = 1;

    /// <summary>Of a weekly rhythm.</summary>
    public HashSet<DayOfWeek> Days { get; init; } = [];

    public MonthlyBy By { get; set; }
    public int Ordinal { get; set; } = 1;
    public DayOfWeek Weekday { get; set; } = DayOfWeek.Thursday;
    public DateOnly StartsOn { get; set; }
    public TimeOnly Start { get; set; } = new(16, 0);
    public string Zone { get; set; } = Zones.Utc;
    public int? Minutes { get; set; } = 60;

    /// <summary>The last day on which it may meet.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>After how many meetings it ends, where no last day says so.</summary>
    public int? Times { get; set; }

    public MeetingTime Time => new(Start, Zone.Trim(), Minutes);

    public static RhythmChoice From(DateOnly startsOn, string zone) =>
        new()
        {
            StartsOn = startsOn,
            Zone = zone,
            Days = [startsOn.DayOfWeek],
            Weekday = startsOn.DayOfWeek,
            Ordinal = Math.Min(4, ((startsOn.Day - 1) / 7) + 1),
        };

    /// <summary>What a slot says. Null for rules that a form does not know (several ordinals); they are told in words only.</summary>
    public static RhythmChoice? Of(RecurrenceRule rule, DateOnly startsOn, MeetingTime time)
    {
        var choice = From(startsOn, time.Zone);
        (choice.Start, choice.Minutes) = (time.Start, time.Minutes);
        (choice.Frequency, choice.Interval) = (rule.Frequency, rule.Interval);
        (choice.Until, choice.Times) = (rule.Until, rule.Count);
        if (rule.Frequency == Frequency.Weekly && rule.ByDay.Count > 0)
        {
            choice.Days.Clear();
            choice.Days.UnionWith(rule.ByDay.Select(day => day.Day));
        }
        else if (rule.Frequency == Frequency.Monthly)
        {
            choice.By = rule.ByDay.Count == 0 ? MonthlyBy.DayOfMonth : MonthlyBy.Weekday;
            if (rule.ByDay is [{ Ordinal: { } nth, Day: var day }])
                (choice.Ordinal, choice.Weekday) = (nth, day);
        }

        return choice.Rule().Equals(rule) ? choice : null;
    }

    /// <exception cref="RuleBroken">No day of the week is chosen, or a number is out of bounds.</exception>
    public RecurrenceRule Rule()
    {
        RuleBroken.If(Interval is < 1 or > 52, "It repeats every 1 to 52 weeks, months or days.");
        RuleBroken.If(
            Frequency == Frequency.Weekly && Days.Count == 0,
            "Choose a day of the week, or several, on which the group meets."
        );
        RuleBroken.If(Until < StartsOn, "It ends before it starts.");
        RuleBroken.If(Times is < 1 or > 1000, "It ends after 1 to 1000 meetings.");
        RuleBroken.If(
            Until is not null && Times is not null,
            "It ends on a day or after so many meetings: leave one of them empty."
        );

        var parts = new List<string> { $"FREQ={Frequency.ToString().ToUpperInvariant()}" };
        if (Interval > 1)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"INTERVAL={Interval}"));
        if (Frequency == Frequency.Weekly)
            parts.Add("BYDAY=" + string.Join(',', Week.Where(Days.Contains).Select(day => s_words[(int)day])));
        if (Frequency == Frequency.Monthly && By == MonthlyBy.Weekday)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"BYDAY={Ordinal}{s_words[(int)Weekday]}"));
        if (Until is { } last)
            parts.Add("UNTIL=" + last.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        if (Times is { } count)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"COUNT={count}"));
        return RecurrenceRule.Parse(string.Join(';', parts));
    }

    /// <summary>"every 2nd Thursday, until 31 December 2026".</summary>
    public string InWords() => InWords(Rule(), StartsOn);

    public static string InWords(RecurrenceRule rule, DateOnly startsOn) =>
        Rhythm.Of(rule, startsOn)
        + (rule.Until is { } last ? $", until {Components.Days.Long(last)}" : "")
        + (rule.Count is { } count ? $", {Components.Days.Count(count, "time")}" : "");

    /// <summary>The next so many days on which it would meet, as instants.</summary>
    public IReadOnlyList<DateTime> Next(DateOnly from, int count)
    {
        var time = Time;
        return [.. Rule().DaysFrom(StartsOn).Where(day => day >= from).Take(count).Select(time.On)];
    }
}
