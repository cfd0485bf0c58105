using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>What a table's column holds.</summary>
internal enum Column
{
    Date,
    Minutes,
    Name,
    Affiliation,
    Role,
    Email,
    Handle,
    Presence,
    Period,
    Task,
    Owner,
    Status,
    Due,
}

/// <summary>A table's columns by the words over them. One heading may serve two readings: "When" is a date and a period.</summary>
internal sealed class Columns
{
    private readonly Dictionary<Column, int> places = [];

    private Columns(OutlineLine head)
    {
        IsFirstUnnamed = head.Cells is [{ Text.IsEmpty: true }, _, ..];
        var named = 0;
        for (var i = 0; i < head.Cells.Count; i++)
        {
            var isNamed = !head.Cells[i].Text.Text.Any(char.IsLetterOrDigit);
            foreach (var (column, names) in Vocabulary.Columns)
                if (Spellings(head.Cells[i].Text.Text).Any(words => names.Contains(words, StringComparer.Ordinal)))
                {
                    places.TryAdd(column, i);
                    isNamed = true;
                }
            named += isNamed ? 1 : 0;
        }
        NameEveryCell = named == head.Cells.Count;
    }

    /// <summary>"Owner(s)", "Name (Affiliation)" and "Due / Notes" are what stands before the sign.</summary>
    private static IEnumerable<string> Spellings(string head)
    {
        yield return Fold.Text(head);
        if (head.IndexOfAny(['(', '/']) is > 0 and var sign)
            yield return Fold.Text(head[..sign]);
        if (head.IndexOf(" and ", StringComparison.Ordinal) is > 0 and var and)
            yield return Fold.Text(head[..and]);
    }

    /// <summary>Ticks stand in a column that needs no name.</summary>
    public bool IsFirstUnnamed { get; }

    /// <summary>No cell of the head says anything else.</summary>
    public bool NameEveryCell { get; }

    public int Count => places.Values.Distinct().Count();

    /// <summary>The columns a row names, when at least two of its cells are names of columns, or it is marked as the head.</summary>
    public static Columns? Of(OutlineLine row) =>
        row.Kind == LineKind.Row && new Columns(row) is var columns && (columns.Count > 1 || row.IsTableHead)
            ? columns
            : null;

    public bool Has(Column column) => places.ContainsKey(column);

    public Cell? In(OutlineLine row, Column column) =>
        places.TryGetValue(column, out var at) && at < row.Cells.Count ? row.Cells[at] : null;

    /// <summary>What is to be done: "Name | Assigned to | Deadline" and "Name | Deadline | Notes" are both in use.</summary>
    public Cell? Task(OutlineLine row) =>
        In(row, Column.Task) ?? (Has(Column.Owner) ? In(row, Column.Name) : null) ?? In(row, Column.Minutes);

    public string? Owner(OutlineLine row) =>
        Words(row, Column.Owner) ?? (Task(row) == In(row, Column.Name) ? null : Words(row, Column.Name));

    public string? Words(OutlineLine row, Column column) =>
        In(row, column)?.Text.Text is { Length: > 0 } words ? words : null;
}
