using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SigHub.Web.Persistence.Postgres;

/// <summary>How SigHub reaches PostgreSQL.</summary>
public static class PostgresSetup
{
    public static void AddPostgres(this IServiceCollection services, string connection)
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
        services.AddSingleton<Bell>(provider =>
            ActivatorUtilities.CreateInstance<PostgresBell>(provider, settings.ConnectionString)
        );
    }

    /// <summary>Why this cannot be a connection string; null when it can.</summary>
    public static string? WhyWrong(string connection)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection);
            return settings.Host is null ? "it names no Host" : null;
        }
        catch (ArgumentException reason)
        {
            return "it is no PostgreSQL connection string: " + reason.Message.TrimEnd('.');
        }
    }

    /// <summary>The server and database, without the secret.</summary>
    public static string Describe(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        return $"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
    }
}
