using Microsoft.Data.Sqlite;
using SigHub.Web.Persistence.Sqlite;

namespace SigHub.Testing;

/// <summary>The two databases SigHub runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>
/// A database of one test's own, with every migration applied: a copy of a template that is migrated once per process.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim s_one = new(1);
    private static readonly Dictionary<Database, string> s_templates = [];

    /// <summary>Tests name SQLite's own types before the portal has had a chance to.</summary>
    static TestDatabase() => SystemSqlite.Use();

    private readonly string _folder = Directory.CreateTempSubdirectory("sighub-test-").FullName;

    private TestDatabase(Database kind) => Kind = kind;

    public Database Kind { get; }

    /// <summary>Null on SQLite.</summary>
    public string? ConnectionString { get; private set; }

    /// <summary>The folder SigHub may write to; on SQLite it holds the database.</summary>
    public string DataPath => _folder;

    /// <param name="migrate">Applies the migrations to the database these settings name.</param>
    public static async Task<TestDatabase> Create(Database kind, Func<TestDatabase, Task> migrate)
    {
        await s_one.WaitAsync();
        try
        {
            if (!s_templates.ContainsKey(kind))
                s_templates[kind] = await MakeTemplate(kind, migrate);

            var database = new TestDatabase(kind);
            if (kind is Database.Postgres)
                database.ConnectionString = await PostgresCluster.Shared.CreateDatabase(NewName(), s_templates[kind]);
            else
                File.Copy(s_templates[kind], database.SqliteFile);
            return database;
        }
        finally
        {
            s_one.Release();
        }
    }

    /// <summary>A database without a single table.</summary>
    public static async Task<TestDatabase> CreateEmpty(Database kind) =>
        new(kind)
        {
            ConnectionString =
                kind is Database.Postgres ? await PostgresCluster.Shared.CreateDatabase(NewName()) : null,
        };

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (ConnectionString is { } connection)
            await PostgresCluster.Shared.DropDatabase(connection);
    }

    private string SqliteFile => Path.Combine(_folder, "sighub.db");

    private static async Task<string> MakeTemplate(Database kind, Func<TestDatabase, Task> migrate)
    {
        var template = await CreateEmpty(kind);
        await migrate(template);
        SystemSqlite.Use();
        SqliteConnection.ClearAllPools();
        if (kind is Database.Sqlite)
            return template.SqliteFile;

        Npgsql.NpgsqlConnection.ClearAllPools();
        return new Npgsql.NpgsqlConnectionStringBuilder(template.ConnectionString).Database!;
    }

    private static string NewName() => $"test_{Guid.NewGuid():N}";
}
