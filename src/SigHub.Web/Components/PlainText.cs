using System.Buffers;
using System.Text.RegularExpressions;

namespace SigHub.Web.Components;

/// <summary>Markdown as somebody would read it aloud: links by their words, without marks, one line a line.</summary>
public static partial class PlainText
{
    /// <summary>A line of these alone draws something and says nothing.</summary>
    private static readonly SearchValues<char> s_drawing = SearchValues.Create("-=:|+ \t#>");

    public static string Of(string markdown)
    {
        var lines = new List<string>();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var text = Link().Replace(Beginning().Replace(line, ""), "$1");
            text = Marks().Replace(text, "").Replace('|', ' ').Trim();
            if (text.AsSpan().ContainsAnyExcept(s_drawing))
                lines.Add(Spaces().Replace(text, " "));
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(
        @"^[ \t>]*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+)?",
        RegexOptions.None,
        30_000
    )]
    private static partial Regex Beginning();

    [GeneratedRegex(@"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+""[^""]{0,500}"")?\)", RegexOptions.None, 30_000)]
    private static partial Regex Link();

    /// <summary>Stars, backticks and tildes anywhere, underscores around words only: `node_image` is a name.</summary>
    [GeneratedRegex(
        @"[*`]{1,3}|~~|(?<![\p{L}\p{Nd}])_{1,3}|_{1,3}(?![\p{L}\p{Nd}])|\\(?=[!-/:-@\[-`{-~])",
        RegexOptions.None,
        30_000
    )]
    private static partial Regex Marks();

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.None, 30_000)]
    private static partial Regex Spaces();
}
