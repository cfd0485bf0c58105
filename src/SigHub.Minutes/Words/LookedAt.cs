using System.Text.RegularExpressions;

namespace SigHub.Minutes.Words;

/// <summary>
/// A text that patterns look at. Rules ask the same of one text many times in a row, so that each thread remembers some of the
/// last: their pairs of letters, and what was found in them.
/// </summary>
internal sealed class LookedAt
{
    private const int Places = 64;

    /// <summary>Longer texts are not kept.</summary>
    private const int Longest = 6000;

    [ThreadStatic]
    private static LookedAt?[]? known;

    private readonly LetterPairs pairs = new();
    private readonly List<(Pattern Pattern, Match Match)> matches = [];
    private string? text;

    private LookedAt() { }

    /// <param name="text">Of any length; a long one is read again each time.</param>
    public static LookedAt Of(string text)
    {
        var place = (known ??= new LookedAt?[Places])[Remembered.PlaceOf(text, Places)] ??= new LookedAt();
        if (!ReferenceEquals(place.text, text) && !string.Equals(place.text, text, StringComparison.Ordinal))
            place.Take(text);
        return place;
    }

    public bool MayFit(NeededPairs needed) => needed.AreIn(pairs);

    /// <summary>What the pattern found before; null where it has not looked.</summary>
    public Match? Found(Pattern pattern)
    {
        foreach (var (asked, match) in matches)
            if (asked == pattern)
                return match;
        return null;
    }

    public Match Remember(Pattern pattern, Match match)
    {
        matches.Add((pattern, match));
        return match;
    }

    private void Take(string words)
    {
        text = words.Length <= Longest ? words : null;
        matches.Clear();
        pairs.Take(words);
    }
}
