using System.Text;

namespace SigHub.Minutes.Sources;

/// <summary>Rows between pipes, and rows of tab-separated cells that may hold HTML.</summary>
internal static class TableRow
{
    /// <summary>A line with more is no table's: nobody could read it.</summary>
    private const int MostCells = 200;

    /// <summary>The line under a table's head.</summary>
    public static bool IsRule(string line) =>
        line.Contains('-', StringComparison.Ordinal)
        && line.Contains('|', StringComparison.Ordinal)
        && line.All(c => c is '|' or '-' or ':' or '+' or ' ' or '\t');

    /// <param name="goesOn">Whether the line before is a row between pipes, so that this one needs none at its ends.</param>
    public static OutlineLine? Read(
        string[] source,
        int at,
        IReadOnlyDictionary<string, string> references,
        bool goesOn
    )
    {
        IReadOnlyList<string>? cells =
            IsDoublePiped(source[at].Trim()) ? source[at].Trim()[2..^2].Split("||")
            : IsPiped(source, at, goesOn) ? Pipes(source[at].Trim())
            : IsTabbed(source, at) ? source[at].TrimStart().Split('\t')
            : null;
        if (cells is null || cells.Count > MostCells)
            return null;
        var read = cells.Select(cell => ReadCell(cell, at + 1, references)).ToList();
        return new OutlineLine
        {
            Kind = LineKind.Row,
            First = at + 1,
            Last = at + 1,
            Text = read[0].Text,
            Cells = read,
            Markdown = source[at],
        };
    }

    public static OutlineLine AsHead(OutlineLine row) =>
        new()
        {
            Kind = LineKind.Row,
            First = row.First,
            Last = row.Last,
            Text = row.Text,
            Cells = row.Cells,
            IsTableHead = true,
            Markdown = row.Markdown,
        };

    /// <summary>"|| Ada || Acme ||", as wikis write rows, some of them only heads.</summary>
    private static bool IsDoublePiped(string row) =>
        row.Length > 5
        && row.StartsWith("||", StringComparison.Ordinal)
        && row.EndsWith("||", StringComparison.Ordinal)
        && row.Count(c => c == '|') is var pipes
        && pipes == 2 * row.Split("||").Length - 2
        && pipes > 4;

    private static bool IsPiped(string[] source, int at, bool goesOn) =>
        source[at].TrimStart().StartsWith('|')
        || source[at].Contains('|', StringComparison.Ordinal)
            && (goesOn || at + 1 < source.Length && IsRule(source[at + 1]) || at > 0 && IsRule(source[at - 1]));

    /// <summary>A tab inside one line is chance; inside two neighbours it is a table.</summary>
    private static bool IsTabbed(string[] source, int at) =>
        HasInnerTab(source[at]) && (Neighbour(source, at, 1) || Neighbour(source, at, -1));

    private static bool Neighbour(string[] source, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < source.Length && Math.Abs(i - at) <= 2; i += step)
            if (!string.IsNullOrWhiteSpace(source[i]))
                return HasInnerTab(source[i]);
        return false;
    }

    private static bool HasInnerTab(string line) =>
        line.TrimStart() is { Length: > 0 } text
        && text.Contains('\t', StringComparison.Ordinal)
        && ListItem.Read(text) is null;

    private static List<string> Pipes(string row)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var inside = row.StartsWith('|') ? row[1..] : row;
        for (var i = 0; i < inside.Length; i++)
            if (inside[i] == '\\' && i + 1 < inside.Length && inside[i + 1] == '|')
                cell.Append(inside[++i]);
            else if (inside[i] == '|')
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(inside[i]);
        if (!string.IsNullOrWhiteSpace(cell.ToString()) || cells.Count == 0)
            cells.Add(cell.ToString());
        return cells;
    }

    private static Cell ReadCell(string cell, int line, IReadOnlyDictionary<string, string> references)
    {
        var words = InlineParser.Parse(cell.Trim(), references);
        IReadOnlyList<OutlineLine> inside = HoldsBlocks(cell) ? HtmlOutline.Read(cell, line).Lines : [];
        return new Cell(words, inside, LineSpan.At(line));
    }

    private static bool HoldsBlocks(string cell) =>
        cell.Contains("<br", StringComparison.OrdinalIgnoreCase)
        || cell.Contains("<li", StringComparison.OrdinalIgnoreCase)
        || cell.Contains("<p", StringComparison.OrdinalIgnoreCase)
        || cell.Contains("<div", StringComparison.OrdinalIgnoreCase);
}
