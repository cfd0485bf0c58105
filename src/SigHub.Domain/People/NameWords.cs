using System.Globalization;
using System.Text;

namespace SigHub.Domain.People;

/// <summary>
/// The words of one spelling of a name, comparable: without accents, honorifics, punctuation and capitals. A nickname in
/// parentheses or quotes makes a second spelling: "Tomas (Tom) Lindqvist" is also "Tom Lindqvist".
/// </summary>
internal sealed class NameWords
{
    private const int ShortestForSlip = 5;

    private static readonly HashSet<string> Honorifics = new(StringComparer.Ordinal)
    {
        "dr",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "mx",
        "sir",
        "dame",
        "phd",
        "md",
        "jr",
        "sr",
        "dipl",
        "ing",
    };

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
    };

    private readonly List<string> words;

    private NameWords(List<string> words) => this.words = words;

    public static IReadOnlyList<NameWords> Of(string name)
    {
        var (outside, nickname) = Split(name);
        var full = WordsOf(outside);
        var nick = WordsOf(nickname);
        List<List<string>> spellings =
            full.Count == 0 ? [nick]
            : nick.Count == 0 ? [full]
            : [full, [.. nick, .. full.Skip(1)]];
        return [.. spellings.Where(s => s.Count > 0).Select(s => new NameWords(s))];
    }

    public bool Fits(NameWords known, NameFit fit) =>
        fit switch
        {
            NameFit.None => false,
            NameFit.Whole => words.Count == known.words.Count && IsWithin(words, known.words, string.Equals),
            NameFit.Part => IsPart(words, known.words) || IsPart(known.words, words),
            NameFit.Slip => IsWithin(words, known.words, IsNearly)
                || words.Count > 1 && IsWithin(known.words, words, IsNearly),
            _ => throw new ArgumentOutOfRangeException(nameof(fit)),
        };

    private static bool IsPart(List<string> some, List<string> all) =>
        some.Exists(w => w.Length > 1) && IsWithin(some, all, IsSameOrInitial);

    /// <summary>Each of some has a partner of its own in all.</summary>
    private static bool IsWithin(List<string> some, List<string> all, Func<string, string, bool> same)
    {
        var free = all.ToList();
        foreach (var word in some.OrderByDescending(w => w.Length))
        {
            var partner = free.FindIndex(other => same(word, other));
            if (partner < 0)
                return false;

            free.RemoveAt(partner);
        }

        return true;
    }

    private static bool IsSameOrInitial(string a, string b) =>
        a == b || a.Length == 1 && b[0] == a[0] || b.Length == 1 && a[0] == b[0];

    private static bool IsNearly(string a, string b) =>
        a == b || a.Length >= ShortestForSlip && b.Length >= ShortestForSlip && TypingSlip.Separates(a, b);

    private static (string Outside, string Nickname) Split(string name)
    {
        var (outside, inside) = (new StringBuilder(), new StringBuilder());
        var isInside = false;
        foreach (var c in name)
        {
            if (c is '(' or '[' or '“' || c == '"' && !isInside)
                isInside = true;
            else if (c is ')' or ']' or '”' or '"')
                isInside = false;
            else
                (isInside ? inside : outside).Append(c);
        }

        return (outside.ToString(), inside.ToString());
    }

    private static List<string> WordsOf(string text) =>
        [.. Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Honorifics.Contains(w))];

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Letters.TryGetValue(c, out var letters))
                plain.Append(letters);
            else if (char.IsLetterOrDigit(c))
                plain.Append(c);
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
                && c is not ('\'' or '’' or '`')
            )
                plain.Append(' ');
        }

        return plain.ToString();
    }
}
