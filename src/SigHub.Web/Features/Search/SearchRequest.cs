using System.Globalization;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Features.Search;

/// <summary>
/// What somebody asks for, understood: words, and filters by group, kind and day. What makes no sense is left out and told in a
/// sentence.
/// </summary>
/// <param name="From">The first day: `after:2026-03` begins on 1 March 2026.</param>
/// <param name="Until">The day after the last: `before:2026` ends with 2025.</param>
public sealed record SearchRequest(
    IReadOnlyList<SearchPart> Parts,
    SearchTerms Terms,
    IReadOnlyList<SubjectKind> Kinds,
    IReadOnlyList<SearchPart> Groups,
    DateOnly? From,
    DateOnly? Until,
    IReadOnlyList<string> Problems
)
{
    /// <summary>Nothing was typed, or nothing that can be looked for.</summary>
    public bool IsEmpty =>
        Terms is { Wanted.Count: 0, Unwanted.Count: 0 }
        && Kinds.Count == SearchKinds.All.Count
        && Groups.Count == 0
        && From is null
        && Until is null;

    /// <param name="typed">As somebody typed it.</param>
    /// <param name="isTyping">The last word may go on.</param>
    public static SearchRequest Read(string? typed, bool isTyping = false)
    {
        var parts = SearchLine.Read(typed);
        var problems = new List<string>();
        if (typed?.Length > SearchLine.Longest || parts.Count == SearchLine.MostParts)
            problems.Add(
                $"Only the first {SearchLine.MostParts} words, up to {SearchLine.Longest} characters, were looked for."
            );

        var (from, until) = (default(DateOnly?), default(DateOnly?));
        foreach (var part in parts.Where(part => part.Field is "after" or "before"))
        {
            if (part.IsExcluded || FirstDay(part.Text) is not { } day)
                problems.Add(
                    $"“{part.Written}” was left out: write a year, a month or a day, such as {part.Field}:2026, {part.Field}:2026-03 or {part.Field}:2026-03-12."
                );
            else if (part.Field == "after")
                from = from > day ? from : day;
            else
                until = until < day ? until : day;
        }

        var words = parts.Where(part => part.Field is null).ToList();
        return new SearchRequest(
            parts,
            new SearchTerms(
                [.. words.Where(part => !part.IsExcluded).Select(Term).OfType<SearchTerm>()],
                [.. words.Where(part => part.IsExcluded).Select(Term).OfType<SearchTerm>()]
            ),
            ReadKinds(parts, problems),
            [.. parts.Where(part => part is { Field: "group", Text.Length: > 0 })],
            from,
            until,
            problems
        );

        SearchTerm? Term(SearchPart part)
        {
            var folded = Folding.Words(part.Text).Select(word => word.Folded).ToList();
            var goesOn =
                part is { IsQuoted: false } && (part.Text.EndsWith('*') || (isTyping && IsBeingTyped(part, typed!)));
            return folded.Count == 0 ? null : new SearchTerm(folded, goesOn);
        }

        bool IsBeingTyped(SearchPart part, string line) =>
            ReferenceEquals(part, parts[^1]) && line.EndsWith(part.Text, StringComparison.Ordinal);
    }

    private static List<SubjectKind> ReadKinds(IReadOnlyList<SearchPart> parts, List<string> problems)
    {
        var (wanted, unwanted) = (new HashSet<SubjectKind>(), new HashSet<SubjectKind>());
        foreach (var part in parts.Where(part => part.Field == "kind"))
        {
            if (SearchKinds.Read(part.Text) is { } kind)
                (part.IsExcluded ? unwanted : wanted).Add(kind);
            else
                problems.Add(
                    $"“{part.Written}” was left out: a kind is one of {string.Join(", ", SearchKinds.All.Select(SearchKinds.Word))}."
                );
        }

        return
        [
            .. SearchKinds.All.Where(kind => (wanted.Count == 0 || wanted.Contains(kind)) && !unwanted.Contains(kind)),
        ];
    }

    /// <summary>The first day of "2026", "2026-3", "2026-03" or "2026-03-12".</summary>
    private static DateOnly? FirstDay(string text) =>
        DateOnly.TryParseExact(
            text,
            ["yyyy", "yyyy-M", "yyyy-M-d", "yyyy/M", "yyyy/M/d"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
