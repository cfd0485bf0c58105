using Microsoft.EntityFrameworkCore.Migrations;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Persistence.Postgres;

/// <summary>
/// What the model cannot say of search: a <c>tsvector</c> that PostgreSQL makes of the words of <c>findables</c> (weight A the
/// title, B the text, D what is not for visitors), and triggers that write down which nouns changed.
/// </summary>
public static class SearchSchema
{
    public static void CreateSearch(this MigrationBuilder migration)
    {
        migration.Sql(
            """
            ALTER TABLE findables ADD COLUMN lexemes tsvector NOT NULL GENERATED ALWAYS AS (
                setweight(to_tsvector('simple'::regconfig, title_words), 'A')
                || setweight(to_tsvector('simple'::regconfig, words), 'B')
                || setweight(to_tsvector('simple'::regconfig, hidden_words), 'D')
            ) STORED;
            CREATE INDEX ix_findables_lexemes ON findables USING gin (lexemes);
            """
        );
        foreach (var (table, kind, column) in FindablePlaces.All)
        {
            migration.Sql(
                $"""
                CREATE FUNCTION note_findable_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP <> 'INSERT' THEN
                        INSERT INTO findable_changes (kind, subject_id) VALUES ('{kind}', OLD.{column});
                    END IF;
                    IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.{column} <> OLD.{column} THEN
                        INSERT INTO findable_changes (kind, subject_id) VALUES ('{kind}', NEW.{column});
                    END IF;
                    RETURN NULL;
                END
                $$;
                CREATE TRIGGER {table}_findable AFTER INSERT OR UPDATE OR DELETE ON {table}
                    FOR EACH ROW EXECUTE FUNCTION note_findable_{table}();
                """
            );
        }

        foreach (var (table, kind, column) in FindablePlaces.Nouns)
            migration.Sql($"INSERT INTO findable_changes (kind, subject_id) SELECT '{kind}', {column} FROM {table};");
    }

    public static void DropSearch(this MigrationBuilder migration)
    {
        foreach (var place in FindablePlaces.All)
        {
            migration.Sql(
                $"DROP TRIGGER {place.Table}_findable ON {place.Table}; DROP FUNCTION note_findable_{place.Table}();"
            );
        }

        migration.Sql("ALTER TABLE findables DROP COLUMN lexemes;");
    }
}
