namespace SigHub.Minutes.Sources;

/// <summary>Tells a hard wrap from a new thought on a new line.</summary>
internal static class WrapRule
{
    private const int Narrowest = 55;
    private const int Shortest = 40;
    private static readonly System.Buffers.SearchValues<char> NickLetters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    );

    public static bool GoesOn(string before, string line)
    {
        if (TagIsOpen(before))
            return true;
        if (StartsAnew(line) || EndsHere(before) || IsNamed(line) && !before.TrimEnd().EndsWith(','))
            return false;
        if (IsSaid(before) && IsSaid(line))
            return false;
        var next = line.TrimStart()[0];
        return before.TrimEnd().EndsWith(',')
            || before.TrimEnd().Length >= Narrowest && (char.IsLower(next) || !EndsSentence(before));
    }

    /// <summary>An HTML tag is still open at the end of the line.</summary>
    public static bool TagIsOpen(string line) =>
        line.LastIndexOf('<') is >= 0 and var open
        && line.LastIndexOf('>') < open
        && open + 1 < line.Length
        && (char.IsAsciiLetter(line[open + 1]) || line[open + 1] == '/');

    /// <summary>A label or a mark of its own at the front: <c>AI: …</c>, <c>**Owner**: …</c>, <c>Present: …</c>.</summary>
    public static bool StartsAnew(string line) =>
        line.TrimStart() is ['<' or '#' or '[' or '@', ..] and not ['<', 'a' or '/', ..] || IsLabelled(line);

    /// <summary>"ada: …", as chats begin what somebody says; one line after the other.</summary>
    private static bool IsSaid(string line) =>
        line.TrimStart() is [>= 'a' and <= 'z', ..] text
        && text.IndexOf(": ", StringComparison.Ordinal) is > 1 and < 20 and var colon
        && text.AsSpan(0, colon).IndexOfAnyExcept(NickLetters) < 0;

    /// <summary>"Ada Byron (Acme)", "Ada Byron / Acme", "Ada - …": people listed line by line, or what each has to do.</summary>
    private static bool IsNamed(string line)
    {
        var words = line.TrimStart().Split(' ', 4);
        return words is [[var first, _, ..], "-" or "–" or "—", ..] && char.IsUpper(first)
            || words.Length > 2
                && words[0].Length > 1
                && words[1].Length > 1
                && char.IsUpper(words[0][0])
                && char.IsUpper(words[1][0])
                && (words[2].StartsWith('(') || words[2] is "/" or "-" or "–" or "—");
    }

    public static bool IsLabelled(string line)
    {
        var text = line.TrimStart();
        var colon = text.IndexOfAny(':', ',');
        var label = colon < 0 ? "" : text[..colon];
        return label.Length is > 0 and < 32
                && text[colon] == ':'
                && (colon + 1 == text.Length || !char.IsAsciiDigit(text[colon + 1]))
                && char.IsUpper(label.TrimStart('*', '_').FirstOrDefault())
            || label.Length is > 1 and < 8 && label.All(char.IsUpper);
    }

    /// <summary>"here:" below a line that needed no wrap opens a list.</summary>
    public static bool IsLabel(string before, string line) =>
        before.Trim().Length < Shortest && line.Trim() is { Length: < Shortest } label && label.EndsWith(':');

    /// <summary>Nobody wraps a line this short: what follows with a capital is a line of its own.</summary>
    public static bool IsShort(string before, string line) =>
        before.Trim().Length < Shortest && char.IsUpper(line.TrimStart()[0]) && !before.TrimEnd().EndsWith(',');

    private static bool EndsHere(string line) =>
        line.EndsWith("  ", StringComparison.Ordinal) || line.EndsWith('\\') || line.TrimEnd().EndsWith(':');

    private static bool EndsSentence(string line) => line.TrimEnd() is [.., '.' or '!' or '?' or ';' or ')'];
}
