using System.Globalization;
using System.Text;

namespace SigHub.Domain.Meetings;

/// <content>Reading and writing a rule as RFC 5545 writes it.</content>
public sealed partial class RecurrenceRule
{
    private const string Day = "yyyyMMdd";
    private const string Instant = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>
    /// Reads <c>FREQ=WEEKLY;INTERVAL=2;BYDAY=TH</c>, with or without <c>RRULE:</c>. An <c>UNTIL</c> that is a UTC instant becomes
    /// the last local day that it allows for <paramref name="time"/>; without a time, the day that it names.
    /// </summary>
    public static RecurrenceRule Parse(string text, MeetingTime? time = null)
    {
        var parts = Parts(text);
        RuleBroken.Unless(parts.Remove("FREQ", out var freq), $"“{text}” does not say how often; it lacks FREQ.");

        var rule = new RecurrenceRule(FrequencyOf(freq!))
        {
            Interval = parts.Remove("INTERVAL", out var interval) ? Positive("INTERVAL", interval) : 1,
            ByDay = parts.Remove("BYDAY", out var byDay) ? [.. byDay.Split(',').Select(WeekdayOf)] : [],
            Until = parts.Remove("UNTIL", out var until) ? UntilOf(until, time) : null,
            Count = parts.Remove("COUNT", out var count) ? Positive("COUNT", count) : null,
            WeekStart = parts.Remove("WKST", out var start) ? DayOf(start) : DayOfWeek.Monday,
        };
        RuleBroken.If(parts.Count > 0, $"SigHub does not know {string.Join(", ", parts.Keys)} in a rule.");
        return rule.Checked();
    }

    /// <summary>FREQ, INTERVAL (unless 1), BYDAY, UNTIL as a day, COUNT, WKST (unless Monday), in that order.</summary>
    public override string ToString() => Format(Until?.ToString(Day, CultureInfo.InvariantCulture));

    /// <summary>For a calendar file, where the start is a date and time and RFC 5545 wants <c>UNTIL</c> as a UTC instant.</summary>
    public string ToCalendarText(MeetingTime time) =>
        Format(Until is { } day ? time.On(day).ToString(Instant, CultureInfo.InvariantCulture) : null);

    private string Format(string? until)
    {
        var text = new StringBuilder("FREQ=").Append(Frequency.ToString().ToUpperInvariant());
        if (Interval > 1)
            text.Append(";INTERVAL=").Append(Interval.Invariant());

        if (ByDay.Count > 0)
            text.Append(";BYDAY=").AppendJoin(',', ByDay.Select(d => d.Ordinal?.Invariant() + Days[(int)d.Day]));

        if (until is not null)
            text.Append(";UNTIL=").Append(until);

        if (Count is { } count)
            text.Append(";COUNT=").Append(count.Invariant());

        if (WeekStart != DayOfWeek.Monday)
            text.Append(";WKST=").Append(Days[(int)WeekStart]);

        return text.ToString();
    }

    private static Dictionary<string, string> Parts(string text)
    {
        var rule = text.Trim();
        if (rule.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase))
            rule = rule["RRULE:".Length..];

        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in rule.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            RuleBroken.Unless(
                pair is [{ Length: > 0 }, { Length: > 0 }] && parts.TryAdd(pair[0], pair[1]),
                $"“{part}” is not a part of a rule, or stands in it twice."
            );
        }

        return parts;
    }

    private static Frequency FrequencyOf(string text) =>
        text switch
        {
            "DAILY" => Frequency.Daily,
            "WEEKLY" => Frequency.Weekly,
            "MONTHLY" => Frequency.Monthly,
            _ => throw new RuleBroken($"Meetings repeat daily, weekly or monthly, not {text}."),
        };

    private static int Positive(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000
            ? number
            : throw new RuleBroken($"{name} is a number from 1 to 999, not “{text}”.");

    private static WeekdayRule WeekdayOf(string text)
    {
        var word = text.Trim();
        RuleBroken.If(word.Length < 2, $"“{text}” is no day of the week.");

        var day = DayOf(word[^2..]);
        if (word.Length == 2)
            return new WeekdayRule(Ordinal: null, day);

        var isOrdinal = int.TryParse(
            word[..^2],
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var n
        );
        RuleBroken.Unless(
            isOrdinal && n is >= -5 and <= 5 and not 0,
            $"“{text}” is no day of a month, such as 2TH or -1FR."
        );
        return new WeekdayRule(n, day);
    }

    private static DayOfWeek DayOf(string text)
    {
        var day = Array.IndexOf(Days, text);
        RuleBroken.If(day < 0, $"“{text}” is no day of the week; they are MO, TU, WE, TH, FR, SA, SU.");
        return (DayOfWeek)day;
    }

    private static DateOnly UntilOf(string text, MeetingTime? time)
    {
        var date = text.Split('T')[0];
        RuleBroken.Unless(
            DateOnly.TryParseExact(date, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day),
            $"“{text}” is no day; UNTIL looks like 20261231."
        );
        if (time is null || date.Length == text.Length)
            return day;

        return LastStart(text, time);
    }

    private static DateOnly LastStart(string text, MeetingTime time)
    {
        var isUtc = text.EndsWith('Z');
        RuleBroken.Unless(
            DateTime.TryParseExact(
                isUtc ? text : text + "Z",
                Instant,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var until
            ),
            $"“{text}” is no time; UNTIL looks like 20261231T235959Z."
        );
        var local = isUtc ? Zones.ToLocal(until, time.Zone) : until;
        var last = DateOnly.FromDateTime(local);
        return TimeOnly.FromDateTime(local) < time.Start ? last.AddDays(-1) : last;
    }
}
