using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SigHub.Web.Persistence;
using SigHub.Web.Persistence.Postgres;
using SigHub.Web.Persistence.Sqlite;

namespace SigHub.Testing;

/// <summary>The two databases SigHub runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>
/// A database of one test's own: a copy of a template that is made once per process, with every migration applied.
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

    /// <param name="prepare">
    /// Makes the template: applies the migrations to the database these settings name, and fills it. A process has one.
    /// </param>
    public static async Task<TestDatabase> Create(Database kind, Func<TestDatabase, Task> prepare)
    {
        await s_one.WaitAsync();
        try
        {
            if (!s_templates.ContainsKey(kind))
                s_templates[kind] = await MakeTemplate(kind, prepare);

            var database = new TestDatabase(kind);
            if (kind is Database.Postgres)
                database.ConnectionString = await PostgresCluster.Shared.CreateDatabase(NewName(), s_templates[kind]);
            else
                File.Copy(s_templates[kind], Path.Combine(database.DataPath, Path.GetFileName(s_templates[kind])));
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

    /// <summary>Looks into the database of a portal that runs as a process of its own, past every right.</summary>
    public async Task<T> Look<T>(Func<SigHubDb, Task<T>> look)
    {
        var services = new ServiceCollection();
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        if (ConnectionString is { } connection)
            services.AddPostgres(connection);
        else
            services.AddSqlite(Directory.GetFiles(_folder, "*.db").Single());
        await using var provider = services.BuildServiceProvider();
        await using SigHubDb db = ConnectionString is null
            ? await provider.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContextAsync()
            : await provider.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContextAsync();
        return await look(db);
    }

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (ConnectionString is { } connection)
            await PostgresCluster.Shared.DropDatabase(connection);
    }

    private static async Task<string> MakeTemplate(Database kind, Func<TestDatabase, Task> prepare)
    {
        var template = await CreateEmpty(kind);
        await prepare(template);
        SystemSqlite.Use();
        SqliteConnection.ClearAllPools();
        if (kind is Database.Sqlite)
        {
            var file = Directory.GetFiles(template.DataPath, "*.db").Single();
            await MoveLogInto(file);
            return file;
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        return new Npgsql.NpgsqlConnectionStringBuilder(template.ConnectionString).Database!;
    }

    /// <summary>The file alone is copied; what a server that was ended left in the log beside it has to be in it.</summary>
    private static async Task MoveLogInto(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    private static string NewName() => $"test_{Guid.NewGuid():N}";
}
