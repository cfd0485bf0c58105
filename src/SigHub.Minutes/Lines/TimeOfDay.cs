using System.Globalization;
using System.Text.RegularExpressions;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>A time of day and the zone it is said in, as IANA names it.</summary>
internal static class TimeOfDay
{
    /// <summary>A zone by its IANA name; "Pacific/Eastern" is two zones of the United States.</summary>
    private const string Iana =
        @"(?:(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian)/[A-Z][A-Za-z_-]+(?:/[A-Z][A-Za-z_-]+)?"
        + @"|Pacific/(?:Auckland|Honolulu|Fiji|Guam|Apia|Tongatapu|Port_Moresby|Noumea|Tahiti|Majuro|Chatham)|Etc/[A-Z][A-Za-z0-9+-]+)";

    private static readonly Pattern Clock = Pattern.Of(
        @"\b(?:(?<h>\d{1,2})(?:[:.](?<m>\d{2}))? ?(?<half>[ap])\.?m\b\.?|(?<h24>[01]?\d|2[0-3]):(?<m24>[0-5]\d)(?::\d{2})?\b)"
    );

    private static readonly Pattern WithZone = Pattern.Of(
        $@"{Clock}(?: ?\(?(?:{Iana}|{string.Join('|', Language.Zones.Select(zone => zone.Name))})\b\)?)?"
    );

    private static readonly Pattern Glued = Pattern.Of(
        @"(?<m>:[0-5]\d)(?<zone>UTC|GMT|[CE]E?S?T|[EPM][SD]T)\b",
        anyCase: false
    );

    private static readonly Pattern IanaName = Pattern.Of($@"\b{Iana}\b", anyCase: false);

    private static readonly (Pattern Name, string Zone)[] Zones =
    [
        .. Language.Zones.Select(zone =>
            (Pattern.Of($@"(?:^|[^A-Za-z])(?:{zone.Name})(?:$|[^A-Za-z])", anyCase: false), zone.Zone)
        ),
    ];

    public static IEnumerable<TimeOnly> All(string text) => Clock.Matches(Apart(text)).Select(Read).OfType<TimeOnly>();

    /// <summary>Each time with the zone right behind it: "9:00 PT / 16:00 UTC".</summary>
    public static IEnumerable<(TimeOnly Time, string? Zone)> WithZones(string text)
    {
        foreach (Match match in WithZone.Matches(Apart(text)))
            if (All(match.Value).Cast<TimeOnly?>().FirstOrDefault() is { } time)
                yield return (time, Zone(match.Value));
    }

    public static string? Zone(string text) =>
        text.Contains('/', StringComparison.Ordinal) && IanaName.Match(text) is { Success: true } name
            ? name.Value
            : Zones.FirstOrDefault(zone => zone.Name.IsMatch(text)).Zone;

    /// <summary>The text without its times of day and the zones behind them.</summary>
    public static string Without(string text) => WithZone.Replace(text, " ");

    /// <summary>"16:00UTC".</summary>
    private static string Apart(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? Glued.Replace(text, "${m} ${zone}") : text;

    private static TimeOnly? Read(Match match)
    {
        var twelve = match.Groups["h"].Success;
        var hour = Number(match.Groups[twelve ? "h" : "h24"]);
        var minute = Number(match.Groups[twelve ? "m" : "m24"]);
        if (twelve && hour is < 1 or > 12 && twelve)
            return null;
        if (twelve)
            hour = hour % 12 + (match.Groups["half"].Value is "p" or "P" ? 12 : 0);
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static int Number(Group group) =>
        group.Success && group.Length > 0 ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    /// <summary>The civil time that an abbreviation means, summer and winter.</summary>
    private static class Language
    {
        public static readonly (string Name, string Zone)[] Zones =
        [
            ("UTC|GMT|Zulu", "Etc/UTC"),
            ("PST|PDT|PT|Pacific", "America/Los_Angeles"),
            ("MST|MDT|MT|Mountain", "America/Denver"),
            ("CST|CDT|CT|Central Time", "America/Chicago"),
            ("EST|EDT|ET|Eastern", "America/New_York"),
            ("CEST|CET|Central European", "Europe/Berlin"),
            ("EEST|EET", "Europe/Helsinki"),
            ("BST|UK time", "Europe/London"),
            ("IST", "Asia/Kolkata"),
            ("JST", "Asia/Tokyo"),
            ("KST", "Asia/Seoul"),
            ("AEST|AEDT", "Australia/Sydney"),
        ];
    }
}
