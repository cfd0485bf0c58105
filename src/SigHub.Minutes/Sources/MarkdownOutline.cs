using SigHub.Minutes.Explaining;

namespace SigHub.Minutes.Sources;

/// <summary>
/// Text as people write it, Markdown or nearly so, to outline lines. Lists count as lists however far they are indented
/// (CommonMark would take four spaces after a heading for code); what is hard-wrapped becomes one line.
/// The rules below are tried in order at each line; the first that takes it says how many lines it took.
/// </summary>
internal sealed class MarkdownOutline(string[] source)
{
    private readonly List<OutlineLine> lines = [];
    private readonly Dictionary<string, string> references = References(source);
    private readonly ListDepth depths = new();
    private readonly HashSet<string> unbalanced = [];
    private int at;

    public IReadOnlyList<OutlineLine> Read()
    {
        (string Name, Func<bool> Takes)[] rules =
        [
            ("front matter", Keys),
            ("between fences", Fence),
            ("remark", Comment),
            ("HTML", HtmlBlock),
            ("heading", Heading),
            ("heading of a wiki", WikiHeading),
            ("numbered heading", NumberedHeading),
            ("framed heading", Framed),
            ("row of signs", Rule),
            ("table row", Row),
            ("list item", Item),
            ("paragraph", Paragraph),
        ];
        while (at < source.Length)
            if (string.IsNullOrWhiteSpace(source[at]))
                at++;
            else
            {
                var count = lines.Count;
                var (name, _) = rules.First(rule => rule.Takes());
                if (lines.Count > count)
                    Trace.Rule(lines[count], name);
            }
        return lines;
    }

    private string Here => source[at];

    private static Dictionary<string, string> References(string[] source)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in source.Where(line => line.StartsWith('[')))
            if (line.IndexOf("]: ", StringComparison.Ordinal) is > 1 and var close)
                found.TryAdd(line[1..close], line[(close + 3)..].Trim().Split(' ')[0].Trim('<', '>'));
        return found;
    }

    private bool Keys()
    {
        if (at != 0 || FrontMatter.End(source) is not (> 0 and var end))
            return false;
        while (at < end)
            if (FrontMatter.Read(source, at) is ({ } kind, { } words))
                Add(kind, words, at + 1, level: kind == LineKind.Heading ? 1 : 0);
            else
                Verbatim(at + 1);
        return true;
    }

    private bool Fence()
    {
        var fence = Here.TrimStart();
        if (!fence.StartsWith("```", StringComparison.Ordinal) && !fence.StartsWith("~~~", StringComparison.Ordinal))
            return false;
        var mark = fence[..3];
        var close = unbalanced.Contains(mark)
            ? -1
            : Array.FindIndex(source, at + 1, line => line.TrimStart().StartsWith(mark, StringComparison.Ordinal));
        if (close < 0)
            unbalanced.Add(mark);
        return Verbatim(close < 0 ? at + 1 : close + 1);
    }

    private bool Comment()
    {
        var text = Here.TrimStart();
        if (text.StartsWith("[//]: #", StringComparison.Ordinal) || text.StartsWith(".. _", StringComparison.Ordinal))
            return Verbatim(at + 1);
        if (!text.StartsWith("<!--", StringComparison.Ordinal))
            return false;
        var close = unbalanced.Contains("-->")
            ? -1
            : Array.FindIndex(source, at, line => line.Contains("-->", StringComparison.Ordinal));
        if (close < 0)
            unbalanced.Add("-->");
        else if (close == at && !text.TrimEnd().EndsWith("-->", StringComparison.Ordinal))
            return false;
        return Verbatim(close < 0 ? at + 1 : close + 1);
    }

    /// <summary>A table or list in HTML runs to its closing tag; any other line of block tags stands alone.</summary>
    private bool HtmlBlock()
    {
        var text = Here.Trim();
        var end = text.StartsWith('<') ? text.IndexOf('>', StringComparison.Ordinal) : -1;
        var opening = text.StartsWith('<') ? HtmlTag.OfText(end < 0 ? text[1..] : text[1..end]) : null;
        if (opening is not { IsBlock: true })
            return false;
        var last = opening is { Closes: false, Name: "table" or "ul" or "ol" or "dl" } ? BlockEnd(opening.Name) : at;
        lines.AddRange(HtmlOutline.Read(string.Join('\n', source[at..(last + 1)]), at + 1).Lines);
        at = last + 1;
        return true;
    }

    private int BlockEnd(string name)
    {
        var depth = 0;
        for (var i = at; i < source.Length && !unbalanced.Contains(name); i++)
        {
            depth += Count(source[i], "<" + name) - Count(source[i], "</" + name);
            if (depth <= 0)
                return i;
        }
        unbalanced.Add(name);
        return at;
    }

    private static int Count(string line, string part)
    {
        var count = 0;
        for (var i = line.IndexOf(part, StringComparison.OrdinalIgnoreCase); i >= 0; count++)
            i = line.IndexOf(part, i + part.Length, StringComparison.OrdinalIgnoreCase);
        return count;
    }

    private bool Heading()
    {
        var text = Here.TrimStart();
        var level = text.Length - text.TrimStart('#').Length;
        var rest = text[level..];
        var spaced = rest.Length == 0 || rest[0] is ' ' or '\t';
        if (level is 0 or > 6 || !spaced && (level == 1 || !char.IsLetterOrDigit(rest[0])))
            return false;
        depths.Clear();
        return Add(LineKind.Heading, rest.Trim().TrimEnd('#'), at + 1, level: level);
    }

    /// <summary>A title between equal signs, as wikis write it: <c>== Attending ==</c>.</summary>
    private bool WikiHeading()
    {
        var text = Here.Trim();
        var level = text.Length - text.TrimStart('=').Length;
        if (level is 0 or > 6 || text.Length < 2 * level + 3 || text[level] != ' ' || text[^(level + 1)] != ' ')
            return false;
        if (text.Length - text.TrimEnd('=').Length != level)
            return false;
        depths.Clear();
        return Add(LineKind.Heading, text[level..^level].Trim(), at + 1, level: level);
    }

    /// <summary>A title numbered as plain text numbers its parts: <c>1.2 Roll call</c>.</summary>
    private bool NumberedHeading()
    {
        var text = Here.Trim();
        var digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
            digits++;
        var number = text[..digits].TrimEnd('.');
        if (
            !number.Contains('.', StringComparison.Ordinal)
            || number.Length > 8
            || text.Length is > 80
            || digits + 1 >= text.Length
            || text[digits] != ' '
            || !char.IsUpper(text[digits + 1])
            || text[^1] is '.' or ';' or ','
        )
            return false;
        depths.Clear();
        return Add(LineKind.Heading, text, at + 1, level: Math.Min(6, number.Count(c => c == '.') + 1));
    }

    /// <summary>A title between two rows of signs, as reStructuredText and MeetBot write it.</summary>
    private bool Framed()
    {
        if (!IsUnderline(at, '=') || !IsUnderline(at + 2, '=') || string.IsNullOrWhiteSpace(source[at + 1]))
            return false;
        depths.Clear();
        return Add(LineKind.Heading, source[at + 1].Trim(), at + 3, level: 1);
    }

    private bool Rule()
    {
        var text = Here.Trim();
        return text.Length >= 3
            && text[0] is '-' or '*' or '_' or '='
            && text.All(c => c == text[0] || c == ' ')
            && Verbatim(at + 1);
    }

    private bool Row()
    {
        if (TableRow.IsRule(Here) && lines is [.., { Kind: LineKind.Row } head] && head.Last == at)
        {
            lines[^1] = TableRow.AsHead(head);
            return Verbatim(at + 1);
        }
        var goesOn =
            lines is [.., { Kind: LineKind.Row or LineKind.Verbatim } before] && before.Last == at && IsTable(before);
        if (TableRow.Read(source, at, references, goesOn) is not { } row)
            return false;
        lines.Add(row);
        at++;
        return true;
    }

    private static bool IsTable(OutlineLine line) =>
        line.Markdown.Contains('|', StringComparison.Ordinal)
        && (line.Kind == LineKind.Row || TableRow.IsRule(line.Markdown));

    private bool Item()
    {
        if (ListItem.Read(Here) is not { } item)
            return false;
        var start = at;
        var (last, text) = Wrapped(item.Text, line => IsContinuation(line, item.ContentIndent));
        if (BrokenOff(last, text, item) is > 0 and var rest)
        {
            at = rest;
            (last, text) = Wrapped($"{text} {Here.Trim()}".Trim(), line => IsContinuation(line, item.ContentIndent));
            at = start;
        }
        var depth = 0;
        foreach (var indent in item.Indents)
            depth = depths.Enter(indent, item.Sign);
        return Add(LineKind.Item, text, last + 1, depth: depth, item: item);
    }

    /// <summary>Where an item goes on below a blank line: its bullet stands alone, or its sentence is not over; 0 for nowhere.</summary>
    private int BrokenOff(int last, string text, ListItem item)
    {
        var next = last + 2;
        if (next >= source.Length || !string.IsNullOrWhiteSpace(source[last + 1]) || !IsPlain(next))
            return 0;
        return
            ListItem.IndentOf(source[next]) > item.Indents[^1]
            && (text.Length == 0 || char.IsLower(source[next].TrimStart()[0]) && char.IsLetterOrDigit(text[^1]))
            && !WrapRule.StartsAnew(source[next])
            ? next
            : 0;
    }

    private bool Paragraph()
    {
        var underline =
            IsUnderline(at + 1, '=') ? 1
            : IsUnderline(at + 1, '-') ? 2
            : 0;
        if (underline > 0)
        {
            depths.Clear();
            return Add(LineKind.Heading, Here.Trim(), at + 2, level: underline);
        }
        var indent = ListItem.IndentOf(Here);
        var (last, text) = Wrapped(Here.Trim(), line => WrapRule.GoesOn(source[line - 1], source[line]));
        var depth = indent == 0 ? 0 : depths.Inside(indent);
        return Add(LineKind.Text, text, last + 1, depth: depth);
    }

    private bool IsUnderline(int line, char sign) =>
        line < source.Length && source[line].Trim() is { Length: >= 3 } text && text.All(c => c == sign);

    /// <summary>Joins the lines that only a hard wrap keeps apart.</summary>
    private (int Last, string Text) Wrapped(string text, Func<int, bool> goesOn)
    {
        var last = at;
        while (last + 1 < source.Length && IsPlain(last + 1) && goesOn(last + 1))
            last++;
        return (
            last,
            last == at ? text : string.Join(' ', source[(at + 1)..(last + 1)].Select(Continued).Prepend(text))
        );
    }

    /// <summary>Converters put a quote's sign before what goes on in a list.</summary>
    private static string Continued(string line) =>
        line.Trim() is ['>', ' ', .. var words] ? words.TrimStart() : line.Trim();

    private bool IsPlain(int line) =>
        !string.IsNullOrWhiteSpace(source[line])
        && ListItem.Read(source[line]) is null
        && source[line].TrimStart()[0] is not ('#' or '|')
        && !IsUnderline(line, '=')
        && !IsUnderline(line, '-')
        && !IsUnderline(line + 1, '=')
        && !IsUnderline(line + 1, '-');

    private bool IsContinuation(int line, int contentIndent)
    {
        if (WrapRule.TagIsOpen(source[line - 1]))
            return true;
        return ListItem.IndentOf(source[line]) >= contentIndent
            ? !WrapRule.IsLabelled(source[line])
                && !WrapRule.IsShort(source[line - 1], source[line])
                && !WrapRule.IsLabel(source[line - 1], source[line])
            : WrapRule.GoesOn(source[line - 1], source[line]);
    }

    private bool Verbatim(int next)
    {
        lines.Add(
            new OutlineLine
            {
                Kind = LineKind.Verbatim,
                First = at + 1,
                Last = next,
                Text = Inline.Empty,
                Markdown = string.Join('\n', source[at..next]),
            }
        );
        at = next;
        return true;
    }

    private bool Add(LineKind kind, string text, int next, int level = 0, int depth = 0, ListItem? item = null)
    {
        if (text.Length > OutlineLine.Longest)
        {
            Verbatim(next);
            return true;
        }
        var words = InlineParser.Parse(text, references);
        if (kind == LineKind.Text && BoldTitle.Is(words))
            (kind, level) = (LineKind.Heading, OutlineLine.BoldLevel);
        lines.Add(
            new OutlineLine
            {
                Kind = kind,
                First = at + 1,
                Last = next,
                Text = words,
                Level = level,
                Depth = depth,
                Ticked = item?.Ticked,
                IsNumbered = item?.IsNumbered ?? false,
                Markdown = string.Join('\n', source[at..next]),
            }
        );
        at = next;
        return true;
    }
}
