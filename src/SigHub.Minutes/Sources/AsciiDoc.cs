namespace SigHub.Minutes.Sources;

/// <summary>
/// AsciiDoc as Markdown, line by line: of what minutes are made of, headings, nested lists and comments differ.
/// </summary>
internal static class AsciiDoc
{
    private const int Deepest = 6;

    /// <summary>The first line, attributes and comments aside, is a title with one equals sign before it.</summary>
    public static bool Is(string[] source) =>
        Array.Find(source, line => !string.IsNullOrWhiteSpace(line) && !IsAttribute(line)) is ['=', ' ', not ' ', ..]
        && !Array.Exists(source, line => line.StartsWith("# ", StringComparison.Ordinal));

    public static string[] AsMarkdown(string[] source)
    {
        var lines = new string[source.Length];
        var isComment = false;
        for (var i = 0; i < source.Length; i++)
        {
            var isFence = source[i].TrimEnd() == "////";
            lines[i] = isComment || isFence || IsAttribute(source[i]) ? $"<!-- {source[i]} -->" : Line(source[i]);
            isComment ^= isFence;
        }
        return lines;
    }

    private static bool IsAttribute(string line) =>
        line.StartsWith("//", StringComparison.Ordinal)
        || line is [':', not ' ', ..] && line.IndexOf(": ", 1, StringComparison.Ordinal) > 0;

    private static string Line(string line) =>
        Level(line, '=') is > 0 and var heading ? new string('#', heading) + line[heading..].TrimEnd(' ', '=')
        : Level(line, '*') is > 1 and var bullet ? new string(' ', 2 * (bullet - 1)) + line[(bullet - 1)..]
        : line;

    /// <summary>How many of the sign stand before the first space, 0 where anything else does.</summary>
    private static int Level(string line, char sign) =>
        line.AsSpan().IndexOfAnyExcept(sign) is > 0 and <= Deepest and var level && line[level] == ' ' ? level : 0;
}
