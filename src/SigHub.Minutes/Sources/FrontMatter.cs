using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sources;

/// <summary>
/// The keys that site generators put before a text, between <c>---</c> (YAML) or <c>+++</c> (TOML): a title, a day and
/// lists of people are read like lines of the text, the rest is kept for the notes.
/// </summary>
internal static class FrontMatter
{
    /// <summary>The line after the closing mark, 0 where the text has no such keys.</summary>
    public static int End(string[] source)
    {
        if (source is not [var open, ..] || open.TrimEnd() is not ("---" or "+++") || source.Length < 2)
            return 0;
        var close = Array.FindIndex(source, 1, line => line.TrimEnd() == open.TrimEnd() || line.TrimEnd() == "...");
        return close > 0 && source[1..close].All(IsKeyed) ? close + 1 : 0;
    }

    /// <summary>What the outline makes of a line: a heading, a label, an item, or null for what is only kept.</summary>
    public static (LineKind Kind, string Text)? Read(string[] source, int at)
    {
        var line = source[at].Trim();
        if (line.StartsWith("- ", StringComparison.Ordinal))
            return KeyAbove(source, at) is { } above && IsRead(above) ? (LineKind.Item, Unquoted(line[2..])) : null;
        if (char.IsWhiteSpace(source[at].FirstOrDefault()) || KeyOf(line) is not { } key || !IsRead(key))
            return null;
        var value = Unquoted(line[(key.Length + 1)..].TrimStart(' ', ':', '='));
        return key.Equals("title", StringComparison.OrdinalIgnoreCase)
            ? value.Length > 0
                ? (LineKind.Heading, value)
                : null
            : (LineKind.Text, $"{key}: {value}".TrimEnd());
    }

    private static bool IsRead(string key) => English.FrontMatterKeys.Contains(key);

    private static bool IsKeyed(string line) =>
        KeyOf(line) is not null || line.Length == 0 || line[0] is ' ' or '\t' or '-' or '#' or '[' or ']' or '"';

    private static string? KeyOf(string line) =>
        line.IndexOfAny([':', '=']) is > 0 and var sign ? line[..sign].TrimEnd() : null;

    private static string? KeyAbove(string[] source, int at)
    {
        var above = at;
        while (above > 0 && (source[above].TrimStart().StartsWith('-') || string.IsNullOrWhiteSpace(source[above])))
            above--;
        return KeyOf(source[above].Trim());
    }

    /// <summary>A quoted word, or the words of <c>["Ada", "Grace"]</c> with commas between them.</summary>
    private static string Unquoted(string value)
    {
        value = value.Trim();
        return value.StartsWith('[') && value.EndsWith(']')
            ? string.Join(", ", value[1..^1].Split(',').Select(Unquoted))
            : value.Trim('"', '\'');
    }
}
