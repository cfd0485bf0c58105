using System.Text.RegularExpressions;
using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>Whether 5/6/2021 is May or June, by the other days of the document and its path.</summary>
internal static class DayOrder
{
    private static readonly Pattern Numeric = Pattern.Of(@"\b(?<a>\d{1,2})[/.](?<b>\d{1,2})[/.](?<y>(?:20)?\d{2})\b");

    public static Calendar Of(Outline outline, DocumentPath path)
    {
        bool? dayFirst = null;
        foreach (var line in outline.Lines.Where(line => line.Text.Text.AsSpan().ContainsAnyInRange('0', '9')))
        foreach (Match match in Numeric.Matches(line.Text.Text))
            dayFirst ??= Order(Number(match, "a"), Number(match, "b"), Number(match, "y") % 100, path.Date);
        var front = outline
            .Lines.Take(8)
            .Select(line => new Calendar(null, dayFirst).First(line.Text.Text))
            .FirstOrDefault(found => found is not null);
        return new Calendar(YearIn(outline) ?? front?.Date.Year ?? path.Year, dayFirst);
    }

    private static bool? Order(int a, int b, int year, DateOnly? inPath) =>
        a > 12 ? true
        : b > 12 ? false
        : inPath is { } day && day.Year % 100 == year && day.Month == a && day.Day == b && a != b ? false
        : inPath is { } other && other.Year % 100 == year && other.Month == b && other.Day == a && a != b ? true
        : null;

    /// <summary>"Meeting notes 2024" as the first heading gives the days below it their year.</summary>
    private static int? YearIn(Outline outline)
    {
        var title = outline.Lines.FirstOrDefault(line => line.Kind == LineKind.Heading)?.Text.Text ?? "";
        return Fold.Words(title)
            .Where(word =>
                word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal) && word.All(char.IsAsciiDigit)
            )
            .Select(word => (int?)int.Parse(word, System.Globalization.CultureInfo.InvariantCulture))
            .FirstOrDefault();
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
}
