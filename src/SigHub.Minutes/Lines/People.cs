using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>
/// Everyone a document names, and who a written name is: by full or first name, handle, initials, a short form or a
/// typing slip; only when exactly one fits.
/// </summary>
internal sealed class People
{
    private const int ShortestMisspelt = 5;
    private const int ShortestShortForm = 3;
    private const int ShortestLogin = 6;

    private readonly List<Known> known = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> firstNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> nicks = new(StringComparer.Ordinal);
    private readonly HashSet<string> logins = new(StringComparer.Ordinal);

    /// <summary>All that a name can be written as but for short forms and slips.</summary>
    private readonly HashSet<string> spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Match> resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Match> asWritten = new(StringComparer.Ordinal);

    public sealed record Match(string? Person, IReadOnlyList<string> Candidates);

    public void Add(string name, string? handle)
    {
        var words = Fold.Words(Names.WithoutHonorific(name));
        if (words.Length == 0 || !names.Add(string.Join(' ', words)))
            return;
        known.Add(new Known(name, words, handle is null ? null : Fold.Text(handle)));
        spellings.UnionWith(known[^1].Spellings);
        firstNames.Add(words[0]);
        if (words.Length == 1 && char.IsLower(name[0]))
            nicks.Add(name);
        logins.UnionWith(known[^1].Logins.Where(login => login.Length >= ShortestLogin));
        if (handle is not null)
            logins.Add(handle.TrimStart('@'));
        resolved.Clear();
        asWritten.Clear();
    }

    /// <summary>Whether a name as written means someone on the list, even if it cannot be told whom.</summary>
    public bool Knows(string written) => Find(written).Candidates.Count > 0;

    /// <summary>Whether this is, letter by letter, a nick in small letters or a login.</summary>
    public bool IsNick(string word) => nicks.Contains(word) || logins.Contains(word);

    public Match Find(string written) =>
        asWritten.TryGetValue(written, out var match) ? match : asWritten[written] = Resolve(written);

    private Match Resolve(string written)
    {
        var key = Fold.Text(Names.WithoutHonorific(written.TrimStart('@')));
        if (resolved.TryGetValue(key, out var match))
            return match;
        return resolved[key] = Search(key.Split(' ', StringSplitOptions.RemoveEmptyEntries), key);
    }

    /// <summary>Whether a word is exactly someone's first name, so that it may begin a list of owners.</summary>
    public bool IsFirstName(string word) => firstNames.Contains(Fold.Text(word));

    private Match Search(string[] words, string key)
    {
        if (words.Length == 0)
            return new Match(null, []);
        Func<Known, bool>[] asSpelled =
        [
            person => person.Words.SequenceEqual(words),
            person => person.Handle == key || person.Words.Length == 1 && person.Words[0] == key,
            person => words.Length == 1 && person.Words[0] == words[0],
            person => words.Length > 1 && words.All(person.Words.Contains),
            person => words.Length > 1 && (person.IsWithInitial(words) || person.IsWithInitial([.. words.Reverse()])),
            person =>
                words.Length > 1
                && words[^1] == person.Words[^1]
                && (IsShortOf(words[0], person.Words[0]) || IsSlip(words[0], person.Words[0])),
            person => words.Length == 1 && person.Words.Contains(words[0]) && key.Length > 1,
            person => words.Length == 1 && key.Length is 2 or 3 && person.Words.Length > 1 && key == person.Initials,
            person => words.Length == 1 && (person.Logins.Contains(key) || key == person.FirstNameAndInitial),
        ];
        Func<Known, bool>[] loosely =
        [
            person => words.Length == 1 && IsShortOf(words[0], person.Words[0]),
            person => words.Length == 1 && IsSlip(words[0], person.Words[0]),
            person =>
                words.Length == 1
                && person.Handle is { } handle
                && key.Length >= ShortestMisspelt
                && handle.StartsWith(key, StringComparison.Ordinal),
        ];
        var mayBeSpelled = spellings.Contains(key) || words.Any(spellings.Contains);
        foreach (var fit in mayBeSpelled ? [.. asSpelled, .. loosely] : loosely)
            if (known.Where(fit).Select(person => person.Name).ToList() is { Count: > 0 } candidates)
                return new Match(candidates is [var only] ? only : null, candidates);
        return new Match(null, []);
    }

    private static bool IsShortOf(string written, string name) =>
        written.Length >= ShortestShortForm
        && name.Length > written.Length
        && name.StartsWith(written, StringComparison.Ordinal);

    /// <summary>One letter wrong, missing, too many, or two swapped.</summary>
    private static bool IsSlip(string a, string b)
    {
        if (a.Length < ShortestMisspelt || b.Length < ShortestMisspelt || Math.Abs(a.Length - b.Length) > 1)
            return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var (restA, restB) = (a[start..], b[start..]);
        if (restA.Length == restB.Length)
            return restA.Length == 0
                || restA[1..] == restB[1..]
                || restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..];
        return restA.Length > restB.Length ? restA[1..] == restB : restA == restB[1..];
    }

    private sealed record Known(string Name, string[] Words, string? Handle)
    {
        /// <summary>The usual logins: "abyron" and "adabyron" for Ada Byron.</summary>
        public string[] Logins { get; } = Words.Length > 1 ? [Words[0][0] + Words[^1], Words[0] + Words[^1]] : [];

        /// <summary>"AdaB" for Ada Byron.</summary>
        public string FirstNameAndInitial { get; } = Words.Length > 1 ? Words[0] + Words[^1][0] : "";

        public string Initials { get; } = string.Concat(Words.Select(word => word[0]));

        /// <summary>"Ada B" for Ada Byron, "Ada VB" for Ada van Byron; backwards, "A Byron" read from its end.</summary>
        public bool IsWithInitial(string[] words) =>
            words is [var name, { Length: < 4 } letters]
            && Words.Length > 1
            && (
                name == Words[0] && (letters == InitialsOfRest || letters.Length == 1 && letters[0] == Words[^1][0])
                || name == Words[^1] && letters.Length == 1 && letters[0] == Words[0][0]
            );

        public IEnumerable<string> Spellings =>
            [.. Words, .. Logins, FirstNameAndInitial, Initials, .. Handle is null ? [] : (string[])[Handle]];

        private string InitialsOfRest { get; } = string.Concat(Words.Skip(1).Select(word => word[0]));
    }
}
