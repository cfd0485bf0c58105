using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Features.Search;

/// <summary>A piece of a text; a hit is marked.</summary>
public sealed record ExcerptPiece(string Text, bool IsHit);

/// <summary>The part of a text that says most of what was looked for, with the hits in it. Text only, never HTML.</summary>
public static class Excerpt
{
    /// <summary>About two lines.</summary>
    private const int Length = 220;

    /// <summary>The whole text, with its hits.</summary>
    public static IReadOnlyList<ExcerptPiece> Mark(string text, SearchTerms terms)
    {
        var words = Folding.Words(text).ToList();
        return Pieces(text, 0, text.Length, Hits(words, terms));
    }

    /// <summary>Some words around the most hits; the beginning where there is none.</summary>
    public static IReadOnlyList<ExcerptPiece> Of(string text, SearchTerms terms)
    {
        var words = Folding.Words(text).ToList();
        var hits = Hits(words, terms);
        var (from, to) = Window(text, words, hits);
        var pieces = Pieces(text, from, to, hits);
        if (from > 0)
            pieces.Insert(0, new ExcerptPiece("… ", IsHit: false));
        if (to < text.Length)
            pieces.Add(new ExcerptPiece(" …", IsHit: false));
        return pieces;
    }

    /// <summary>Where hits stand, in their order, none within another.</summary>
    private static List<(int Start, int End)> Hits(List<FoldedWord> words, SearchTerms terms)
    {
        var hits = new List<(int Start, int End)>();
        for (var at = 0; at < words.Count; at++)
        {
            var longest = terms.Wanted.Where(term => StandsAt(words, at, term)).Max(term => (int?)term.Words.Count);
            if (longest is not { } count)
                continue;
            var last = words[at + count - 1];
            hits.Add((words[at].Start, last.Start + last.Length));
            at += count - 1;
        }

        return hits;
    }

    private static bool StandsAt(List<FoldedWord> words, int at, SearchTerm term)
    {
        if (at + term.Words.Count > words.Count)
            return false;
        for (var i = 0; i < term.Words.Count; i++)
        {
            var (there, wanted) = (words[at + i].Folded, term.Words[i]);
            var isSame =
                term.IsPrefix && i == term.Words.Count - 1
                    ? there.StartsWith(wanted, StringComparison.Ordinal)
                    : there == wanted;
            if (!isSame)
                return false;
        }

        return true;
    }

    /// <summary>Begins and ends with a word.</summary>
    private static (int From, int To) Window(string text, List<FoldedWord> words, List<(int Start, int End)> hits)
    {
        if (text.Length <= Length)
            return (0, text.Length);

        var best = (From: 0, Count: 0);
        for (var (first, last) = (0, 0); first < hits.Count; first++)
        {
            while (last < hits.Count && hits[last].End <= hits[first].Start + (Length * 3 / 4))
                last++;
            if (last - first > best.Count)
                best = (hits[first].Start, last - first);
        }

        var from = best.Count == 0 ? 0 : Math.Clamp(best.From - (Length / 4), 0, text.Length - Length);
        var to = from + Length;
        var opening = words.Find(word =>
            word.Start >= from && (word.Start == 0 || char.IsWhiteSpace(text[word.Start - 1]))
        );
        var closing = words.FindLast(word => word.Start + word.Length <= to);
        return (
            from == 0 || opening.Length == 0 || opening.Start >= closing.Start ? from : opening.Start,
            to == text.Length || closing.Start <= from ? to : closing.Start + closing.Length
        );
    }

    private static List<ExcerptPiece> Pieces(string text, int from, int to, List<(int Start, int End)> hits)
    {
        var pieces = new List<ExcerptPiece>();
        var done = from;
        foreach (var (start, end) in hits.Where(hit => hit.Start >= from && hit.End <= to))
        {
            if (start > done)
                pieces.Add(new ExcerptPiece(text[done..start], IsHit: false));
            pieces.Add(new ExcerptPiece(text[start..end], IsHit: true));
            done = end;
        }

        if (done < to)
            pieces.Add(new ExcerptPiece(text[done..to], IsHit: false));
        return pieces;
    }
}
