using System.Text.RegularExpressions;
using SigHub.Minutes.Lines;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>What a document's path says where its text is silent: a day, a year, a group's folder.</summary>
internal sealed class DocumentPath
{
    private static readonly Pattern YearAlone = Pattern.Of(@"(?:^|[^0-9])(?<year>20[0-4]\d)(?:$|[^0-9])");
    private static readonly Pattern ShortYear = Pattern.Of(
        @"(?:^|[^0-9])(?<a>\d{1,2})[-._](?<b>\d{1,2})[-._](?<c>\d{2})(?:$|[^0-9])"
    );
    private static readonly Pattern GroupFolder = Pattern.Of(
        @"^(?:(?<kind>sig|wg)[-_](?<name>[a-z][a-z0-9-]*)|(?<name>[a-z][a-z0-9-]*)[-_](?<kind>sig|wg))$"
    );
    private static readonly Pattern MeetingFolder = Pattern.Of(@"meeting|minutes");

    public DocumentPath(string document)
    {
        Segments = document
            .Replace('\\', '/')
            .Replace("__", "/", StringComparison.Ordinal)
            .Split('/', StringSplitOptions.RemoveEmptyEntries);
        var calendar = new Calendar(null, null);
        foreach (var segment in Segments.Reverse())
        {
            Date ??=
                calendar.First(Path.GetFileNameWithoutExtension(segment))?.Date
                ?? calendar.First(segment)?.Date
                ?? WithShortYear(segment);
            Year ??=
                Date?.Year
                ?? (
                    YearAlone.Match(segment) is { Success: true } year
                        ? int.Parse(year.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
                        : null
                );
        }
        Date ??= calendar
            .First(string.Join('-', Segments.TakeLast(3)).Replace(".", " ", StringComparison.Ordinal))
            ?.Date;
    }

    public DateOnly? Date { get; }

    public int? Year { get; }

    public bool IsOfMeetings => Segments.Any(MeetingFolder.IsMatch);

    /// <summary>A folder called <c>sig-widgets</c> or <c>wg-docs</c>.</summary>
    public string? Group =>
        Segments
            .Where(segment => !MeetingFolder.IsMatch(segment))
            .Select(segment => GroupFolder.Match(segment))
            .FirstOrDefault(match => match.Success)
            is { } folder
            ? $"{folder.Groups["kind"].Value.ToUpperInvariant()} {string.Join(' ', folder.Groups["name"].Value.Split('-').Select(Capital))}"
            : null;

    private string[] Segments { get; }

    /// <summary>"5-11-20" is a day in May as files are named, "21-05-11" one as well; days come second unless they cannot.</summary>
    private static DateOnly? WithShortYear(string segment)
    {
        if (ShortYear.Match(segment) is not { Success: true } match)
            return null;
        var (a, b, c) = (Number(match, "a"), Number(match, "b"), Number(match, "c"));
        var (year, month, day) = a > 12 && b <= 12 && c is > 0 and <= 31 ? (a, b, c) : (c, a, b);
        return month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(2000 + year, month)
            ? new DateOnly(2000 + year, month, day)
            : null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
