using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
        );
    }
}
