using System.Text.RegularExpressions;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Who a task belongs to, and the task without that.</summary>
internal sealed record Owned(IReadOnlyList<string> Owners, string Task);

/// <summary>
/// The notations by which a task names its owners. Each is a rule that takes the text and says who and what is left; the
/// first that fits decides. A new notation is one more rule in the list.
/// </summary>
internal sealed class Ownership(People people)
{
    private const int LongestSubject = 60;

    private static readonly Regex Bracketed = Pattern.Of(
        @"^(?:\[(?<who>[^\]\[]{2,60})\]|\((?<who>[^()]{2,60})\)|(?<who>@[\w.-]+(?:(?:,| and| &| ?/| ?\+)? @[\w.-]+)*))[:,]? +(?:-+ |– |— )?(?<what>.+)$"
    );
    private static readonly Regex Colon = Pattern.Of(
        @"^(?<who>[^:]{1,80}?)(?: ?\((?<inner>[^()]*)\))? ?: +(?<what>.+)$"
    );
    private static readonly Regex Dashed = Pattern.Of(@"^(?<who>[^:]{1,60}?) +(?:-+|–|—|=>|->) +(?<what>.+)$");
    private static readonly Regex Promised = Pattern.Of(
        $@"^(?<who>[^:;.?!“”""]{{1,60}}?)(?:,? | \((?<inner>[^()]*)\) )(?<verb>{English.Promise}) +(?<what>.+)$"
    );
    private static readonly Regex Comma = Pattern.Of(
        @"^(?<who>\w[\w.'’-]*(?: [A-Z][\w.'’-]*)?), +(?<what>(?:to |will |[A-Z]).+)$",
        anyCase: false
    );
    private static readonly Regex AtEndDashed = Pattern.Of(
        @"^(?<what>.*\S) *(?: -+ *|–|—|=>|->|: ) *(?<who>[^–—:()]{2,60})$"
    );
    private static readonly Regex AtEndBracketed = Pattern.Of(
        @"^(?<what>.*\S) *[(\[](?<who>[^()\[\]]{2,60})[)\]][.?!]?$"
    );
    private static readonly Regex AtEndNamed = Pattern.Of(
        @"^(?<what>.*\S)[ ,;(\[-]+(?:owners?|assigned to|assignees?|responsible|lead|who)(?:: ?| )(?<who>[^:()\[\]]{2,60}?)[)\].]*$"
    );
    private static readonly Regex AtEndListed = Pattern.Of(
        @"^(?<what>.*\S) +(?<who>[A-Z][\w.'’-]*(?: ?/ ?[A-Z][\w.'’-]*| & [A-Z][\w.'’-]*)+)$",
        anyCase: false
    );
    private static readonly Regex AtEndHandles = Pattern.Of(
        @"^(?<what>.*\S) +(?<who>@[\w.-]+(?:(?:,| and| &| ?/)? ?@[\w.-]+)*)$"
    );
    private static readonly Regex Quoted = Pattern.Of(@"[""“](?<words>[^""“”]+)[""”]");
    private static readonly Regex QuotedPromise = Pattern.Of(
        $@"^(?<who>[^:;.?!]{{1,40}}?) (?:will|can|to|shall|is going to) (?<verb>\w+)"
    );
    private static readonly Regex Midway = Pattern.Of(
        $@"(?:^|[,;.] |\b(?:and|meeting|meetings|call|week|then) )(?<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?) (?:to|will) (?<what>\w.+)$",
        anyCase: false
    );
    private static readonly Regex LeadingTo = Pattern.Of(@"^(?:to|will|needs? to|should) +");

    public Owned Read(string text)
    {
        Func<string, Owned?>[] notations =
        [
            BracketedFirst,
            PromiseFirst,
            ColonFirst,
            CommaFirst,
            DashFirst,
            KnownFirst,
            PromiseInQuotes,
            HandlesLast,
            NamedLast,
            DashLast,
            BracketedLast,
            ListedLast,
            NamesInQuotes,
            PromiseMidway,
        ];
        foreach (var notation in notations)
            if (notation(text) is { } owned)
                return owned with { Task = Trimmed(owned.Task) };
        return new Owned([], text);
    }

    /// <summary>Whether the whole text is names, so that a list under it holds their tasks.</summary>
    public IReadOnlyList<string>? NamesAlone(string text) => Listed(text.TrimEnd(':'), strict: true);

    /// <summary>Only the notations that no ordinary sentence has: a person, then a promise.</summary>
    public Owned? Promise(string text) =>
        Promised.Match(text) is { Success: true } match && Listed(match.Groups["who"].Value, strict: true) is { } owners
            ? new Owned(owners, Trimmed(match.Groups["what"].Value))
            : null;

    private Owned? BracketedFirst(string text) =>
        Take(
            Bracketed,
            text,
            who => who.Contains('@', StringComparison.Ordinal) ? Handles(who) : Listed(who, strict: false)
        );

    private Owned? PromiseFirst(string text)
    {
        if (Promised.Match(text) is not { Success: true } match)
            return null;
        var subject = match.Groups["who"].Value.Trim();
        if (match.Groups["inner"].Success && Listed(match.Groups["inner"].Value, strict: false) is { } inner)
            return new Owned(inner, match.Groups["what"].Value);
        if (subject.Length > LongestSubject || English.Nobody.Contains(subject.Split(' ')[0]))
            return null;
        return (Listed(subject, strict: false) ?? KnownAmong(subject) ?? Collective(subject)) is { } owners
            ? new Owned(owners, match.Groups["what"].Value)
            : null;
    }

    private Owned? ColonFirst(string text) => Take(Colon, text, who => Listed(who, strict: false) ?? Collective(who));

    private Owned? CommaFirst(string text) =>
        Take(Comma, text, who => people.Knows(who) || Names.IsName(who) ? [Names.Clean(who)] : null);

    private Owned? DashFirst(string text) =>
        Take(Dashed, text, who => Listed(who, strict: true) ?? (IsFullNames(who) ? Names.Split(who) : null));

    /// <summary>"Ada release sources", "Grace / Ada talk to …": people known from the roll call open the sentence.</summary>
    private Owned? KnownFirst(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var owners = new List<string>();
        var at = 0;
        while (at < words.Length)
        {
            var word = words[at].TrimEnd(',');
            var two = at + 1 < words.Length ? $"{word} {words[at + 1].TrimEnd(',')}" : "";
            var length =
                two.Length > 0 && IsExactly(two) ? 2
                : IsOwnerWord(word, owners.Count > 0, Next(words, at)) ? 1
                : 0;
            if (length == 0)
                break;
            owners.AddRange(Names.Split(length == 2 ? two : word));
            at += length;
            var goesOn = words[at - 1].EndsWith(',');
            if (at < words.Length && words[at] is "and" or "&" or "/" or "+")
            {
                at++;
                goesOn = true;
            }
            if (!goesOn)
                break;
        }
        return owners.Count > 0 && owners.Any(people.Knows) && at < words.Length && !IsState(words[at])
            ? new Owned(owners, string.Join(' ', words[at..]))
            : null;
    }

    private Owned? HandlesLast(string text) => Take(AtEndHandles, text, Handles);

    private Owned? NamedLast(string text) => Take(AtEndNamed, text, who => Listed(who, strict: false));

    private Owned? DashLast(string text) => Take(AtEndDashed, text, who => Listed(who, strict: false));

    private Owned? BracketedLast(string text) => Take(AtEndBracketed, text, who => Listed(who, strict: false));

    private Owned? ListedLast(string text) =>
        Take(
            AtEndListed,
            text,
            who => Names.Split(who) is var names && names.Any(people.Knows) && names.All(Names.IsName) ? names : null
        );

    /// <summary>What is quoted may promise an act: “Ada can arrange that”.</summary>
    private Owned? PromiseInQuotes(string text)
    {
        foreach (Match quoted in Quoted.Matches(text))
            if (
                QuotedPromise.Match(quoted.Groups["words"].Value.Trim()) is { Success: true } promise
                && promise.Groups["verb"].Value != "be"
                && Listed(promise.Groups["who"].Value, strict: false) is { } owners
            )
                return new Owned(owners, text);
        return null;
    }

    /// <summary>Names in quotes own a task at its end, or anywhere when they are known: a quoted title does not.</summary>
    private Owned? NamesInQuotes(string text)
    {
        foreach (Match quoted in Quoted.Matches(text))
            if (Listed(quoted.Groups["words"].Value, strict: quoted.Index + quoted.Length < text.Length) is { } owners)
                return new Owned(owners, text);
        return null;
    }

    private Owned? PromiseMidway(string text) =>
        Midway.Match(text) is { Success: true } match && Listed(match.Groups["who"].Value, strict: false) is { } owners
            ? new Owned(owners, text)
            : null;

    private static Owned? Take(Regex notation, string text, Func<string, IReadOnlyList<string>?> read) =>
        notation.Match(text) is { Success: true } match
        && read(match.Groups["who"].Value.Trim()) is { Count: > 0 } owners
            ? new Owned(owners, match.Groups["what"].Value)
            : null;

    /// <summary>Names between commas, slashes, "and", "+"; strict asks that each is someone of this document.</summary>
    private IReadOnlyList<string>? Listed(string text, bool strict)
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

    /// <summary>"Ada Grace" may be two first names without a comma between them.</summary>
    private IEnumerable<string> KnownApart(string name)
    {
        var words = name.Split(' ');
        return words.Length == 2 && !people.Knows(name) && words.All(people.Knows) ? words : [name];
    }

    private static bool Plausible(string name) =>
        char.IsUpper(name.FirstOrDefault(char.IsLetter))
        || name.StartsWith('@')
        || name.Contains(' ', StringComparison.Ordinal);

    private static bool IsCompany(string name) => name is "team" or "others" or "co";

    /// <summary>An abbreviation nobody bears as initials.</summary>
    private bool IsShout(string name) =>
        name.Length > 1 && name.All(char.IsUpper) && !people.Knows(name) && name.Length > 3;

    private static bool IsRole(string name) =>
        name.Split(' ') is { Length: <= 3 } words && words.Any(English.Collectives.Contains) && char.IsUpper(name[0]);

    private List<string>? KnownAmong(string subject)
    {
        var names = Names.Split(subject).Where(name => people.Knows(name) && Plausible(name)).ToList();
        return names.Count > 0 && names.Count * 2 >= Names.Split(subject).Count ? names : null;
    }

    private static IReadOnlyList<string>? Collective(string subject)
    {
        var words = subject.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
            words.Length is > 0 and <= 5
            && char.IsUpper(words[0][0])
            && words[0] is not ("A" or "An")
            && !English.NotOwners.Contains(words[0])
            && (English.Collectives.Contains(words[^1]) || words.Length == 2 && English.Collectives.Contains(words[0]))
            ? [subject]
            : null;
    }

    private static IReadOnlyList<string> Handles(string text) =>
        [
            .. text.Split(['@', ' ', ',', '/', '&', '+'], StringSplitOptions.RemoveEmptyEntries)
                .Where(name => name != "and"),
        ];

    private static bool IsFullNames(string text) =>
        Names.Split(text) is { Count: > 0 } names && names.All(Names.IsFullName);

    private bool IsExactly(string name) =>
        people.Find(name).Person is { } person && Fold.Text(person) == Fold.Text(name);

    private bool IsOwnerWord(string word, bool afterOwner, string next)
    {
        if (word.Contains('/', StringComparison.Ordinal))
            return Names.Split(word) is { Count: > 1 } names && names.Any(people.Knows) && names.All(Names.IsName);
        if (!Names.IsName(word))
            return false;
        return people.IsFirstName(word)
            || people.Knows(word) && char.IsUpper(word[0]) && word.Length > 2
            || afterOwner
            || next is "/" or "&" or "and" or "+";
    }

    private static string Next(string[] words, int at) => at + 1 < words.Length ? words[at + 1] : "";

    private static bool IsState(string word) => word is "-" or "–" or "—";

    private static string Trimmed(string task)
    {
        task = task.Trim().TrimStart(',', ':', '-', '–').TrimStart();
        return LeadingTo.Match(task) is { Success: true } to && to.Length < task.Length ? task[to.Length..] : task;
    }
}
