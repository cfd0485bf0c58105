using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>The day of the only meeting of a document without dated headings: from its opening lines, else from its path.</summary>
internal static class MeetingDay
{
    private static readonly Pattern Label = Pattern.Of(
        @$"^(?:meeting )?(?:{Vocabulary.DateLabel})(?: and time| & time|/time)?(?: on)?:"
    );

    private static readonly Pattern Begins = Pattern.Of(English.MeetingBegins);

    public static DateOnly? Of(Part part, Calendar calendar, DocumentPath path, List<Finding> findings)
    {
        var opening = part
            .Lines.TakeWhile((line, at) => at < 12 && !IsSection(line) && !IsRollCall(line))
            .Concat(part.Lines.Where(line => Label.IsMatch(Words(line))).Take(1))
            .Concat(part.Lines.Where(line => Begins.IsMatch(line.Text.Text)).Take(1));
        var inYear = path.Year is { } year ? calendar.InYear(year) : calendar;
        foreach (var line in opening.Where(line => line.Kind != LineKind.Verbatim))
            if (
                inYear.First(Words(line)) is { } found
                && (
                    line.Text.Text.Length < 120
                    || Begins.IsMatch(line.Text.Text)
                    || line.Text.Links.Any()
                    || line.Text.Text.Contains("://", StringComparison.Ordinal)
                )
            )
                return WithFindings(found, line, path, findings);
        if (path.Date is { } inPath)
            findings.Add(
                new Finding(
                    "date-from-path",
                    $"The text gives no day; the file's path says {inPath:yyyy-MM-dd}.",
                    Severity.Info,
                    LineSpan.At(part.Span.First)
                )
            );
        else
            findings.Add(
                new Finding(
                    "no-date",
                    "Neither the text nor the file's path gives the day of the meeting.",
                    Severity.Warning,
                    LineSpan.At(part.Span.First)
                )
            );
        return path.Date;
    }

    /// <summary>The day, with its year, that a label near the front names.</summary>
    public static DateOnly? Labelled(IEnumerable<OutlineLine> lines, Calendar calendar) =>
        lines
            .Take(12)
            .Where(line => Label.IsMatch(Words(line)))
            .Select(line => calendar.First(Words(line)))
            .FirstOrDefault(found => found is { HasYear: true })
            ?.Date;

    /// <summary>Whether a label near the front names the day of a meeting: "* Date: 2021-11-03".</summary>
    public static bool IsGiven(IEnumerable<OutlineLine> lines, Calendar calendar) =>
        lines.Take(12).Any(line => Label.IsMatch(Words(line)) && calendar.First(Words(line)) is not null);

    /// <summary>"Attending: Ada, Grace": what is said below names other days.</summary>
    private static bool IsRollCall(OutlineLine line) =>
        line.Kind == LineKind.Text
        && line.Text.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && SectionName.OfLabel(line.Text.Text[..colon]) == SectionKind.RollCall;

    /// <summary>A row of a label and its value reads as "Date: 2024-11-27".</summary>
    private static string Words(OutlineLine line) =>
        line is { Kind: LineKind.Row, Cells: [var label, var value] }
            ? $"{label.Text.Text.TrimEnd(':', ' ')}: {value.Text.Text}"
            : line.Text.Text;

    private static bool IsSection(OutlineLine line) =>
        line.Kind == LineKind.Item
        || line.Kind == LineKind.Heading
            && SectionName.OfHeading(line.Text.Text)
                is not (SectionKind.Unknown or SectionKind.Discussion or SectionKind.Meetings);

    private static DateOnly WithFindings(FoundDate found, OutlineLine line, DocumentPath path, List<Finding> findings)
    {
        if (found.IsUndecided && found.Date != path.Date)
            findings.Add(
                new Finding(
                    "undecided-date",
                    $"The day may be {found.Date:yyyy-MM-dd} or have day and month the other way round.",
                    Severity.Warning,
                    line.Span
                )
            );
        if (path.Date is { } inPath && inPath != found.Date)
            findings.Add(
                new Finding(
                    "date-differs",
                    $"The text says {found.Date:yyyy-MM-dd}, the file's path {inPath:yyyy-MM-dd}; the text's day was taken.",
                    Severity.Warning,
                    line.Span
                )
            );
        return found.Date;
    }
}
