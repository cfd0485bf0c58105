namespace SigHub.Domain.Meetings;

/// <summary>IANA time zones (https://www.iana.org/time-zones), and what a local time means in one.</summary>
public static class Zones
{
    public const string Utc = "Etc/UTC";

    /// <summary>All names, to choose from.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Where(zone => zone.HasIanaId)
            .Select(zone => zone.Id)
            .Append(Utc)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    public static TimeZoneInfo Find(string zone)
    {
        RuleBroken.Unless(
            TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId,
            $"“{zone}” is no time zone; use a name such as Europe/Berlin."
        );
        return found;
    }

    public static string Check(string? zone) => Find(Words.Required(zone, "A time zone is missing.")).Id;

    /// <summary>
    /// The instant of a local time. A time that the clocks leave out moves forward by as much as they do; of a time that comes
    /// twice, the first is meant. (RFC 5545, 3.3.5, says the same.)
    /// </summary>
    public static DateTime ToUtc(DateOnly date, TimeOnly time, string zone)
    {
        var found = Find(zone);
        var local = date.ToDateTime(time, DateTimeKind.Utc);
        var before = found.GetUtcOffset(local.AddDays(-1));
        var after = found.GetUtcOffset(local.AddDays(1));
        var early = local - before;
        var late = local - after;
        return found.GetUtcOffset(early) != before && found.GetUtcOffset(late) == after ? late : early;
    }

    public static DateTime ToLocal(DateTime utc, string zone) =>
        DateTime.SpecifyKind(Ids.Utc(utc) + Find(zone).GetUtcOffset(utc), DateTimeKind.Unspecified);
}
