using System.Text;

namespace SigHub.Minutes.Sources;

/// <summary>Collects a line's text, white space folded, while marks open and close around it.</summary>
internal sealed class InlineBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<Mark> marks = [];
    private readonly Stack<(int Start, string Url)> links = [];
    private readonly int[] open = [-1, -1];

    public bool IsEmpty => text.Length == 0;

    public void Append(char c)
    {
        if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            AppendSpace();
        else
            text.Append(c);
    }

    public void Append(string words)
    {
        foreach (var c in words)
            Append(c);
    }

    /// <summary>Opens or closes bold or struck-through text; what is never closed marks nothing.</summary>
    public void Toggle(MarkKind kind)
    {
        if (open[(int)kind] < 0)
            Open(kind);
        else
            Close(kind);
    }

    public void Open(MarkKind kind) => open[(int)kind] = open[(int)kind] < 0 ? text.Length : open[(int)kind];

    public void Close(MarkKind kind)
    {
        var start = open[(int)kind];
        open[(int)kind] = -1;
        if (start >= 0)
            Add(kind, start, null);
    }

    public void OpenLink(string url) => links.Push((text.Length, url));

    public void CloseLink()
    {
        if (links.TryPop(out var link))
            Add(MarkKind.Link, link.Start, link.Url);
    }

    public void AppendMarked(MarkKind kind, string words, string? url = null)
    {
        var start = text.Length;
        Append(words);
        Add(kind, start, url);
    }

    /// <summary>What was collected; marks still open go on in the next text.</summary>
    public Inline Take()
    {
        var length = text.Length > 0 && text[^1] == ' ' ? text.Length - 1 : text.Length;
        var carried = (open[0] >= 0, open[1] >= 0);
        foreach (var kind in (MarkKind[])[MarkKind.Bold, MarkKind.Struck])
            if (open[(int)kind] is >= 0 and var start && start < length)
                marks.Add(new Mark(kind, start, length));
        var taken = new Inline(
            text.ToString(0, length),
            [
                .. marks
                    .Select(mark => mark with { End = Math.Min(mark.End, length) })
                    .Where(mark => mark.Start <= mark.End),
            ]
        );
        text.Clear();
        marks.Clear();
        open[0] = carried.Item1 ? 0 : -1;
        open[1] = carried.Item2 ? 0 : -1;
        return taken;
    }

    private void AppendSpace()
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }

    private void Add(MarkKind kind, int start, string? url)
    {
        if (start < text.Length || kind == MarkKind.Image)
            marks.Add(new Mark(kind, Math.Min(start, text.Length), text.Length, url));
    }
}
