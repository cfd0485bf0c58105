namespace SigHub.Minutes.Sources;

/// <summary>A document as lines with places, whatever it was written in.</summary>
/// <param name="Lines">In source order; together they hold every word of the document.</param>
/// <param name="Source">The source lines.</param>
/// <param name="LeftOut">Source lines around the article of a page: navigation, head and foot.</param>
internal sealed record Outline(IReadOnlyList<OutlineLine> Lines, string[] Source, IReadOnlyList<LineSpan> LeftOut)
{
    public static Outline Of(string text)
    {
        var source = SourceText.Lines(text);
        if (!IsHtml(source))
            return new Outline(
                new MarkdownOutline(AsciiDoc.Is(source) ? AsciiDoc.AsMarkdown(source) : source).Read(),
                source,
                []
            );
        var (lines, leftOut) = HtmlOutline.Read(string.Join('\n', source), 1, isPage: true);
        return new Outline(lines, source, leftOut);
    }

    private static bool IsHtml(string[] source)
    {
        var start = source.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.TrimStart() ?? "";
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<body", StringComparison.OrdinalIgnoreCase);
    }
}
