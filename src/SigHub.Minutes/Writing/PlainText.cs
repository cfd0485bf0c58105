using System.Text;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Writing;

/// <summary>Words as Markdown that reads as those words; white space is folded, as every reader of Markdown does.</summary>
internal static class PlainText
{
    private const string Signs = "\\`*_~[]<>&'|";

    public static string Of(string words)
    {
        var plain = WithoutMarker(Folded(words));
        return InlineParser.Parse(plain).Text == Folded(words) ? plain : WithoutMarker(Escaped(Folded(words)));
    }

    /// <summary>A note may hold links, which stay.</summary>
    public static string OfMarkdown(string markdown)
    {
        var plain = WithoutMarker(Folded(markdown));
        return InlineParser.Parse(plain).ToMarkdown() == Folded(markdown) ? plain : Of(markdown);
    }

    public static string InCell(string words) => Of(words).Replace("|", "\\|", StringComparison.Ordinal);

    public static string Folded(string words) =>
        string.Join(
            ' ',
            words
                .Replace('\u200B', ' ')
                .Replace('\uFEFF', ' ')
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private static string Escaped(string words)
    {
        var escaped = new StringBuilder(words.Length + 8);
        foreach (var c in words)
            escaped.Append(Signs.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        return escaped.ToString();
    }

    /// <summary>"1. first" and "- second" at the front of an item would open a list in it, "[ ]" a box.</summary>
    private static string WithoutMarker(string words)
    {
        if (ListItem.Read(words) is null)
            return words;
        var sign = words.IndexOfAny(['.', ')']);
        return char.IsAsciiLetterOrDigit(words[0]) && sign > 0 ? words.Insert(sign, "\\") : "\\" + words;
    }
}
