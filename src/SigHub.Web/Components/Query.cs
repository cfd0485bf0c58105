using System.Globalization;

namespace SigHub.Web.Components;

/// <summary>Reads what an address asks for; what makes no sense is as if it were not there.</summary>
public static class Query
{
    /// <summary>
    /// Words, with a space for each control character (nobody types one, and PostgreSQL holds no NUL); null when none is left.
    /// </summary>
    public static string? Words(string? text) =>
        string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim() is { Length: > 0 } words
            ? words
            : null;

    /// <summary>A whole number from 1.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    /// <summary>A year that a date can have: 1 to 9999.</summary>
    public static int? Year(string? text) => Number(text) is { } year and <= 9999 ? year : null;

    /// <summary>A day as "2026-03-12".</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
