using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Persistence.Postgres;

/// <summary>The model on PostgreSQL; words are found by its text search.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : SigHubDb(options)
{
    public override IQueryable<Findable> Matching(SearchTerms terms, SearchReach reach)
    {
        var weights = reach switch
        {
            SearchReach.Titles => "A",
            SearchReach.Open => "AB",
            SearchReach.All => "",
            _ => throw new ArgumentOutOfRangeException(nameof(reach)),
        };
        var parts = terms
            .Wanted.Select(term => Phrase(term, weights))
            .Concat(terms.Unwanted.Select(term => "!" + Phrase(term, weights)))
            .ToList();
        return parts.Count == 0
            ? Findables
            : Findables.FromSqlRaw(
                "SELECT * FROM findables WHERE lexemes @@ to_tsquery('simple', {0})",
                string.Join(" & ", parts)
            );
    }

    /// <summary>Folded words have no character that means something to a query.</summary>
    private static string Phrase(SearchTerm term, string weights)
    {
        var words = term.Words.Select(
            (word, at) =>
            {
                var marks = (term.IsPrefix && at == term.Words.Count - 1 ? "*" : "") + weights;
                return marks.Length == 0 ? $"'{word}'" : $"'{word}':{marks}";
            }
        );
        return $"({string.Join(" <-> ", words)})";
    }
}
