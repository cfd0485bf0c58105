using System.Buffers;
using System.Text.RegularExpressions;
using SigHub.Minutes.Explaining;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Who a task belongs to, and the task without that.</summary>
internal sealed record Owned(IReadOnlyList<string> Owners, string Task);

/// <summary>
/// The notations by which a task names its owners. Each is a rule that takes the text and says who and what is left; the
/// first that fits decides. A new notation is one more rule in the list.
/// </summary>
internal sealed class Ownership(People people, Mentions mentions)
{
    private const int LongestSubject = 60;

    private static readonly Pattern Bracketed = Pattern.Of(
        @"^(?:\[(?<who>[^\]\[]{2,60})\]|\((?<who>[^()]{2,60})\)|(?<who>@[\w.-]+(?:(?:,| and| &| ?/| ?\+)? @[\w.-]+)*))[:,]? +(?:-+ |– |— )?(?<what>.+)$"
    );
    private static readonly Pattern Colon = Pattern.Of(
        @"^(?<who>[^:]{1,80}?)(?: ?\((?<inner>[^()]*)\))? ?: +(?<what>.+)$"
    );
    private static readonly Pattern Dashed = Pattern.Of(
        @"^(?<who>[^:]{1,60}?) +(?:-+|–|—|(?<arrow>=+>|-+>|→)) +(?<what>.+)$"
    );
    private static readonly Pattern TightlyDashed = Pattern.Of(
        @"^(?<who>\p{Lu}[^:-]{1,40})[-–—] +(?<what>.+)$",
        anyCase: false
    );
    private static readonly Pattern Promising = Pattern.Of(@$"(?:,? | \([^()]*\) )(?:{Vocabulary.Promise}) ");
    private static readonly Pattern Comma = Pattern.Of(
        @"^(?<who>\w[\w.'’-]*(?: [A-Z][\w.'’-]*)?), +(?<what>(?:to |will |[A-Z]).+)$",
        anyCase: false
    );
    private static readonly Pattern AtEndDashed = Pattern.Of(
        @"^(?<what>.*\S) *(?: -+ *|–|—|=+>|-+>|→|: ) *(?<who>[^–—:()]{2,60})$"
    );
    private static readonly Pattern AtEndBracketed = Pattern.Of(
        @"^(?<what>.*\S) *[(\[](?<who>[^()\[\]]{2,60})[)\]]+[.?!]?$"
    );
    private static readonly Pattern AtEndNamed = Pattern.Of(
        @"^(?<what>.*\S)[ ,;(\[-]+(?:owners?|assigned to|assignees?|responsible|lead|who)(?:: ?| )(?<who>[^:()\[\]]{2,60}?)[)\].]*$"
    );
    private static readonly Pattern AtEndListed = Pattern.Of(
        @"^(?<what>.*\S) +(?<who>[A-Z][\w.'’-]*(?: ?/ ?[A-Z][\w.'’-]*| & [A-Z][\w.'’-]*)+)$",
        anyCase: false
    );
    private static readonly Pattern AtEndHandles = Pattern.Of(
        @"^(?<what>.*\S) +(?<who>@[\w.-]+(?:(?:,| and| &| ?/)? ?@[\w.-]+)*)$"
    );
    private static readonly Pattern Quoted = Pattern.Of(@"[""“](?<words>[^""“”]+)[""”]");
    private static readonly Pattern QuotedPromise = Pattern.Of(
        $@"^(?<who>[^:;.?!]{{1,40}}?) (?:will|can|to|shall|is going to) (?<verb>\w+)"
    );
    private static readonly Pattern Midway = Pattern.Of(
        $@"(?:^|[,;.–—] |- |\b(?:and|meeting|meetings|call|week|then) )(?<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?) (?:to|will) (?<what>\w.+)$",
        anyCase: false
    );
    private static readonly Pattern AtEndKnown = Pattern.Of(
        @"^(?<what>.*\S) ?[,;] (?<who>[A-Z][^,;:()]{1,40})$",
        anyCase: false
    );
    private static readonly Pattern Pair = Pattern.Of(
        @"^(?<who>[A-Z][\w.'’-]* [A-Z][\w.'’-]*(?:, | and | & )[A-Z][\w.'’-]* [A-Z][\w.'’-]*) (?<what>[a-z].+)$",
        anyCase: false
    );

    /// <summary>"… - Ada (?)": who may own it.</summary>
    private static readonly Pattern Doubt = Pattern.Of(@" ?\((?:\?|tbc|tentative(?:ly)?)\)$");
    private static readonly Pattern Asked = Pattern.Of(English.Asked);
    private static readonly Pattern For = Pattern.Of("^for ");
    private static readonly Pattern LeadingTo = Pattern.Of(@"^(?:to|will|needs? to|should) +");

    private readonly OwnerNames names = new(people);

    private (string Name, Func<string, Owned?> Read)[] Notations =>
        field ??= [
            ("owner in brackets first", BracketedFirst),
            ("everybody is asked", AskedFirst),
            ("owner, then a promise", PromiseFirst),
            ("owner before a colon", ColonFirst),
            ("owner before a comma", CommaFirst),
            ("someone known behind a dash", KnownBehindDash),
            ("owner before a dash", DashFirst),
            ("owner right before a dash", TightDashFirst),
            ("someone known opens the sentence", KnownFirst),
            ("two full names open the sentence", PairFirst),
            ("a promise in quotes", PromiseInQuotes),
            ("handle at the end", HandlesLast),
            ("“owner:” at the end", NamedLast),
            ("owner behind a dash", DashLast),
            ("owner in brackets last", BracketedLast),
            ("owners at the end", ListedLast),
            ("someone known at the end", KnownLast),
            ("names in quotes", NamesInQuotes),
            ("a promise midway", PromiseMidway),
            ("nothing but owners", NobodyElse),
        ];

    public Owned Read(string text)
    {
        text = Doubt.Replace(text, "");
        foreach (var (name, notation) in Notations)
            if (notation(text) is { } owned)
            {
                Trace.Rule(name);
                return owned with { Task = Trimmed(owned.Task) };
            }
        return new Owned([], text);
    }

    /// <summary>The owner an action's mark names: "[AI: ada] …", read as "ada: …".</summary>
    public static Owned? After(string who, string task) =>
        task.StartsWith(who + ": ", StringComparison.Ordinal)
            ? new Owned([.. Names.Split(who).Select(name => name.TrimStart('@'))], Trimmed(task[(who.Length + 2)..]))
            : null;

    /// <summary>Whether the whole text is names, so that a list under it holds their tasks.</summary>
    public IReadOnlyList<string>? NamesAlone(string text) =>
        names.Listed(text.TrimEnd(':'), strict: true)
        ?? (
            OwnerNames.LookLikePeople(text.TrimEnd(':')) is { } others
            && others.All(name => mentions.Speaks(name) || text.EndsWith(':') && Names.IsFullName(name))
                ? others
                : null
        );

    /// <summary>Only the notations that no ordinary sentence has: a person, then a promise.</summary>
    public Owned? Promise(string text) =>
        Promised.In(text) is { IsWork: false } promise && names.Listed(promise.Who, strict: true) is { } owners
            ? new Owned(owners, Trimmed(promise.What))
            : null;

    /// <summary>"[Ada, Grace] …": people of the document in brackets at the front.</summary>
    public bool OpensWithOwner(string text) =>
        Take(Bracketed, text, who => names.Listed(who, strict: true)) is not null;

    /// <summary>"Ada - a word with the mill": someone of this document, or who speaks in it, before a dash.</summary>
    public bool IsToldOf(string text) =>
        Take(Dashed, text, who => names.Listed(who, strict: true) ?? Speaker(who)) is not null;

    private List<string>? Speaker(string name) => mentions.Speaks(name) && Names.IsName(name) ? [name] : null;

    /// <summary>Somebody known is at work on what follows.</summary>
    public bool IsAtWork(string text) =>
        Promised.In(text) is { IsWork: true } promise && names.Listed(promise.Who, strict: true) is not null;

    /// <summary>
    /// A promise of people who are on no list: two names, or a name that speaks elsewhere in the document, and a verb that
    /// binds.
    /// </summary>
    public Owned? PromiseOfOthers(string text) =>
        PromiseOf(
            text,
            (who, verb) =>
                OwnerNames.LookLikePeople(who) is { } others
                && others.All(name =>
                    mentions.Speaks(name) || GivenNames.Has(name) || verb != "to" && Names.IsFullName(name)
                )
                    ? others
                    : null
        );

    /// <summary>A promise of whoever has a name, for lists in which little else stands.</summary>
    public Owned? PromiseOfAnybody(string text) => PromiseOf(text, (who, _) => OwnerNames.LookLikePeople(who));

    private static Owned? PromiseOf(string text, Func<string, string, IReadOnlyList<string>?> read) =>
        Promised.In(text) is { } promise
        && promise.Verb.Trim(' ', ',') is var verb
        && English.Binding.Contains(verb)
        && read(promise.Who.Trim(), verb) is { } owners
            ? new Owned(owners, Trimmed(promise.What))
            : null;

    private Owned? BracketedFirst(string text) =>
        Take(
            Bracketed,
            text,
            who =>
                who.Contains('@', StringComparison.Ordinal) ? OwnerNames.Handles(who) : names.Listed(who, strict: false)
        );

    private static Owned? AskedFirst(string text) => Take(Asked, text, who => [who]);

    private Owned? PromiseFirst(string text)
    {
        if (Promised.In(text) is not { } promise)
            return null;
        var subject = promise.Who.Trim();
        if (promise.Inner is { } inside && names.Listed(inside, strict: false) is { } inner)
            return new Owned(inner, promise.What);
        if (subject.Length > LongestSubject || English.Nobody.Contains(subject.Split(' ')[0]))
            return null;
        if (
            (names.Listed(subject, strict: false) ?? OwnerNames.Collective(subject) ?? names.WithBody(subject)) is
            { } owners
        )
            return new Owned(owners, promise.What);
        if (IsSlipOfName(subject))
            return new Owned([subject], promise.What);
        return names.KnownAmong(subject) is { } known ? new Owned(known, text) : null;
    }

    /// <summary>"ada to write it" where another task says "Ada to …".</summary>
    private bool IsSlipOfName(string subject) =>
        subject is [>= 'a' and <= 'z', _, ..]
        && !subject.Contains(' ', StringComparison.Ordinal)
        && mentions.Promises(char.ToUpperInvariant(subject[0]) + subject[1..]);

    /// <summary>"Job description: Ada will resend it": a topic before the colon owns nothing.</summary>
    private Owned? ColonFirst(string text)
    {
        if (Colon.Match(text) is not { Success: true } match)
            return null;
        var (who, what) = (match.Groups["who"].Value, match.Groups["what"].Value);
        if (names.Listed(who, strict: true) is null && (Promise(what) ?? PromiseOfBody(what)) is { } promise)
            return promise;
        who = who.Trim();
        return
            (names.Listed(For.Replace(who, ""), strict: false) ?? OwnerNames.Collective(who)) is { Count: > 0 } owners
            ? new Owned(owners, what)
            : null;
    }

    private static Owned? PromiseOfBody(string text) => PromiseOf(text, (who, _) => OwnerNames.Collective(who));

    private Owned? CommaFirst(string text) =>
        SeveralFirst(text)
        ?? Take(Comma, text, who => people.Knows(who) || Names.IsName(who) ? [Names.Clean(who)] : null);

    /// <summary>"Ada, Grace, Joan, review the draft": people known, and then what they do.</summary>
    private Owned? SeveralFirst(string text)
    {
        var parts = text.Split(", ");
        var owners = parts.TakeWhile(part => Names.IsName(part) && names.IsSomebody(part)).ToList();
        return owners.Count > 1 && owners.Count < parts.Length && owners.Exists(people.Knows)
            ? new Owned(owners, string.Join(", ", parts.Skip(owners.Count)))
            : null;
    }

    /// <summary>"Acme Board - try the new build - Ada": who is known at the end outdoes capitals at the front.</summary>
    private Owned? KnownBehindDash(string text) => Take(AtEndDashed, text, who => names.Listed(who, strict: true));

    private Owned? DashFirst(string text) =>
        Take(
            Dashed,
            text,
            who =>
                names.Listed(who, strict: !HasArrow(text))
                ?? (OwnerNames.IsFullNames(who) ? Names.Split(who) : OwnerNames.Collective(who))
                ?? Speaker(who)
        );

    /// <summary>"Kate- publish it": only who is known, bears a common name, or is a body.</summary>
    private Owned? TightDashFirst(string text) =>
        Take(
            TightlyDashed,
            text,
            who =>
                names.Listed(who, strict: true)
                ?? (OwnerNames.IsFullNames(who) ? Names.Split(who) : OwnerNames.Collective(who))
        );

    /// <summary>A dash may set off anything, an arrow points from an owner to a task.</summary>
    private static bool HasArrow(string text) => Dashed.Match(text).Groups["arrow"].Success;

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
                two.Length > 0 && names.IsExactly(two) ? 2
                : names.IsOwnerWord(word, owners.Count > 0, Next(words, at)) ? 1
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
        return
            owners.Count > 0
            && at < words.Length
            && !IsState(words[at])
            && (owners.Any(people.Knows) || owners.All(names.IsSomebody) && char.IsLower(words[at][0]))
            ? new Owned(owners, string.Join(' ', words[at..]))
            : null;
    }

    /// <summary>"Ada Byron and Grace Hill suggest words": two full names need no introduction.</summary>
    private static Owned? PairFirst(string text) =>
        Take(Pair, text, who => Names.Split(who) is var pair && pair.All(Names.IsFullName) ? pair : null);

    private Owned? HandlesLast(string text) => Take(AtEndHandles, text, OwnerNames.Handles);

    private Owned? NamedLast(string text) => Take(AtEndNamed, text, who => names.Listed(who, strict: false));

    private Owned? DashLast(string text) => Take(AtEndDashed, text, who => names.Listed(who, strict: false));

    private Owned? BracketedLast(string text) => Take(AtEndBracketed, text, who => names.Listed(who, strict: false));

    private Owned? KnownLast(string text) => Take(AtEndKnown, text, who => names.Listed(who, strict: true));

    private Owned? ListedLast(string text) =>
        Take(
            AtEndListed,
            text,
            who =>
                Names.Split(who) is var listed && listed.Any(people.Knows) && listed.All(Names.IsName) ? listed : null
        );

    /// <summary>What is quoted may promise an act: “Ada can arrange that”.</summary>
    private Owned? PromiseInQuotes(string text)
    {
        foreach (Match quoted in Quoted.Matches(text))
            if (
                QuotedPromise.Match(quoted.Groups["words"].Value.Trim()) is { Success: true } promise
                && promise.Groups["verb"].Value != "be"
                && names.Listed(promise.Groups["who"].Value, strict: false) is { } owners
            )
                return new Owned(owners, text);
        return null;
    }

    /// <summary>Names in quotes own a task at its end, or anywhere when they are known: a quoted title does not.</summary>
    private Owned? NamesInQuotes(string text)
    {
        foreach (Match quoted in Quoted.Matches(text))
            if (
                names.Listed(quoted.Groups["words"].Value, strict: quoted.Index + quoted.Length < text.Length) is
                { } owners
            )
                return new Owned(owners, text);
        return null;
    }

    private Owned? PromiseMidway(string text) =>
        Midway.Match(text) is { Success: true } match
        && names.Listed(match.Groups["who"].Value, strict: false) is { } owners
            ? new Owned(owners, text)
            : null;

    /// <summary>"ACTION: Ada Byron." says who and leaves what to the lines before.</summary>
    private Owned? NobodyElse(string text) =>
        names.Listed(text.TrimEnd('.'), strict: true) is { } owners ? new Owned(owners, text) : null;

    private static Owned? Take(Pattern notation, string text, Func<string, IReadOnlyList<string>?> read) =>
        notation.Match(text) is { Success: true } match
        && read(match.Groups["who"].Value.Trim()) is { Count: > 0 } owners
            ? new Owned(owners, match.Groups["what"].Value)
            : null;

    private static string Next(string[] words, int at) => at + 1 < words.Length ? words[at + 1] : "";

    private static bool IsState(string word) => word is "-" or "–" or "—";

    /// <summary>A task without the sign or the "to" that led from its owner to it.</summary>
    public static string Trimmed(string task)
    {
        task = task.Trim().TrimStart(',', ':', '-', '–').TrimStart();
        return LeadingTo.Match(task) is { Success: true } to && to.Length < task.Length ? task[to.Length..] : task;
    }

    /// <summary>"Ada (Acme) will write it": who promises, what stands in brackets behind the name, and what is promised.</summary>
    private sealed record Promised(string Who, string? Inner, string Verb, string What)
    {
        private static readonly SearchValues<char> Ends = SearchValues.Create(":;.?!“”\"");

        /// <summary>"Ada is working on it" says what goes on, and nothing is promised.</summary>
        public bool IsWork => Verb.Contains("working", StringComparison.Ordinal);

        private static readonly Remembered<Promised?> Known = new(Told);

        /// <summary>
        /// Null where the sentence does not begin with somebody and a promise. The pattern finds the words between them and
        /// names no parts: telling those takes ten times as long.
        /// </summary>
        public static Promised? In(string text) => Known[text];

        private static Promised? Told(string text)
        {
            if (text.Length == 0 || Promising.Match(text, 1) is not { Success: true } match)
                return null;
            var who = text[..match.Index];
            var what = text[(match.Index + match.Length)..];
            if (who.Length > LongestSubject || who.AsSpan().ContainsAny(Ends) || what.Length == 0)
                return null;
            var verb = match.Value;
            var close = verb.IndexOf(')', StringComparison.Ordinal);
            return new Promised(who, close < 0 ? null : verb[2..close], verb[(close + 1)..], what.TrimStart(' '));
        }
    }
}
