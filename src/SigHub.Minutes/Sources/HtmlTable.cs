namespace SigHub.Minutes.Sources;

/// <summary>A table being read: where its rows go, and the cells of the row so far.</summary>
internal sealed class HtmlTable(List<OutlineLine> outer, int listDepth)
{
    public List<OutlineLine> Outer => outer;

    /// <summary>The nesting to go back to behind the table.</summary>
    public int ListDepth => listDepth;

    public List<Cell> Cells { get; set; } = [];

    /// <summary>The lines of the open cell.</summary>
    public List<OutlineLine>? Cell { get; set; }

    public int CellLine { get; set; }

    public bool IsHead { get; set; }

    /// <param name="filled">Where the cells with words stand.</param>
    public OutlineLine Row(List<LineSpan> filled) =>
        new()
        {
            Kind = LineKind.Row,
            First = filled.Min(span => span.First),
            Last = filled.Max(span => span.Last),
            Text = Cells[0].Text,
            Cells = Cells,
            IsTableHead = IsHead,
            Markdown = $"| {string.Join(" | ", Cells.Select(cell => cell.Text.ToMarkdown()))} |",
        };
}
