using System.Net;
using SigHub.Minutes.Explaining;

namespace SigHub.Minutes.Sources;

/// <summary>
/// HTML to outline lines in one pass and without a tree, so that neither depth nor broken nesting costs anything:
/// headings, list items, paragraphs and table rows, each with the source lines its words stand on.
/// </summary>
internal sealed class HtmlOutline(string html, int firstLine, bool isPage)
{
    /// <summary>A cell holds the words of the tables in it, so that each table inside another repeats them.</summary>
    private const int DeepestTables = 6;

    private const string Bullets = "•◦▪·‣●○*-–";

    private readonly InlineBuilder text = new();
    private readonly Stack<HtmlTable> tables = [];
    private readonly List<LineSpan> leftOut = [];
    private readonly List<OutlineLine> root = [];
    private List<OutlineLine> lines = [];
    private int line = firstLine;
    private int first;
    private int last;
    private int listDepth;
    private int article;
    private int tooDeep;
    private int heading;
    private bool itemOpens;
    private bool? ticked;

    /// <param name="isPage">Whether this is a page of its own, whose navigation is no part of the minutes.</param>
    public static (IReadOnlyList<OutlineLine> Lines, IReadOnlyList<LineSpan> LeftOut) Read(
        string html,
        int firstLine,
        bool isPage = false
    )
    {
        var outline = new HtmlOutline(html, firstLine, isPage);
        outline.Run();
        return (outline.root, outline.leftOut);
    }

    private void Run()
    {
        lines = root;
        var at = 0;
        while (at < html.Length)
        {
            var tagStart = html.IndexOf('<', at);
            if (tagStart < 0)
                tagStart = html.Length;
            Words(at, tagStart);
            at = tagStart < html.Length ? Tag(tagStart) : tagStart;
        }
        Flush();
        while (tables.Count > 0)
            CloseTable();
    }

    private void Words(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (html[i] == '\n')
                line++;
            if (char.IsWhiteSpace(html[i]))
                continue;
            first = first == 0 ? line : first;
            last = line;
        }
        if (end > start)
            text.Append(WebUtility.HtmlDecode(html[start..end]));
    }

    private int Tag(int start)
    {
        if (html.AsSpan(start).StartsWith("<!--"))
            return KeepUnread(start, start, "-->");
        var end = start + 1;
        while (end < html.Length && html[end] is not ('>' or '<'))
            end++;
        var tag = end < html.Length && html[end] == '>' ? HtmlTag.Parse(html[(start + 1)..end]) : null;
        if (tag is null && html.AsSpan(start).StartsWith("<!") && end < html.Length)
            return CountLines(start, end + 1);
        if (tag is null)
        {
            Words(start, start + 1);
            return start + 1;
        }
        CountLines(start, end + 1);
        if (!tag.Closes && tag.Name is "script" or "style" or "svg" or "template" or "noscript")
            return KeepUnread(start, end + 1, $"</{tag.Name}>");
        if (isPage && !tag.Closes && IsNavigation(tag.Name))
            return LeaveOut(end + 1, $"</{tag.Name}");
        Apply(tag);
        return end + 1;
    }

    private bool IsNavigation(string name) =>
        name is "nav" or "aside" or "head" || article == 0 && name is "header" or "footer";

    private int LeaveOut(int start, string close)
    {
        var from = line;
        var end = SkipTo(start, close);
        leftOut.Add(new LineSpan(from, line));
        return end;
    }

    /// <summary>A remark or a script says nothing to the reader; outside a page it stays in the notes as it is.</summary>
    private int KeepUnread(int start, int from, string close)
    {
        var firstOfIt = line;
        var end = SkipTo(from, close);
        if (isPage)
            leftOut.Add(new LineSpan(firstOfIt, line));
        else
            root.Add(Unread(html[start..end], new LineSpan(firstOfIt, line)));
        return end;
    }

    private static OutlineLine Unread(string text, LineSpan lines) =>
        new()
        {
            Kind = LineKind.Verbatim,
            First = lines.First,
            Last = lines.Last,
            Text = Inline.Empty,
            Markdown = text,
        };

    private int SkipTo(int start, string close)
    {
        var found = html.IndexOf(close, start, StringComparison.OrdinalIgnoreCase);
        return CountLines(start, found < 0 ? html.Length : found + close.Length);
    }

    private int CountLines(int start, int end)
    {
        line += html.AsSpan(start, end - start).Count('\n');
        return end;
    }

    private void Apply(HtmlTag tag)
    {
        if (tag.IsCheckbox)
            ticked = tag.IsChecked;
        if (!tag.IsBlock)
        {
            tag.ApplyTo(text);
            return;
        }
        if (tag.Name == "br" && heading > 0)
        {
            text.Append(' ');
            return;
        }
        Flush();
        heading = tag.Closes ? 0 : tag.HeadingLevel;
        switch (tag.Name)
        {
            case "ul" or "ol":
                listDepth = Math.Max(0, listDepth + (tag.Closes ? -1 : 1));
                break;
            case "li":
                itemOpens = !tag.Closes;
                break;
            case "main" or "article":
                article += tag.Closes ? -1 : 1;
                break;
            case "table" when tag.Closes && tooDeep > 0:
                tooDeep--;
                break;
            case "table" when !tag.Closes && tables.Count == DeepestTables:
                tooDeep++;
                break;
            case "table" when tag.Closes:
                CloseTable();
                break;
            case "table":
                tables.Push(new HtmlTable(lines, listDepth));
                listDepth = 0;
                break;
            case "tr":
                CloseRow();
                break;
            case "td" or "th" when tables.TryPeek(out var table):
                CloseCell(table);
                if (!tag.Closes)
                    OpenCell(table, tag.Name == "th");
                break;
        }
    }

    private void Flush()
    {
        var words = text.Take();
        var (from, to, box) = (first, last, ticked);
        if (words.IsEmpty)
            return;
        (first, last, ticked) = (0, 0, null);
        if (from == 0)
            (from, to) = (line, line);
        if (itemOpens || listDepth > 0)
            words = WithoutBullet(words);
        var depth = itemOpens ? Math.Max(0, listDepth - 1) : listDepth;
        var kind =
            heading > 0 ? LineKind.Heading
            : itemOpens ? LineKind.Item
            : LineKind.Text;
        itemOpens = false;
        if (words.Text.Length > OutlineLine.Longest)
            kind = LineKind.Verbatim;
        lines.Add(
            new OutlineLine
            {
                Kind = kind,
                First = from,
                Last = to,
                Text = words,
                Level = heading,
                Depth = depth,
                Ticked = box,
                Markdown = Markdown(kind, words, depth),
            }
        );
        Trace.Rule(
            lines[^1],
            kind == LineKind.Heading ? "HTML heading"
                : kind == LineKind.Item ? "HTML list item"
                : "HTML paragraph"
        );
    }

    private string Markdown(LineKind kind, Inline words, int depth) =>
        kind switch
        {
            LineKind.Heading => $"{new string('#', heading)} {words.ToMarkdown()}",
            LineKind.Item => $"{new string(' ', 2 * depth)}- {words.ToMarkdown()}",
            _ => $"{new string(' ', 2 * depth)}{words.ToMarkdown()}",
        };

    /// <summary>Exports write a list's bullet or number into its text.</summary>
    private static Inline WithoutBullet(Inline words)
    {
        var end = 0;
        while (end < words.Text.Length && end < 3 && char.IsAsciiLetterOrDigit(words.Text[end]))
            end++;
        var numbered =
            end is 1 or 2 && end + 1 < words.Text.Length && words.Text[end] is '.' or ')' && words.Text[end + 1] == ' ';
        if (numbered)
            return words.From(end + 2);
        return words.Text is [var bullet, ' ', ..] && Bullets.Contains(bullet, StringComparison.Ordinal)
            ? words.From(2)
            : words;
    }

    private void OpenCell(HtmlTable table, bool isHead)
    {
        table.IsHead |= isHead && table.Cells.Count == 0;
        table.Cell = lines = [];
        table.CellLine = line;
        listDepth = 0;
    }

    private void CloseCell(HtmlTable table)
    {
        if (table.Cell is not { } inside)
            return;
        var span = inside is [] ? LineSpan.At(table.CellLine) : new LineSpan(inside[0].First, inside[^1].Last);
        var words = inside is [var only]
            ? only.Text
            : new Inline(string.Join(' ', inside.Select(each => each.Text.Text)), []);
        table.Cells.Add(new Cell(words, inside, span));
        table.Cell = null;
        lines = table.Outer;
        listDepth = 0;
    }

    private void CloseRow()
    {
        if (!tables.TryPeek(out var table))
            return;
        CloseCell(table);
        var filled = table.Cells.Where(cell => !cell.Text.IsEmpty).Select(cell => cell.Lines).ToList();
        if (filled.Count > 0)
            table.Outer.Add(table.Row(filled));
        table.Cells = [];
        table.IsHead = false;
    }

    private void CloseTable()
    {
        CloseRow();
        if (!tables.TryPop(out var table))
            return;
        lines = table.Outer;
        listDepth = table.ListDepth;
    }
}
