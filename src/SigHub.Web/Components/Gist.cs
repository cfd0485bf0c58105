using System.Text.RegularExpressions;

namespace SigHub.Web.Components;

/// <summary>What a text is about, in a few of its own words: for lists of minutes whose agenda nobody wrote down.</summary>
public static partial class Gist
{
    /// <summary>So much of a text is enough for its gist.</summary>
    public const int Opening = 600;

    private const int Most = 3;
    private const int Longest = 60;

    /// <summary>The text's first topics: its deeper headings, else the items of its first list, else its first line.</summary>
    /// <param name="markdown">The text, or the beginning of it.</param>
    public static IReadOnlyList<string> Of(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var headings = lines.Where(line => line.StartsWith("###", StringComparison.Ordinal)).ToList();
        var items = lines.Where(line => Item().IsMatch(line)).ToList();
        var texts = lines.Where(line => line.Length > 0 && line[0] is not ('#' or '|' or '-' or '*' or '>' or ' '));
        var topics =
            headings.Count > 0 ? headings
            : items.Count > 0 ? items
            : texts.Take(1);
        return [.. topics.Select(Plain).Where(topic => topic.Length > 2).Take(Most)];
    }

    private static string Plain(string line)
    {
        var text = Marks().Replace(Link().Replace(line, "$1"), "").Trim().TrimEnd(':');
        if (text.Length <= Longest)
            return text;
        var space = text.LastIndexOf(' ', Longest);
        return text[..(space > 0 ? space : Longest)].TrimEnd(',', ';') + "…";
    }

    [GeneratedRegex(@"^([-*+]|\d+[.)])\s", RegexOptions.None, 1000)]
    private static partial Regex Item();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^(#+|[-*+]|\d+[.)])\s+|[*_`]{1,3}", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
