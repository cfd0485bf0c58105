using SigHub.Domain.Meetings;

namespace SigHub.Web.Components;

/// <summary>Times of day, in the zone they were said in and in the reader's.</summary>
public static class Times
{
    /// <summary>"UTC"; "Berlin" of Europe/Berlin, "New York" of America/New_York.</summary>
    public static string Place(string zone) =>
        zone is "UTC" or "GMT" || zone.StartsWith("Etc/", StringComparison.Ordinal)
            ? zone is Zones.Utc
                ? "UTC"
                : zone.Replace("Etc/", "", StringComparison.Ordinal)
            : zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>"18:00 for you", with the day when it is another one; null when the reader's clock says the same or is unknown.</summary>
    public static string? ForReader(DateTime startsAt, string zone, string? reader)
    {
        if (reader is null)
            return null;

        var there = Zones.ToLocal(startsAt, zone);
        var here = Zones.ToLocal(startsAt, reader);
        if (here == there)
            return null;

        var time = Days.Time(TimeOnly.FromDateTime(here));
        return here.Date == there.Date ? $"{time} for you" : $"{here.DayOfWeek.ToString()[..3]} {time} for you";
    }
}
