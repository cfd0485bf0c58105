using System.Globalization;
using System.Text;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <summary>Whether two texts say the same, past spelling, case, accents and punctuation.</summary>
public static class SameWords
{
    private const double Alike = 0.8;

    /// <summary>Lower case letters and digits, without accents, single spaces between words.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsLetterOrDigit(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    public static bool AreSame(string a, string b) => Fold(a) == Fold(b);

    /// <summary>Four fifths of their pairs of letters are the same.</summary>
    public static bool AreAlike(string a, string b) => Likeness(a, b) >= Alike;

    /// <summary>From 0, nothing in common, to 1, the same (Dice's coefficient over pairs of letters).</summary>
    public static double Likeness(string a, string b)
    {
        var (first, second) = (Pairs(Fold(a)), Pairs(Fold(b)));
        if (first.Count == 0 || second.Count == 0)
            return AreSame(a, b) ? 1 : 0;

        var shared = first.Sum(pair => Math.Min(pair.Value, second.GetValueOrDefault(pair.Key)));
        return 2.0 * shared / (first.Values.Sum() + second.Values.Sum());
    }

    private static Dictionary<(char, char), int> Pairs(string text)
    {
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < text.Length; i++)
        {
            var pair = (text[i - 1], text[i]);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }
}
