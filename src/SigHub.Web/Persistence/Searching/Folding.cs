using System.Globalization;
using System.Text;

namespace SigHub.Web.Persistence.Searching;

/// <summary>A word of a text as it is compared, and where it stands.</summary>
public readonly record struct FoldedWord(string Folded, int Start, int Length);

/// <summary>
/// Texts as words that compare alike on every database: letters and digits only, in lower case, without accents ("Müller" is
/// "muller"), compatible forms alike ("ﬁ" is "fi"). Each character of a script that writes no spaces is a word.
/// </summary>
public static class Folding
{
    /// <summary>A word is compared by so much of it.</summary>
    public const int LongestWord = 80;

    public static IEnumerable<FoldedWord> Words(string text)
    {
        var folded = new StringBuilder();
        var start = -1;
        for (var at = 0; at < text.Length; )
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var isWhole = IsWordOfItsOwn(rune);
            var isPart = !isWhole && (IsInvisible(rune) ? start >= 0 : AddLetters(rune, folded));
            if (isPart && start < 0)
                start = at;
            if (!isPart && start >= 0)
            {
                yield return Take(folded, start, at);
                start = -1;
            }

            if (isWhole && AddLetters(rune, folded))
                yield return Take(folded, at, at + length);
            at += length;
        }

        if (start >= 0)
            yield return Take(folded, start, text.Length);
    }

    /// <summary>The words with a space between.</summary>
    public static string Line(string text) => string.Join(' ', Words(text).Select(word => word.Folded));

    private static FoldedWord Take(StringBuilder folded, int start, int end)
    {
        var word = folded.ToString(0, Math.Min(folded.Length, LongestWord));
        folded.Clear();
        return new FoldedWord(word, start, end - start);
    }

    /// <summary>Adds nothing and says so where the character is no part of a word.</summary>
    private static bool AddLetters(Rune rune, StringBuilder to)
    {
        if (rune.IsAscii)
        {
            if (!Rune.IsLetterOrDigit(rune))
                return false;
            to.Append(char.ToLowerInvariant((char)rune.Value));
            return true;
        }

        if (!Rune.IsLetter(rune) && !Rune.IsNumber(rune))
            return false;

        var before = to.Length;
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(part))
                to.Append(Spell(Rune.ToLowerInvariant(part)));
        }

        return to.Length > before;
    }

    /// <summary>Letters that no normalization takes apart, as people without such a key type them.</summary>
    private static string Spell(Rune letter) =>
        letter.Value switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'ħ' => "h",
            'ı' => "i",
            'ł' => "l",
            'þ' => "th",
            'ŧ' => "t",
            'ς' => "σ",
            _ => letter.ToString(),
        };

    /// <summary>Accents that stand alone, and characters without width.</summary>
    private static bool IsInvisible(Rune rune) =>
        !rune.IsAscii
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;

    private static bool IsWordOfItsOwn(Rune rune) =>
        rune.Value
            is (>= 0x3040 and <= 0x30FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF)
        && Rune.IsLetter(rune);
}
