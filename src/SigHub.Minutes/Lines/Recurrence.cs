using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>A sentence that says when a group meets, as an RFC 5545 rule with local time and zone.</summary>
internal sealed record Recurrence(string Rrule, TimeOnly? Time, string? Zone)
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private static readonly (Pattern Words, int Interval)[] Weekly =
    [
        (
            Pattern.Of(
                @"\bbi-?weekly\b|\bfortnightly\b|\bevery (?:other|second|2nd|two|2) (?:weeks?|(?:sun|mon|tues?|wednes|thurs?|fri|satur)days?)\b|\bevery (?:even|odd) weeks?\b|\balternat\w+ (?:weeks?|(?:sun|mon|tues?|wednes|thurs?|fri|satur)days?)\b"
            ),
            2
        ),
        (Pattern.Of(@"\bevery (?:three|3|third) weeks?\b"), 3),
        (Pattern.Of(@"\bevery (?:four|4|fourth) weeks?\b|\bonce (?:in|every) (?:four|4) weeks\b"), 4),
        (
            Pattern.Of(
                @"\bweekly\b|\bevery week\b|\bevery (?:sun|mon|tues?|wednes|thurs?|fri|satur)day|\b(?:sun|mon|tues|wednes|thurs|fri|satur)days\b|\beach week\b"
            ),
            1
        ),
    ];

    private static readonly Pattern Monthly = Pattern.Of(
        @"\b(?<n>first|second|third|fourth|last|1st|2nd|3rd|4th)\b(?:,? (?:and|&|/) (?<n2>first|second|third|fourth|last|1st|2nd|3rd|4th))? (?<day>"
            + Calendar.WeekdayPattern
            + @")s?\b"
    );

    private static readonly Pattern Weekday = Pattern.Of($@"\b(?<day>{Calendar.WeekdayPattern})s?\b");

    private static readonly Pattern Meets = Pattern.Of(
        @"\bmeet(?:s|ings?)?\b|\bcalls?\b|\bevery\b|\b(?:bi-?)?weekly\b|\bmonthly\b|\bfortnight|days\b"
    );

    private static readonly Pattern InTurn = Pattern.Of(
        @"\balternat\w+|\b(?:odd|even) weeks?\b|\bin turns?\b|\brotating\b"
    );

    /// <summary>
    /// None when the sentence names no rhythm together with a weekday; two where the group meets at two times of day in
    /// turn, each then half as often.
    /// </summary>
    public static IReadOnlyList<Recurrence> Read(string sentence)
    {
        if (!Meets.IsMatch(sentence) || Rule(sentence) is not { } rule)
            return [];
        var times = TimeOfDay.WithZones(sentence).Distinct().ToList();
        var slots = times.Select(time => time.Time).Distinct().ToList();
        if (slots is [var early, var late] && InTurn.IsMatch(sentence))
            return [At(early, Halved(rule)), At(late, Halved(rule))];
        var (time, zone) =
            slots is [var only] ? (only, TimeOfDay.Zone(sentence))
            : times is [(var first, { } named), (_, { } other), ..] && named != other ? (first, named)
            : ((TimeOnly?)null, TimeOfDay.Zone(sentence));
        return [new Recurrence(rule, time, zone)];

        Recurrence At(TimeOnly slot, string rhythm) =>
            new(
                rhythm,
                slot,
                times.Find(each => each.Time == slot && each.Zone is not null).Zone ?? TimeOfDay.Zone(sentence)
            );
    }

    private static string Halved(string rule) =>
        rule.Contains("INTERVAL", StringComparison.Ordinal)
            ? rule
            : rule.Replace("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", StringComparison.Ordinal);

    private static string? Rule(string sentence)
    {
        if (
            Monthly.Match(sentence) is { Success: true } monthly
            && !sentence.Contains("every other", StringComparison.OrdinalIgnoreCase)
        )
        {
            var day = Day(monthly.Groups["day"].Value);
            var places = new[] { monthly.Groups["n"], monthly.Groups["n2"] }
                .Where(group => group.Success)
                .Select(group => Place(group.Value) + day);
            return $"FREQ=MONTHLY;BYDAY={string.Join(',', places)}";
        }
        var interval = Weekly.FirstOrDefault(each => each.Words.IsMatch(sentence)).Interval;
        if (interval == 0 || Weekday.Match(sentence) is not { Success: true } weekday)
            return null;
        var every = interval > 1 ? $";INTERVAL={interval}" : "";
        return $"FREQ=WEEKLY{every};BYDAY={Day(weekday.Groups["day"].Value)}";
    }

    private static string Day(string name) => Days[Calendar.WeekdayNumber(name)];

    private static string Place(string word) =>
        word.ToLowerInvariant() switch
        {
            "first" or "1st" => "1",
            "second" or "2nd" => "2",
            "third" or "3rd" => "3",
            "fourth" or "4th" => "4",
            _ => "-1",
        };
}
