using System.Globalization;

namespace SigHub.Web.Components;

/// <summary>Days and times in words, English, the same on every machine.</summary>
public static class Days
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Thu 12 Mar 2026"; without the year when it is this one.</summary>
    public static string Short(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", s_english);

    /// <summary>"12 March 2026".</summary>
    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", s_english);

    /// <summary>"Thu".</summary>
    public static string Weekday(DateOnly day) => day.ToString("ddd", s_english);

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"today", "tomorrow", "in 3 days", "2 weeks ago", "5 months ago", "2 years ago".</summary>
    public static string Relative(DateOnly day, DateOnly today)
    {
        var days = day.DayNumber - today.DayNumber;
        return days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            > 0 => $"in {Span(days)}",
            _ => $"{Span(-days)} ago",
        };
    }

    /// <summary>"1 action", "3 actions".</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    private static string Span(int days) =>
        days switch
        {
            < 14 => Count(days, "day"),
            < 60 => Count(days / 7, "week"),
            < 730 => Count(days / 30, "month"),
            _ => Count(days / 365, "year"),
        };
}
