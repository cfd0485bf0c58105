using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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
        {
            services.AddPostgres(connection);
            services.AddSingleton<IDbContextFactory<SigHubDb>, Contexts<PostgresDb>>();
        }
        else
        {
            services.AddSqlite(settings.SqliteFile);
            services.AddSingleton<Bell>();
            services.AddSingleton<IDbContextFactory<SigHubDb>, Contexts<SqliteDb>>();
        }

        // ASP.NET Core Identity wants a context of its scope; it is used on static pages only.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<SigHubDb>>().CreateDbContext());
    }

    /// <summary>Brings the schema up to date; safe to call at every start.</summary>
    /// <exception cref="WrongSetting">The database that the settings name cannot be used.</exception>
    public static async Task MigrateDatabase(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        try
        {
            if (settings.ConnectionString is null)
                Directory.CreateDirectory(settings.DataPath);
            await using var db = await app
                .Services.GetRequiredService<IDbContextFactory<SigHubDb>>()
                .CreateDbContextAsync();
            await BeginHistory(db);
            await db.Database.MigrateAsync();
        }
        catch (Exception reason) when (reason is DbException or IOException or UnauthorizedAccessException)
        {
            throw settings.ConnectionString is { } connection
                ? new WrongSetting(
                    "ConnectionStrings:SigHub",
                    $"PostgreSQL at {PostgresSetup.Describe(connection)} cannot be used: {Sentence(reason)}"
                )
                : new WrongSetting(
                    "SigHub:DataPath",
                    $"the database in {Path.GetFullPath(settings.DataPath)} cannot be used: {Sentence(reason)}"
                );
        }
    }

    /// <summary>Migrating asks PostgreSQL for the history first and logs an error where there is none yet.</summary>
    private static async Task BeginHistory(SigHubDb db)
    {
        if (await db.Database.CanConnectAsync())
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync();
    }

    private static string Sentence(Exception reason) => reason.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private sealed class Contexts<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<SigHubDb>
        where TDb : SigHubDb
    {
        public SigHubDb CreateDbContext() => factory.CreateDbContext();

        public async Task<SigHubDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }
}
