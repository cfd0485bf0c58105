using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>Minutes kept as a table, a topic a row: the columns say what is notes, what are actions, what was decided.</summary>
internal sealed class MinutesTable
{
    private readonly SectionKind[] kinds;

    private MinutesTable(OutlineLine head) => kinds = [.. head.Cells.Select((cell, at) => KindOf(cell.Text.Text, at))];

    /// <summary>Null where the row is no head of such a table.</summary>
    public static MinutesTable? Of(OutlineLine row) =>
        row is { IsTableHead: true, Cells.Count: > 1 }
        && Columns.Of(row) is not { Count: > 1 }
        && new MinutesTable(row) is var table
        && table.kinds.Any(kind => kind is SectionKind.Actions or SectionKind.Decisions)
            ? table
            : null;

    /// <summary>One row as sections, each a cell's lines.</summary>
    public IEnumerable<Section> Read(OutlineLine row, Section? parent)
    {
        for (var i = 0; i < row.Cells.Count && i < kinds.Length; i++)
        {
            var section = new Section(kinds[i], null, parent);
            section.Lines.AddRange(Lines(row, row.Cells[i], kinds[i]));
            yield return section;
        }
    }

    /// <summary>Paragraphs of a column of actions are its items.</summary>
    private static IEnumerable<OutlineLine> Lines(OutlineLine row, Cell cell, SectionKind kind)
    {
        var paragraph = kind == SectionKind.Discussion ? LineKind.Text : LineKind.Item;
        if (cell.Inside.Count == 0 && !cell.Text.IsEmpty)
            return [OutlineLine.Within(row, paragraph, cell.Text)];
        return cell.Inside.Select(line =>
            line.Kind == LineKind.Text && line.Depth == 0 ? OutlineLine.Within(line, paragraph, line.Text) : line
        );
    }

    private static SectionKind KindOf(string head, int at)
    {
        if (at == 0 && English.Topics.Contains(Fold.Text(head)))
            return SectionKind.Agenda;
        var label = head.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? head[..colon] : head;
        var kind =
            Fold.Words(label).Length > 1 && label.Contains("otes", StringComparison.Ordinal)
                ? SectionKind.Discussion
                : SectionName.OfHeading(label);
        return kind is SectionKind.Actions or SectionKind.Decisions ? kind : SectionKind.Discussion;
    }
}
