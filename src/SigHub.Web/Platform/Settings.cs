using System.Net;
using Npgsql;

namespace SigHub.Web.Platform;

/// <summary>What an operator can set; read once at start. A wrong value is refused with a sentence that names the setting.</summary>
public sealed class Settings
{
    /// <summary>`ConnectionStrings:SigHub`: PostgreSQL; null means a SQLite file in <see cref="DataPath"/>.</summary>
    public string? ConnectionString { get; private init; }

    /// <summary>`SigHub:DataPath`: the folder of the SQLite file; "data" when not set.</summary>
    public required string DataPath { get; init; }

    /// <summary>`SigHub:Demo`: whether the demo foundation and its cast are loaded; see <see cref="Read"/> for the default.</summary>
    public bool Demo { get; private init; }

    /// <summary>`SigHub:PathBase`: the path SigHub lives under behind a proxy, such as "/sighub"; empty for the root.</summary>
    public required string PathBase { get; init; }

    /// <summary>`SigHub:KnownProxies`: addresses whose X-Forwarded headers are believed.</summary>
    public required IReadOnlyList<IPAddress> KnownProxies { get; init; }

    /// <summary>
    /// Reads and checks the settings. The demo is the default only without a connection string, outside Production and
    /// when every address listened on is loopback.
    /// </summary>
    /// <exception cref="WrongSetting">A setting cannot be used.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment, string urls)
    {
        var connection = NotEmpty(configuration.GetConnectionString("SigHub"));
        var mayDemo = !environment.IsProduction() && urls.Split(';').All(IsLoopback);
        var demo = Flag(configuration, "SigHub:Demo") ?? (mayDemo && connection is null);
        if (demo && !mayDemo)
            throw new WrongSetting(
                "SigHub:Demo",
                "the demo signs in anybody without a password, so it runs only outside Production and on loopback addresses"
            );

        return new Settings
        {
            ConnectionString = connection is null ? null : Postgres(connection),
            DataPath = NotEmpty(configuration["SigHub:DataPath"]) ?? "data",
            Demo = demo,
            PathBase = Path(configuration["SigHub:PathBase"]),
            KnownProxies = [.. Proxies(configuration)],
        };
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(
            url.Trim().Replace("://*", "://0.0.0.0").Replace("://+", "://0.0.0.0"),
            UriKind.Absolute,
            out var at
        ) && at.IsLoopback;

    private static bool? Flag(IConfiguration configuration, string name) =>
        NotEmpty(configuration[name]) switch
        {
            null => null,
            { } text when bool.TryParse(text, out var flag) => flag,
            { } text => throw new WrongSetting(name, $"“{text}” is neither true nor false"),
        };

    private static string Postgres(string connection)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            return parts.Host is null
                ? throw new WrongSetting("ConnectionStrings:SigHub", "it names no Host")
                : connection;
        }
        catch (ArgumentException reason)
        {
            throw new WrongSetting(
                "ConnectionStrings:SigHub",
                "it is no PostgreSQL connection string: " + reason.Message
            );
        }
    }

    private static string Path(string? text)
    {
        if (NotEmpty(text) is not { } path)
            return "";
        if (!path.StartsWith('/') || path.EndsWith('/') || path.Contains("//", StringComparison.Ordinal))
            throw new WrongSetting(
                "SigHub:PathBase",
                $"“{path}” must start with a slash and not end with one, like “/sighub”"
            );
        return path;
    }

    private static IEnumerable<IPAddress> Proxies(IConfiguration configuration)
    {
        foreach (var entry in configuration.GetSection("SigHub:KnownProxies").GetChildren())
        {
            yield return IPAddress.TryParse(entry.Value, out var address)
                ? address
                : throw new WrongSetting("SigHub:KnownProxies", $"“{entry.Value}” is no IP address");
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A setting that SigHub cannot start with.</summary>
public sealed class WrongSetting(string setting, string why) : Exception($"The setting {setting} is wrong: {why}.");
