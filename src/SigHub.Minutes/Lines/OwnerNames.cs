using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Whether words name owners: people of the document, people by the look of their names, bodies like "Chairs".</summary>
internal sealed class OwnerNames(People people)
{
    /// <summary>Names between commas, slashes, "and", "+"; strict asks that each is someone of this document.</summary>
    public IReadOnlyList<string>? Listed(string text, bool strict)
    {
        if (text.Length > 80)
            return null;
        var names = Names
            .Split(text.Replace("**", "", StringComparison.Ordinal))
            .SelectMany(KnownApart)
            .Where(name => !IsCompany(name))
            .ToList();
        var fit =
            names.Count > 0
            && names.All(name =>
                people.Knows(name) && Plausible(name)
                || !strict && (Names.IsName(name) && !IsShout(name) || IsRole(name))
            );
        return fit ? [.. names.Select(name => name.TrimStart('@'))] : null;
    }

    /// <summary>Names of one to three words that are nobody's role and no word of sentences.</summary>
    public static IReadOnlyList<string>? LookLikePeople(string text) =>
        text.Length < 80
        && Names.Split(text) is { Count: > 0 } names
        && names.All(name =>
            Names.IsName(name)
            && name.AsSpan().Count(' ') < 3
            && !IsRole(name)
            && !(name.Length > 1 && name.All(char.IsUpper))
        )
            ? names
            : null;

    /// <summary>"Ada Grace" may be two first names, "Ada Byron Grace Hill" two people without a comma between them.</summary>
    private IEnumerable<string> KnownApart(string name)
    {
        if (people.Knows(name))
            return [name];
        var words = name.Split(' ');
        return words.Length == 2 && words.All(people.Knows) ? words
            : words.Length == 4 && words.All(word => Names.IsName(word))
                ? [$"{words[0]} {words[1]}", $"{words[2]} {words[3]}"]
            : [name];
    }

    private bool Plausible(string name) =>
        people.IsNick(name)
        || name.Any(char.IsUpper)
        || name.StartsWith('@')
        || name.Contains(' ', StringComparison.Ordinal);

    private static bool IsCompany(string name) => name is "team" or "others" or "co";

    /// <summary>An abbreviation nobody bears as initials.</summary>
    private bool IsShout(string name) =>
        name.Length > 1 && name.All(char.IsUpper) && !people.Knows(name) && name.Length > 3;

    private static bool IsRole(string name) =>
        name.Split(' ') is { Length: <= 3 } words
        && char.IsUpper(name[0])
        && (English.Collectives.Contains(words[^1]) || words[0] is "All");

    public List<string>? KnownAmong(string subject)
    {
        var names = Names.Split(subject).Where(name => people.Knows(name) && Plausible(name)).ToList();
        return names.Count > 0 && names.Count * 2 >= Names.Split(subject).Count ? names : null;
    }

    /// <summary>"Ada Byron and Docs champions": somebody, and others of no list with her.</summary>
    public IReadOnlyList<string>? WithBody(string subject) =>
        Names.Split(subject) is { Count: > 1 } all
        && all.Any(name => Names.IsFullName(name) || people.IsFirstName(name))
        && all.All(name =>
            char.IsUpper(name[0]) && name.AsSpan().Count(' ') < 4 && !Vocabulary.NotOwners.Contains(name.Split(' ')[0])
        )
            ? all
            : null;

    public static IReadOnlyList<string>? Collective(string subject)
    {
        var words = subject.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["The", .. { Length: > 0 } body] && English.Collectives.Contains(body[^1]))
            words = body;
        if (words is ["All", var many, _, ..] && English.Collectives.Contains(many))
            return [$"All {many}"];
        return
            words.Length is > 0 and <= 5
            && char.IsUpper(words[0][0])
            && words[0] is not ("A" or "An")
            && (!Vocabulary.NotOwners.Contains(words[0]) || English.Bodies.Contains(words[^1]))
            && (English.Collectives.Contains(words[^1]) || words.Length == 2 && English.Collectives.Contains(words[0]))
            ? [string.Join(' ', words)]
            : null;
    }

    public static IReadOnlyList<string> Handles(string text) =>
        [
            .. text.Split(['@', ' ', ',', '/', '&', '+'], StringSplitOptions.RemoveEmptyEntries)
                .Where(name => name != "and"),
        ];

    public static bool IsFullNames(string text) =>
        Names.Split(text) is { Count: > 0 } names && names.All(name => Names.IsFullName(name) || GivenNames.Has(name));

    /// <summary>Someone of this document, or of a name that many bear.</summary>
    public bool IsSomebody(string name) => people.Knows(name) || GivenNames.Has(name);

    public bool IsExactly(string name) =>
        people.Find(name).Person is { } person && Fold.Text(person) == Fold.Text(name);

    public bool IsOwnerWord(string word, bool afterOwner, string next)
    {
        if (word.Contains('/', StringComparison.Ordinal))
            return Names.Split(word) is { Count: > 1 } names && names.Any(IsSomebody) && names.All(Names.IsName);
        if (!Names.IsName(word))
            return false;
        return people.IsFirstName(word)
            || GivenNames.Has(word)
            || people.Knows(word) && char.IsUpper(word[0]) && word.Length > 2
            || afterOwner
            || next is "/" or "&" or "and" or "+";
    }
}
