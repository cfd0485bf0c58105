using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>Rows or items of a roadmap that name a period.</summary>
internal static class Roadmap
{
    public static IEnumerable<ReadMilestone> Read(
        IEnumerable<Section> sections,
        string? group,
        DateOnly? from,
        Excerpt excerpt
    )
    {
        foreach (var section in sections.Where(section => section.Kind == SectionKind.Roadmap))
        {
            Columns? columns = null;
            var under = Period.Read(section.Title, from);
            foreach (var line in section.Lines)
            {
                if (columns is null && Columns.Of(line) is { } head)
                {
                    columns = head;
                    continue;
                }
                var milestone =
                    line.Kind == LineKind.Row ? Row(line, columns, group, from)
                    : line.Kind == LineKind.Item ? Item(line, under, group, from)
                    : null;
                if (milestone is null)
                    continue;
                excerpt.Take(line);
                yield return milestone;
            }
        }
    }

    private static ReadMilestone? Row(OutlineLine row, Columns? columns, string? group, DateOnly? from)
    {
        var period = Period.Read((columns?.In(row, Column.Period) ?? row.Cells[0]).Text.Text, from);
        var title = columns?.Words(row, Column.Task) ?? (row.Cells.Count > 1 ? row.Cells[1].Text.Text : "");
        return period is null || title.Length == 0
            ? null
            : Milestone(group, title, period, row) with
            {
                Status = columns?.Words(row, Column.Status),
                Owner = columns?.Words(row, Column.Owner),
            };
    }

    /// <summary>"Q3 2025: release", "April - June - release", or any item under a heading that is a period.</summary>
    private static ReadMilestone? Item(OutlineLine item, Period? under, string? group, DateOnly? from)
    {
        var text = item.Text.Text;
        foreach (var separator in (string[])[": ", " - ", " – ", " — "])
            for (
                var at = text.IndexOf(separator, StringComparison.Ordinal);
                at is > 0 and < 40;
                at = text.IndexOf(separator, at + 1, StringComparison.Ordinal)
            )
                if (Period.Read(text[..at], from) is { } period)
                    return Milestone(group, text[(at + separator.Length)..].Trim(), period, item);
        return under is not null && item.Depth == 0 ? Milestone(group, text, under, item) : null;
    }

    private static ReadMilestone Milestone(string? group, string title, Period period, OutlineLine line) =>
        new(group, null, title, period.Words, period.Start, period.End, period.Precision, null, null, line.Span);
}
