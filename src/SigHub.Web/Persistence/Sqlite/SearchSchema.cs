using Microsoft.EntityFrameworkCore.Migrations;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Persistence.Sqlite;

/// <summary>
/// What the model cannot say of search: an FTS5 index over the words of <c>findables</c>, which holds no copy of them, and
/// triggers that keep it and that write down which nouns changed. A migration that makes one of those tables anew loses its
/// triggers and calls <see cref="WatchFindables"/> again.
/// </summary>
public static class SearchSchema
{
    private const string Columns = "title_words, words, hidden_words";

    public static void CreateSearch(this MigrationBuilder migration)
    {
        migration.Sql(
            $"""
            CREATE VIRTUAL TABLE findable_words USING fts5(
                {Columns}, content='findables', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
            );
            """
        );
        migration.Sql(
            $"""
            CREATE TRIGGER findables_added AFTER INSERT ON findables BEGIN
                INSERT INTO findable_words (rowid, {Columns}) VALUES (new.id, new.title_words, new.words, new.hidden_words);
            END;
            CREATE TRIGGER findables_taken AFTER DELETE ON findables BEGIN
                INSERT INTO findable_words (findable_words, rowid, {Columns})
                VALUES ('delete', old.id, old.title_words, old.words, old.hidden_words);
            END;
            CREATE TRIGGER findables_changed AFTER UPDATE ON findables BEGIN
                INSERT INTO findable_words (findable_words, rowid, {Columns})
                VALUES ('delete', old.id, old.title_words, old.words, old.hidden_words);
                INSERT INTO findable_words (rowid, {Columns}) VALUES (new.id, new.title_words, new.words, new.hidden_words);
            END;
            """
        );
        migration.WatchFindables();
        foreach (var (table, kind, column) in FindablePlaces.Nouns)
            migration.Sql($"INSERT INTO findable_changes (kind, subject_id) SELECT '{kind}', {column} FROM {table};");
    }

    public static void WatchFindables(this MigrationBuilder migration)
    {
        foreach (var (table, kind, column) in FindablePlaces.All)
        {
            migration.Sql(
                $"""
                DROP TRIGGER IF EXISTS {table}_findable_added;
                CREATE TRIGGER {table}_findable_added AFTER INSERT ON {table} BEGIN
                    INSERT INTO findable_changes (kind, subject_id) VALUES ('{kind}', new.{column});
                END;
                DROP TRIGGER IF EXISTS {table}_findable_taken;
                CREATE TRIGGER {table}_findable_taken AFTER DELETE ON {table} BEGIN
                    INSERT INTO findable_changes (kind, subject_id) VALUES ('{kind}', old.{column});
                END;
                DROP TRIGGER IF EXISTS {table}_findable_changed;
                CREATE TRIGGER {table}_findable_changed AFTER UPDATE ON {table} BEGIN
                    INSERT INTO findable_changes (kind, subject_id)
                    SELECT '{kind}', new.{column} UNION SELECT '{kind}', old.{column};
                END;
                """
            );
        }
    }

    public static void DropSearch(this MigrationBuilder migration)
    {
        foreach (var place in FindablePlaces.All)
        {
            foreach (var what in (string[])["added", "taken", "changed"])
                migration.Sql($"DROP TRIGGER {place.Table}_findable_{what};");
        }

        foreach (var what in (string[])["added", "taken", "changed"])
            migration.Sql($"DROP TRIGGER findables_{what};");
        migration.Sql("DROP TABLE findable_words;");
    }
}
