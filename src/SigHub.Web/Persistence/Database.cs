using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SigHub.Web.Persistence.Postgres;
using SigHub.Web.Persistence.Sqlite;
using SigHub.Web.Platform;

namespace SigHub.Web.Persistence;

/// <summary>
/// Chooses the database: PostgreSQL when there is a connection string, else a SQLite file in the data folder. Nouns come
/// with their parts, a query for each kind of part: one joined query would multiply them with each other.
/// </summary>
public static class Database
{
    public static void AddDatabase(this IServiceCollection services, Settings settings)
    {
        if (settings.ConnectionString is { } connection)
            services.AddPostgres(connection);
        else
            services.AddSqlite(Path.Combine(settings.DataPath, "sighub.db"));

        // ASP.NET Core Identity wants a context of its scope; it is used on static pages only.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<SigHubDb>>().CreateDbContext());
    }

    /// <summary>Brings the schema up to date; safe to call at every start.</summary>
    public static async Task MigrateDatabase(this WebApplication app)
    {
        await using var db = await app
            .Services.GetRequiredService<IDbContextFactory<SigHubDb>>()
            .CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    private static void AddPostgres(this IServiceCollection services, string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 50;
        settings.ApplicationName ??= "SigHub";

        services.AddPooledDbContextFactory<PostgresDb>(options =>
            options.UseNpgsql(
                settings.ConnectionString,
                provider => provider.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            )
        );
        services.AddSingleton<IDbContextFactory<SigHubDb>, Contexts<PostgresDb>>();
    }

    private static void AddSqlite(this IServiceCollection services, string path)
    {
        SystemSqlite.Use();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 30,
        };

        services.AddPooledDbContextFactory<SqliteDb>(options =>
            options
                .UseSqlite(
                    connection.ConnectionString,
                    provider => provider.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                )
                .AddInterceptors(new WriteAheadLog())
        );
        services.AddSingleton<IDbContextFactory<SigHubDb>, Contexts<SqliteDb>>();
    }

    private sealed class Contexts<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<SigHubDb>
        where TDb : SigHubDb
    {
        public SigHubDb CreateDbContext() => factory.CreateDbContext();

        public async Task<SigHubDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }
}
