using System.Text;

namespace SigHub.Web.Features.Search;

/// <summary>One thing of what somebody typed: a word, a phrase or a filter.</summary>
/// <param name="Field">The word in front of a colon, in lower case; null for words.</param>
/// <param name="Text">What is asked for, without quotes.</param>
/// <param name="IsExcluded">There is a minus in front.</param>
/// <param name="IsQuoted">It stood between quotes.</param>
/// <param name="Written">As it was typed.</param>
public sealed record SearchPart(string? Field, string Text, bool IsExcluded, bool IsQuoted, string Written);

/// <summary>
/// What somebody typed, in its parts. Every text has parts: a quote that is never closed ends with the text, a colon behind a
/// word that is no filter is a colon.
/// </summary>
public static class SearchLine
{
    /// <summary>So much is read; what is longer was pasted.</summary>
    public const int Longest = 400;

    public const int MostParts = 20;

    private const string Quotes = "\"“”„«»";

    private static readonly string[] s_fields = ["after", "before", "group", "kind"];

    public static IReadOnlyList<SearchPart> Read(string? typed)
    {
        var line = Shorten(typed ?? "");
        var parts = new List<SearchPart>();
        for (var at = 0; at < line.Length && parts.Count < MostParts; )
        {
            if (IsSpace(line[at]))
                at++;
            else
                parts.Add(ReadPart(line, ref at));
        }

        return parts;
    }

    /// <summary>The line that has these parts.</summary>
    public static string Write(IEnumerable<SearchPart> parts) => string.Join(' ', parts.Select(part => part.Written));

    /// <summary>A filter as it is typed: `group:compute`, `group:"Two words"`.</summary>
    public static SearchPart Filter(string field, string value) =>
        new(
            field,
            value,
            IsExcluded: false,
            IsQuoted: false,
            value.Any(IsSpace) ? $"{field}:\"{value}\"" : $"{field}:{value}"
        );

    private static SearchPart ReadPart(string line, ref int at)
    {
        var start = at;
        var isExcluded = line[at] is '-' or '−' && at + 1 < line.Length && !IsSpace(line[at + 1]);
        if (isExcluded)
            at++;

        string? field = null;
        var colon = at;
        while (colon < line.Length && char.IsAsciiLetter(line[colon]))
            colon++;
        if (colon < line.Length && line[colon] == ':' && s_fields.Contains(line[at..colon].ToLowerInvariant()))
        {
            field = line[at..colon].ToLowerInvariant();
            at = colon + 1;
        }

        var isQuoted = at < line.Length && Quotes.Contains(line[at], StringComparison.Ordinal);
        if (isQuoted)
            at++;
        var from = at;
        while (at < line.Length && !(isQuoted ? Quotes.Contains(line[at], StringComparison.Ordinal) : IsEnd(line[at])))
            at++;
        var text = line[from..at];
        if (isQuoted && at < line.Length)
            at++;
        return new SearchPart(field, text.Trim(), isExcluded, isQuoted, Written(line[start..at], isQuoted));
    }

    private static bool IsEnd(char c) => IsSpace(c) || Quotes.Contains(c, StringComparison.Ordinal);

    /// <summary>Whoever adds something behind it must not add it to a phrase.</summary>
    private static string Written(string text, bool isQuoted) =>
        isQuoted && (text.Length < 2 || !Quotes.Contains(text[^1], StringComparison.Ordinal) || text[^2] is ':' or '-')
            ? text + '"'
            : text;

    private static bool IsSpace(char c) => char.IsWhiteSpace(c);

    /// <summary>Half a character at the end is none, and what nobody types is a space.</summary>
    private static string Shorten(string typed)
    {
        var line = typed.Length <= Longest ? typed : typed[..Longest];
        var clean = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar)
                clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return clean.ToString();
    }
}
