using System.Buffers;
using System.Globalization;
using System.Text;

namespace SigHub.Minutes.Words;

/// <summary>Words to compare by: lower case, no diacritics, no punctuation.</summary>
internal static class Fold
{
    private static readonly SearchValues<char> Signs = SearchValues.Create([
        .. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !char.IsAsciiLetterOrDigit(c)),
    ]);

    public static string[] Words(string text)
    {
        var folded = Ascii.IsValid(text) ? OfAscii(text) : OfAny(text);
        return folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A quick look: false where none of some words, known without case, is among those of a text.</summary>
    public static bool MayHave(string text, HashSet<string> words)
    {
        if (!Ascii.IsValid(text) || text.Contains('\'', StringComparison.Ordinal))
            return true;
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in text.AsSpan().SplitAny(Signs))
            if (known.Contains(text.AsSpan(word)))
                return true;
        return false;
    }

    /// <summary>Most minutes have no other letters.</summary>
    private static string OfAscii(string text) =>
        string.Create(
            text.Length - text.AsSpan().Count('\''),
            text,
            static (folded, source) =>
            {
                var at = 0;
                foreach (var c in source)
                    if (c != '\'')
                        folded[at++] = char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ';
            }
        );

    private static string OfAny(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Decompose(text))
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’')
                continue;
            else
                folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return folded.ToString();
    }

    public static string Text(string text) => string.Join(' ', Words(text));

    /// <summary>Whether the words of a phrase stand in a row; 0 is a place, -1 is none.</summary>
    public static int IndexOf(string[] words, string[] phrase)
    {
        for (var i = 0; i + phrase.Length <= words.Length; i++)
            if (words.AsSpan(i, phrase.Length).SequenceEqual(phrase))
                return i;
        return -1;
    }

    /// <summary>Text with a lone surrogate has no normal form; it is compared as it is.</summary>
    private static string Decompose(string text) =>
        text.Any(char.IsSurrogate) ? text : text.Normalize(NormalizationForm.FormD);
}
