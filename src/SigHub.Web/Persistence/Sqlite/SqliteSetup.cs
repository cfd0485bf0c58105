using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SigHub.Web.Persistence.Sqlite;

/// <summary>How SigHub reaches a SQLite file.</summary>
public static class SqliteSetup
{
    public static void AddSqlite(this IServiceCollection services, string path)
    {
        SystemSqlite.Use();
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
                // SQLite changes a table by building it anew, with foreign keys off, which no transaction can do: each such
                // migration says so at every first start.
                .ConfigureWarnings(warnings =>
                    warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning)
                )
        );
    }
}
