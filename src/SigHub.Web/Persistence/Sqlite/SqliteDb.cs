using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Persistence.Sqlite;

/// <summary>The model on SQLite; words are found by FTS5.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : SigHubDb(options)
{
    public override IQueryable<Findable> Matching(SearchTerms terms, SearchReach reach)
    {
        const string Matches = "SELECT rowid FROM findable_words WHERE findable_words MATCH";
        var wanted = Query(terms.Wanted, " AND ", reach);
        var unwanted = Query(terms.Unwanted, " OR ", reach);
        return (terms.Wanted.Count, terms.Unwanted.Count) switch
        {
            (0, 0) => Findables,
            (_, 0) => Findables.FromSqlRaw($"SELECT * FROM findables WHERE id IN ({Matches} {{0}})", wanted),
            (0, _) => Findables.FromSqlRaw($"SELECT * FROM findables WHERE id NOT IN ({Matches} {{0}})", unwanted),
            _ => Findables.FromSqlRaw(
                $"SELECT * FROM findables WHERE id IN ({Matches} {{0}}) AND id NOT IN ({Matches} {{1}})",
                wanted,
                unwanted
            ),
        };
    }

    /// <summary>Folded words have no character that means something to FTS5.</summary>
    private static string Query(IEnumerable<SearchTerm> terms, string joined, SearchReach reach)
    {
        var columns = reach switch
        {
            SearchReach.Titles => "{title_words}",
            SearchReach.Open => "{title_words words}",
            SearchReach.All => "{title_words words hidden_words}",
            _ => throw new ArgumentOutOfRangeException(nameof(reach)),
        };
        var phrases = terms.Select(term => $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? " *" : "")}");
        return $"{columns} : ({string.Join(joined, phrases)})";
    }
}
