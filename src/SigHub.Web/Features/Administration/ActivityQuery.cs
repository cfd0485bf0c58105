using System.Globalization;

namespace SigHub.Web.Features.Administration;

/// <summary>The filters of the activity log as they stand in an address; what cannot be read is left out.</summary>
public static class ActivityQuery
{
    public static ReadActivity.Filter Read(
        string? who,
        string? what,
        string? kind,
        string? group,
        string? from,
        string? until,
        string? page
    ) =>
        new(
            who,
            what,
            kind,
            group,
            Day(from),
            Day(until),
            int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 100_000) : 1
        );

    /// <summary>Without the page.</summary>
    public static string Write(ReadActivity.Filter filter)
    {
        (string Name, string? Value)[] parts =
        [
            ("who", filter.Who),
            ("what", filter.What),
            ("kind", filter.Kind),
            ("group", filter.Group),
            ("from", Text(filter.From)),
            ("until", Text(filter.Until)),
        ];
        return string.Join(
            '&',
            parts
                .Where(part => !string.IsNullOrWhiteSpace(part.Value))
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
        );
    }

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1 and < 9999
            ? day
            : null;
}
