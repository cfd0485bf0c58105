using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>
/// Minutes kept as a table, a topic a row: the columns say what is notes, what are actions, what was decided. A roll call
/// may have a column each for those present and those who sent regrets.
/// </summary>
internal sealed class MinutesTable
{
    private static readonly SectionKind[] RollCalls = [SectionKind.RollCall, SectionKind.Regrets, SectionKind.Absent];

    private readonly SectionKind[] kinds;
    private readonly Dictionary<int, Section> people = [];

    private MinutesTable(OutlineLine head) => kinds = [.. head.Cells.Select((cell, at) => KindOf(cell.Text.Text, at))];

    /// <summary>Null where the row is no head of such a table.</summary>
    public static MinutesTable? Of(OutlineLine row, SectionKind above)
    {
        if (row.Cells.Count < 2)
            return null;
        var table = new MinutesTable(row);
        return
            IsOfPeople(row)
            || row.IsTableHead && table.kinds.Skip(1).Any(IsOutcome) && !IsTaskList(row)
            || row.IsTableHead && table.kinds.Contains(SectionKind.Agenda) && IsOfTopics(row, above)
            ? table
            : null;
    }

    /// <summary>One row as sections, each a cell's lines; those of a column of people belong together.</summary>
    public IEnumerable<Section> Read(OutlineLine row, Section? parent)
    {
        for (var i = 0; i < row.Cells.Count && i < kinds.Length; i++)
        {
            var lines = Lines(row, row.Cells[i], kinds[i]);
            if (people.TryGetValue(i, out var same))
            {
                same.Lines.AddRange(lines);
                continue;
            }
            var section = new Section(kinds[i], null, parent);
            section.Lines.AddRange(lines);
            if (RollCalls.Contains(kinds[i]))
                people[i] = section;
            yield return section;
        }
    }

    /// <summary>Paragraphs of a column of actions or people are its items.</summary>
    private static IEnumerable<OutlineLine> Lines(OutlineLine row, Cell cell, SectionKind kind)
    {
        var paragraph = kind == SectionKind.Discussion ? LineKind.Text : LineKind.Item;
        if (cell.Inside.Count == 0 && !cell.Text.IsEmpty)
            return [OutlineLine.Within(row, paragraph, cell.Text)];
        return cell.Inside.Select(line =>
            line.Kind == LineKind.Text && line.Depth == 0 ? OutlineLine.Within(line, paragraph, line.Text) : line
        );
    }

    /// <summary>Two labels of roll calls side by side, and nothing else, need no rule under them.</summary>
    private static bool IsOfPeople(OutlineLine row)
    {
        var labels = row.Cells.Select(cell => cell.Text.Text).Where(label => label.Length > 0).ToList();
        return labels.Count > 1 && labels.TrueForAll(label => RollCalls.Contains(SectionName.OfWhole(label)));
    }

    /// <summary>Below an agenda the rows are its topics; below the minutes they are where a column has the notes.</summary>
    private static bool IsOfTopics(OutlineLine row, SectionKind above) =>
        (
            above == SectionKind.Agenda
            || above == SectionKind.Discussion
                && row.Cells.Any(cell => English.NotesOnTopics.Contains(Fold.Text(cell.Text.Text)))
        )
        && row.Cells.Any(cell => cell.Text.Text.Length > 2 && English.Topics.Contains(Fold.Text(cell.Text.Text)))
        && !(Columns.Of(row) is { } columns && (columns.Has(Column.Status) || columns.Has(Column.Due)));

    /// <summary>Columns for owners, days or states make it a list of tasks, one a row.</summary>
    private static bool IsTaskList(OutlineLine row) =>
        Columns.Of(row) is { Count: > 1 } columns
        && (
            columns.Has(Column.Owner)
            || columns.Has(Column.Due)
            || columns.Has(Column.Status)
            || columns.Has(Column.Name)
        );

    private static bool IsOutcome(SectionKind kind) => kind is SectionKind.Actions or SectionKind.Decisions;

    private static SectionKind KindOf(string head, int at)
    {
        if (at < 2 && English.Topics.Contains(Fold.Text(head)))
            return SectionKind.Agenda;
        if (SectionName.OfWhole(head) is var whole && RollCalls.Contains(whole))
            return whole;
        var label = head.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? head[..colon] : head;
        var kind =
            Fold.Words(label).Length > 1 && label.Contains("otes", StringComparison.Ordinal)
                ? SectionKind.Discussion
                : SectionName.OfHeading(label);
        return IsOutcome(kind) ? kind : SectionKind.Discussion;
    }
}
