using System.Numerics;
using System.Runtime.InteropServices;

namespace SigHub.Minutes.Words;

/// <summary>
/// The pairs of letters without which no text fits a pattern, as far as its own words tell. A text that has them may fit or not;
/// one without them does not, and no engine has to be asked. Told from a pattern's alternatives, each a row of sets of letters.
/// </summary>
internal sealed class NeededPairs
{
    /// <summary>More pairs of one alternative cost more than they spare; the rarest are looked for.</summary>
    private const int MostPairs = 5;

    private readonly List<Pair> pairs = [];

    private NeededPairs(IEnumerable<IReadOnlyList<Pair>> ways) => Add(ways);

    /// <param name="pattern">In the syntax that the engine of linear cost knows.</param>
    public static NeededPairs Of(string pattern)
    {
        var ways = PatternRows.Of(pattern).Select(row => PairsOf(row)).ToList();
        return new NeededPairs(ways.Exists(way => way.Count == 0) ? [] : ways);
    }

    /// <summary>Whether a text with those pairs may fit.</summary>
    public bool AreIn(LetterPairs text)
    {
        var all = CollectionsMarshal.AsSpan(pairs);
        for (var i = 0; i < all.Length; )
        {
            ref readonly var pair = ref all[i];
            if (!text.Has(pair.Kind, pair.Letters))
                i = pair.Next;
            else if (pair.IsLast)
                return true;
            else
                i++;
        }
        return all.Length == 0;
    }

    /// <summary>Alternatives that begin with the same pair share it: without it, all of them are passed over.</summary>
    private void Add(IEnumerable<IReadOnlyList<Pair>> ways)
    {
        foreach (var (first, sharing) in ways.GroupBy(way => way[0]).Select(group => (group.Key, group.ToList())))
        {
            var at = pairs.Count;
            var isLast = sharing.Exists(way => way.Count == 1);
            pairs.Add(first);
            if (!isLast)
                Add(sharing.Select(way => way.Skip(1).ToList()));
            pairs[at] = first with { IsLast = isLast, Next = pairs.Count };
        }
    }

    /// <summary>What a row needs, the rarest first; what stands somewhere helps where little stands side by side.</summary>
    private static List<Pair> PairsOf(ulong[] row)
    {
        var needed = new List<Pair>();
        var (before, isEdge) = (PatternRows.Anything, false);
        foreach (var letters in row.Append(PatternRows.Anything))
        {
            if (letters == PatternRows.Edge)
            {
                isEdge = true;
                continue;
            }
            if (isEdge && IsOfWords(letters))
                needed.Add(new Pair(LetterPairs.BehindGap, letters));
            var next = isEdge && IsOfWords(before) ? letters & LetterPairs.OfGaps : letters;
            if (BitOperations.IsPow2(before) && next != PatternRows.Anything)
                needed.Add(new Pair(BitOperations.Log2(before), next));
            (before, isEdge) = (letters, false);
        }
        if (needed.Count < 2)
            needed.AddRange(row.Where(IsOfLetters).Select(letters => new Pair(LetterPairs.Anywhere, letters)));
        return [.. needed.Distinct().OrderByDescending(pair => pair.Rarity).Take(MostPairs)];
    }

    private static bool IsOfLetters(ulong letters) =>
        letters is not (PatternRows.Anything or PatternRows.Edge or PatternRows.AtStart or PatternRows.AtEnd);

    private static bool IsOfWords(ulong letters) => (letters & ~LetterPairs.OfWords) == 0;

    /// <summary>One of some letters behind one of a kind.</summary>
    /// <param name="Next">Where to go on without it.</param>
    private readonly record struct Pair(int Kind, ulong Letters, bool IsLast = false, int Next = 0)
    {
        private const string FromCommon = " etaoinsrhldcumfpgwybvkxjqz";

        /// <summary>How seldom texts have it, roughly.</summary>
        public int Rarity =>
            Rare(Letters)
            + Kind switch
            {
                LetterPairs.Start => 60,
                LetterPairs.Anywhere => -60,
                LetterPairs.BehindGap => 0,
                _ => Rare(1UL << Kind),
            };

        private static int Rare(ulong letters)
        {
            var at = FromCommon.TakeWhile(letter => (LetterPairs.SetOf(letter) & letters) == 0).Count();
            return at - BitOperations.PopCount(letters);
        }
    }
}
