using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SigHub.Minutes.Words;

/// <summary>
/// A regular expression whose cost is linear in the text, whatever the text and the machine's language. The engine that is linear for
/// all of them reads twice as fast and takes some twenty milliseconds to be made, which is what a page takes with ten of them: it is
/// made when it is first needed, and where the usual engine is linear, too, only for patterns that are looked for often. None is asked
/// about a text that lacks the letters, and most do.
/// </summary>
internal sealed class Pattern
{
    /// <summary>Nothing that is looked for takes so long; without a bound a mistake here would be a hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly ConcurrentDictionary<(string Words, bool AnyCase), Pattern> Known = new();

    /// <summary>So many looks cost about as much as making the engine for those who look often.</summary>
    private const int Often = 5_000;

    private static readonly MatchCollection None = Regex.Matches("", "$x", RegexOptions.None, Patience);

    private readonly string words;
    private readonly Lazy<Regex>? first;
    private readonly Lazy<Regex> linear;
    private NeededPairs? needed;
    private int looks;

    private Pattern(string words, bool anyCase, bool isBounded)
    {
        this.words = words;
        var options = RegexOptions.CultureInvariant | (anyCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        first = isBounded ? new Lazy<Regex>(() => new Regex(words, options, Patience)) : null;
        linear = new Lazy<Regex>(() => new Regex(words, options | RegexOptions.NonBacktracking, Patience));
    }

    private Regex Engine => first is not null && looks < Often && ++looks < Often ? first.Value : Linear;

    /// <summary>The engine that is asked at last, whose answer is the pattern's.</summary>
    public Regex Linear => linear.Value;

    /// <summary>All there are so far.</summary>
    public static IEnumerable<Pattern> InUse => Known.Values;

    public static Pattern Of(string words, bool anyCase = true) =>
        Known.GetOrAdd((words, anyCase), known => new Pattern(known.Words, known.AnyCase, IsBounded(known.Words)));

    /// <summary>
    /// One that stands at the front of a text and repeats nothing but what has a sign of its own between it, numbers and names, so
    /// that no text can be divided in two ways: it is looked for at one place, and the usual engine is linear.
    /// </summary>
    public static Pattern AtFront(string words, bool anyCase = true) =>
        Known.GetOrAdd((words, anyCase), known => new Pattern(known.Words, known.AnyCase, isBounded: true));

    public bool IsMatch(string text) =>
        LookedAt.Of(text) is var at && at.MayFit(Needed) && (at.Found(this)?.Success ?? Engine.IsMatch(text));

    public Match Match(string text) =>
        LookedAt.Of(text) is var at && at.MayFit(Needed)
            ? at.Found(this) ?? at.Remember(this, Engine.Match(text))
            : System.Text.RegularExpressions.Match.Empty;

    public Match Match(string text, int from) =>
        MayFit(text) ? Engine.Match(text, from) : System.Text.RegularExpressions.Match.Empty;

    public MatchCollection Matches(string text) => MayFit(text) ? Engine.Matches(text) : None;

    public string Replace(string text, string with) => MayFit(text) ? Engine.Replace(text, with) : text;

    public string Replace(string text, MatchEvaluator with) => MayFit(text) ? Engine.Replace(text, with) : text;

    public string[] Split(string text) => MayFit(text) ? Engine.Split(text) : [text];

    private NeededPairs Needed => needed ??= NeededPairs.Of(words);

    private bool MayFit(string text) => LookedAt.Of(text).MayFit(Needed);

    /// <summary>To be a part of another one.</summary>
    public override string ToString() => words;

    /// <summary>
    /// Whether it repeats nothing for as long as the text likes: then each place of a text costs a bounded number of steps, and the
    /// usual engine is linear, too.
    /// </summary>
    private static bool IsBounded(string words)
    {
        var isInClass = false;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '\\')
                i++;
            else if (isInClass)
                isInClass = words[i] != ']';
            else if (words[i] == '[')
            {
                isInClass = true;
                if (i + 1 < words.Length && words[i + 1] is '^' or ']')
                    i++;
            }
            else if (words[i] is '*' or '+' || words[i] == '{' && MostTimes(words, i) > Few)
                return false;
        }
        return true;
    }

    private const int Few = 6;

    private static int MostTimes(string words, int open)
    {
        var close = words.IndexOf('}', open);
        var comma = words.IndexOf(',', open, close - open);
        return int.TryParse(
            words.AsSpan(comma < 0 ? open + 1 : comma + 1, close - (comma < 0 ? open + 1 : comma + 1)),
            System.Globalization.CultureInfo.InvariantCulture,
            out var most
        )
            ? most
            : int.MaxValue;
    }
}
