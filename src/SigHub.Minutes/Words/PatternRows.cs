using System.Globalization;

namespace SigHub.Minutes.Words;

/// <summary>
/// What a pattern looks for, as alternative rows of sets of letters: <c>^(?:to|will) \w</c> is the start, t, o, a blank, a
/// letter; or the start, w, i, l, l, and so on. Where that would be too much to write down, anything may stand. Syntax that no
/// pattern here uses is refused.
/// </summary>
internal sealed class PatternRows
{
    /// <summary>A place where anything may stand, for as long as it likes.</summary>
    public const ulong Anything = ulong.MaxValue;

    /// <summary>No letter, but the place between a word and a gap.</summary>
    public const ulong Edge = 1UL << 63;

    public const ulong AtStart = 1UL << LetterPairs.Start;

    /// <summary>Also before a last line feed.</summary>
    public const ulong AtEnd = 1UL << LetterPairs.End | 1UL << LetterPairs.Other;

    /// <summary>More alternatives would cost more than they spare.</summary>
    private const int Most = 256;
    private const int MostOfEach = 16;
    private const int Few = 4;

    /// <summary>What is left of alternatives when there are too many.</summary>
    private const int Longest = 5;
    private const int MostTimes = 3;

    private static readonly ulong[] Nothing = [];
    private static readonly List<ulong[]> Unknown = Row(Anything);

    private readonly string pattern;
    private int at;

    private PatternRows(string pattern) => this.pattern = pattern;

    public static IReadOnlyList<ulong[]> Of(string pattern) => new PatternRows(pattern).Alternatives();

    private bool IsOver => at == pattern.Length;

    private List<ulong[]> Alternatives()
    {
        var rows = new List<ulong[]>();
        do rows.AddRange(Sequence());
        while (Take('|'));
        return Cut(rows, Most);
    }

    private List<ulong[]> Sequence()
    {
        List<ulong[]> rows = [Nothing];
        while (!IsOver && pattern[at] is not ('|' or ')'))
            rows = Joined(rows, Repeated(Piece()));
        return rows;
    }

    /// <summary>Where there are too many, what may be missing goes first, and then what stands behind the first letters.</summary>
    private static List<ulong[]> Joined(List<ulong[]> first, List<ulong[]> second)
    {
        if (first.Count * second.Count > Most && second.Contains(Nothing))
            second = Unknown;
        if (first.Count * second.Count > Most)
        {
            first = Cut(first, Math.Max(MostOfEach, Most / second.Count));
            second = Cut(second, Most / first.Count);
        }
        return [.. first.SelectMany(_ => second, (one, other) => (ulong[])[.. one, .. other])];
    }

    /// <summary>The rows, or parts of them that are few enough.</summary>
    private static List<ulong[]> Cut(List<ulong[]> rows, int most)
    {
        for (var length = Longest; rows.Count > most; length--)
            rows =
            [
                .. rows.Select(row => (ulong[])[.. row.Take(length), Anything])
                    .DistinctBy(row => string.Join(' ', row)),
            ];
        return rows;
    }

    private List<ulong[]> Repeated(List<ulong[]> piece)
    {
        var (least, most) = Times();
        if ((least, most) == (1, 1))
            return piece;
        Take('?');
        if (least == 0)
            return most == 1 ? [.. Cut(piece, Few), Nothing] : Unknown;
        var repeated = piece;
        for (var i = 1; i < Math.Min(least, MostTimes); i++)
            repeated = Joined(repeated, piece);
        if (least == most && least <= MostTimes)
            return repeated;
        repeated = Joined(repeated, Unknown);
        return piece is [[_]] ? Joined(repeated, piece) : repeated;
    }

    private (int Least, int Most) Times()
    {
        if (Take('?'))
            return (0, 1);
        if (Take('*'))
            return (0, int.MaxValue);
        if (Take('+'))
            return (1, int.MaxValue);
        if (IsOver || pattern[at] != '{')
            return (1, 1);
        var bounds = Until('}')[1..].Split(',');
        var least = int.Parse(bounds[0], CultureInfo.InvariantCulture);
        return bounds switch
        {
            [_] => (least, least),
            [_, ""] => (least, int.MaxValue),
            _ => (least, int.Parse(bounds[1], CultureInfo.InvariantCulture)),
        };
    }

    private List<ulong[]> Piece() =>
        pattern[at++] switch
        {
            '(' => Group(),
            '[' => Row(Class()),
            '.' => Unknown,
            '^' => Row(AtStart),
            '$' => Row(AtEnd, Anything),
            '\\' when Take('b') => Row(Edge),
            '\\' => Row(Escape().Set),
            var letter => Row(LetterPairs.SetOf(letter)),
        };

    private static List<ulong[]> Row(params ulong[] sets) => [sets];

    private List<ulong[]> Group()
    {
        if (Take('?') && Until(pattern[at] == '<' ? '>' : ':').Any(c => c is ')' or '=' or '!'))
            throw new NotSupportedException($"A group in {pattern}");
        var rows = Alternatives();
        at++;
        return rows;
    }

    private ulong Class()
    {
        var isNegated = Take('^');
        var letters = new Letters(0, false);
        do
        {
            var first = Member();
            if (pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                first = Letters.Through(first, Member());
            }
            letters |= first;
        } while (!Take(']'));
        return (isNegated ? ~letters : letters).Set;
    }

    private Letters Member() => Take('\\') ? Escape() : Letters.Of(pattern[at++]);

    private Letters Escape() =>
        pattern[at++] switch
        {
            'd' => Letters.Where(char.IsAsciiDigit) with { HasOthers = false },
            'D' => ~Letters.Where(char.IsAsciiDigit),
            'w' => Letters.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
            'W' => ~Letters.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_'),
            's' => Letters.Where(char.IsWhiteSpace),
            'S' => ~Letters.Where(char.IsWhiteSpace),
            'p' => Until('}') switch
            {
                "{L" => Letters.Where(char.IsAsciiLetter),
                "{Lu" => Letters.Where(char.IsAsciiLetterUpper),
                "{Ll" => Letters.Where(char.IsAsciiLetterLower),
                var other => throw new NotSupportedException($@"\p{other}}} in {pattern}"),
            },
            'n' or 'r' or 't' => Letters.Of('\n'),
            var letter when !char.IsAsciiLetterOrDigit(letter) => Letters.Of(letter),
            var other => throw new NotSupportedException($@"\{other} in {pattern}"),
        };

    private string Until(char end)
    {
        var start = at;
        var found = pattern.IndexOf(end, start);
        at = found < 0 ? throw new NotSupportedException($"No {end} in {pattern}") : found + 1;
        return pattern[start..found];
    }

    private bool Take(char letter)
    {
        var isThere = !IsOver && pattern[at] == letter;
        at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>Some of the letters of ASCII, and whether there are others.</summary>
    private readonly record struct Letters(UInt128 Ascii, bool HasOthers)
    {
        public static Letters Of(char letter) => letter < 128 ? new(UInt128.One << letter, false) : new(0, true);

        /// <summary>Kinds of letters have members beyond ASCII.</summary>
        public static Letters Where(Func<char, bool> isIn) =>
            Enumerable
                .Range(0, 128)
                .Where(c => isIn((char)c))
                .Aggregate(new Letters(0, true), (letters, c) => letters | Of((char)c));

        public static Letters Through(Letters first, Letters last)
        {
            var from = UInt128.TrailingZeroCount(first.Ascii);
            return last.HasOthers
                ? new(UInt128.MaxValue << (int)from, true)
                : new((last.Ascii << 1) - (UInt128.One << (int)from), false);
        }

        public static Letters operator |(Letters one, Letters other) =>
            new(one.Ascii | other.Ascii, one.HasOthers || other.HasOthers);

        /// <summary>Nothing is said of which others, so that there may be some in both.</summary>
        public static Letters operator ~(Letters letters) => new(~letters.Ascii, true);

        public ulong Set
        {
            get
            {
                var set = HasOthers ? 1UL << LetterPairs.Other : 0;
                for (var c = 0; c < 128; c++)
                    if ((Ascii >> c & 1) != 0)
                        set |= LetterPairs.SetOf((char)c);
                return set;
            }
        }
    }
}
