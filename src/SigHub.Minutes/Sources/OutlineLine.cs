namespace SigHub.Minutes.Sources;

internal enum LineKind
{
    Heading,
    Item,
    Text,
    Row,

    /// <summary>Kept for the notes, never read: comments, code, rules, front matter, the line under a table's head.</summary>
    Verbatim,
}

/// <summary>One line of the outline: a heading, an item, a paragraph or a table row, and the source lines it stands on.</summary>
internal sealed class OutlineLine
{
    /// <summary>A longer line is kept for the notes and not read: no person wrote it by hand.</summary>
    public const int Longest = 6000;

    /// <summary>Headings made of bold words rank below those made of number signs.</summary>
    public const int BoldLevel = 7;

    public required LineKind Kind { get; init; }
    public required int First { get; init; }
    public required int Last { get; init; }
    public required Inline Text { get; init; }

    /// <summary>1 to 6 for headings, 7 for bold lines that serve as such.</summary>
    public int Level { get; init; }

    /// <summary>How deep an item is nested, 0 outermost; a paragraph inside an item is one deeper than it.</summary>
    public int Depth { get; init; }

    /// <summary>The state of a checkbox, where there is one.</summary>
    public bool? Ticked { get; init; }

    public bool IsNumbered { get; init; }

    public IReadOnlyList<Cell> Cells { get; init; } = [];

    /// <summary>Whether a rule under this row says that it names the columns.</summary>
    public bool IsTableHead { get; init; }

    /// <summary>The line as Markdown, for the notes.</summary>
    public required string Markdown { get; init; }

    /// <summary>The line this one is a part of.</summary>
    public OutlineLine? Whole { get; private init; }

    public LineSpan Span => new(First, Last);

    /// <summary>What follows a label on the same line, read as a line of its own.</summary>
    public OutlineLine Part(Inline text) => With(Kind == LineKind.Heading ? LineKind.Text : Kind, text, Depth);

    public OutlineLine With(LineKind kind, Inline text, int depth) =>
        new()
        {
            Kind = kind,
            First = First,
            Last = Last,
            Text = text,
            Depth = depth,
            Ticked = Ticked,
            IsNumbered = IsNumbered,
            Markdown = Markdown,
            Whole = Whole ?? this,
        };

    /// <summary>Words from inside a row, as a line of their own; the row itself stays where it is.</summary>
    public static OutlineLine Within(OutlineLine row, LineKind kind, Inline text) =>
        new()
        {
            Kind = kind,
            First = row.First,
            Last = row.Last,
            Text = text,
            Markdown = text.ToMarkdown(),
        };

    public override string ToString() => $"{First}: {Kind} {Text}";
}

/// <summary>A table's cell: its words, and the lines inside where it holds a document of its own.</summary>
internal sealed record Cell(Inline Text, IReadOnlyList<OutlineLine> Inside, LineSpan Lines);
