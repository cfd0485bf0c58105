using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>What looks like a person's name, and lists of them.</summary>
internal static class Names
{
    private const int MostWords = 5;
    private static readonly Pattern Separator = Pattern.Of(
        @" ?(?:,? and |,? und |,? och | ?& ?| ?/ ?| ?\+ ?|; ?|, ?) ?"
    );
    private static readonly Pattern Mention = Pattern.Of(
        @"@\p{Lu}[\p{Ll}'’-]+ (?:(?:de|van|von|der|da|di|la|le|del) )*\p{Lu}[\w'’-]+",
        anyCase: false
    );
    private static readonly HashSet<string> Particles = new(
        [
            "de",
            "van",
            "von",
            "der",
            "den",
            "da",
            "di",
            "la",
            "le",
            "del",
            "bin",
            "al",
            "el",
            "ten",
            "ter",
            "dos",
            "du",
            "af",
        ],
        StringComparer.Ordinal
    );

    private static readonly Remembered<bool> Known = new(LooksLikeName);

    /// <summary>"van", "de": small letters inside a name.</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    public static IReadOnlyList<string> Split(string text) =>
        [.. Separator.Split(text).Select(Clean).Where(name => name.Length > 0)];

    /// <summary>One to five words, each with a capital (particles aside), none of them a word no person bears.</summary>
    public static bool IsName(string text) => Known[text];

    private static bool LooksLikeName(string text)
    {
        text = Clean(text);
        if (IsHandle(text))
            return true;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords
            && words.All(word => IsCapitalised(word) || Particles.Contains(word))
            && char.IsUpper(FirstLetter(words[0]))
            && !words.Any(word =>
                Vocabulary.NotPeople.Contains(word) && !(word != words[0] && IsInitial(word))
                || words.Length == 1 && English.Months.Contains(word, StringComparer.OrdinalIgnoreCase)
            )
            && !(words.Length == 1 && Vocabulary.NotOwners.Contains(words[0]));
    }

    /// <summary>A first and a last name at least, so that chance is unlikely.</summary>
    public static bool IsFullName(string text) => IsName(text) && Clean(text).Contains(' ', StringComparison.Ordinal);

    public static bool IsHandle(string text) =>
        text is ['@', _, ..] && text.AsSpan(1).IndexOfAnyExcept(HandleLetters) < 0;

    /// <summary>"@Ada Byron" mentions a person by name; "@ada" is a handle and stays.</summary>
    public static string WithoutMention(string text) =>
        text.Contains('@', StringComparison.Ordinal)
            ? Mention.Replace(text, match => match.Value.Replace("@", "", StringComparison.Ordinal))
            : text;

    public static bool IsMention(string text) => Mention.Match(text) is { Success: true, Index: 0 };

    /// <summary>A name without handle sign, honorific, quotes and punctuation around it.</summary>
    public static string Clean(string text) =>
        text.Trim(' ', ',', ';', ':', '*', '"', '“', '”', '[', ']', '?', '!').TrimStart('.', ' ').TrimEnd('-').Trim();

    public static string WithoutHonorific(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && English.Honorifics.Contains(name[..space].TrimEnd('.'), StringComparer.OrdinalIgnoreCase)
            ? name[(space + 1)..]
            : name;
    }

    private static readonly System.Buffers.SearchValues<char> HandleLetters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    );

    /// <summary>"Ada B." has a letter for a name; "a" in small letters is the article.</summary>
    public static bool IsInitial(string word) =>
        word is [var letter, ..] && word.TrimEnd('.').Length == 1 && char.IsUpper(letter);

    private static char FirstLetter(string word) => word.FirstOrDefault(char.IsLetter);

    private static bool IsCapitalised(string word) =>
        char.IsUpper(FirstLetter(word))
        && word.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’' or '(' or ')' or '‐');
}
