using System.Text;

namespace SigHub.Minutes.Sources;

/// <summary>The text of a line without its marks, and where those marks were that mean something.</summary>
internal sealed class Inline(string text, IReadOnlyList<Mark> marks)
{
    public static readonly Inline Empty = new("", []);

    public string Text => text;

    public IReadOnlyList<Mark> Marks => marks;

    public IEnumerable<Mark> Links => marks.Where(mark => mark.Kind == MarkKind.Link);

    public bool IsEmpty => text.Length == 0;

    public string Under(Mark mark) => text[mark.Start..mark.End];

    /// <summary>Whether every letter and digit lies under marks of this kind.</summary>
    public bool Wholly(MarkKind kind)
    {
        var covered = 0;
        foreach (var mark in marks.Where(mark => mark.Kind == kind))
            covered += Weight(mark.Start, mark.End);
        return covered > 0 && covered >= Weight(0, text.Length);
    }

    /// <summary>"~~write it~~: https://…": struck through, with where it is behind it.</summary>
    public bool IsStruckButForLinks()
    {
        var struck = marks.Where(mark => mark.Kind == MarkKind.Struck).ToList();
        if (struck.Count == 0 || struck[0].Start > 0)
            return false;
        var rest = text[struck.Max(mark => mark.End)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Wholly(MarkKind.Struck)
            || struck.Count == 1
                && Array.TrueForAll(
                    rest,
                    word =>
                        !word.Any(char.IsLetterOrDigit)
                        || word.TrimStart('(', '<').StartsWith("http", StringComparison.Ordinal)
                );
    }

    /// <summary>A part of the text with the marks in it, white space around it aside.</summary>
    public Inline Slice(int start, int end)
    {
        while (start < end && text[start] == ' ')
            start++;
        while (end > start && text[end - 1] == ' ')
            end--;
        var inside = marks
            .Where(mark => mark.Start < end && mark.End > start)
            .Select(mark =>
                mark with
                {
                    Start = Math.Max(mark.Start, start) - start,
                    End = Math.Min(mark.End, end) - start,
                }
            );
        return new Inline(text[start..end], [.. inside]);
    }

    public Inline From(int start) => Slice(start, text.Length);

    /// <summary>The text as Markdown, links kept.</summary>
    public string ToMarkdown()
    {
        var markdown = new StringBuilder();
        var at = 0;
        foreach (var link in Links.Where(link => link.Url is not (null or "" or "#")).OrderBy(link => link.Start))
        {
            if (link.Start < at)
                continue;
            markdown.Append(text, at, link.Start - at);
            var label = Under(link);
            markdown.Append(label == link.Url ? $"<{link.Url}>" : $"[{label}]({link.Url})");
            at = link.End;
        }
        return markdown.Append(text, at, text.Length - at).ToString();
    }

    public override string ToString() => text;

    private int Weight(int start, int end)
    {
        var weight = 0;
        for (var i = start; i < end; i++)
            if (char.IsLetterOrDigit(text[i]))
                weight++;
        return weight;
    }
}

internal enum MarkKind
{
    Bold,
    Struck,
    Code,
    Link,
    Image,
}

internal readonly record struct Mark(MarkKind Kind, int Start, int End, string? Url = null);
