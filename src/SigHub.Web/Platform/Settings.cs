using System.Net;
using SigHub.Web.Persistence.Postgres;

namespace SigHub.Web.Platform;

/// <summary>What an operator can set; read once at start. A wrong value is refused with a sentence that names the setting.</summary>
public sealed class Settings
{
    internal static readonly string[] Names = ["DataPath", "Demo", "KnownProxies", "PathBase"];

    /// <summary>`ConnectionStrings:SigHub`: PostgreSQL; null means a SQLite file in <see cref="DataPath"/>.</summary>
    public string? ConnectionString { get; private init; }

    /// <summary>`SigHub:DataPath`: the folder of the SQLite file; "data" when not set.</summary>
    public required string DataPath { get; init; }

    /// <summary>In <see cref="DataPath"/>; the demo has one of its own, so that a portal without it begins empty.</summary>
    public string SqliteFile => System.IO.Path.Combine(DataPath, Demo ? "demo.db" : "sighub.db");

    /// <summary>`SigHub:Demo`: whether the demo foundation and its cast are loaded; see <see cref="Read"/> for the default.</summary>
    public bool Demo { get; private init; }

    /// <summary>`SigHub:PathBase`: the path SigHub lives under behind a proxy, such as "/sighub"; empty for the root.</summary>
    public required string PathBase { get; init; }

    /// <summary>`SigHub:KnownProxies`: addresses ("10.0.0.7", "172.18.0.0/16"), one an entry or with commas between them, whose X-Forwarded headers are believed.</summary>
    public required IReadOnlyList<IPNetwork> KnownProxies { get; init; }

    /// <summary>
    /// Reads and checks the settings. The demo is the default only without a connection string, outside Production and
    /// when every address listened on is loopback.
    /// </summary>
    /// <exception cref="WrongSetting">A setting cannot be used, or there is none of that name.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment, string urls)
    {
        RefuseUnknown(configuration.GetSection("SigHub"), Names);
        var connection = NotEmpty(configuration.GetConnectionString("SigHub"));
        if (connection is null)
            RefuseUnknown(configuration.GetSection("ConnectionStrings"), ["SigHub"]);
        var mayDemo = !environment.IsProduction() && Listening.AreLoopback(urls);
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

    /// <summary>Makes something of a section; what it cannot be made of is refused by the name of the value that it quotes.</summary>
    /// <exception cref="WrongSetting">It cannot be made.</exception>
    public static T Make<T>(string section, IConfiguration configuration, Func<IConfiguration, T> make)
    {
        try
        {
            return make(configuration);
        }
        catch (Exception reason)
        {
            var quoted = configuration
                .GetSection(section)
                .AsEnumerable()
                .Where(one => one.Value is { Length: > 0 } value && reason.Message.Contains(value))
                .MaxBy(one => one.Value!.Length);
            throw new WrongSetting(quoted.Key ?? section, reason);
        }
    }

    private static bool? Flag(IConfiguration configuration, string name) =>
        NotEmpty(configuration[name]) switch
        {
            null => null,
            { } text when bool.TryParse(text, out var flag) => flag,
            { } text => throw new WrongSetting(name, $"“{text}” is neither true nor false"),
        };

    private static string Postgres(string connection) =>
        PostgresSetup.WhyWrong(connection) is { } why
            ? throw new WrongSetting("ConnectionStrings:SigHub", why)
            : connection;

    private static string Path(string? text)
    {
        if (NotEmpty(text) is not { } path)
            return "";
        if (!path.StartsWith('/') || path.EndsWith('/') || path.Split('/').Skip(1).Any(part => !IsPlain(part)))
            throw new WrongSetting(
                "SigHub:PathBase",
                $"“{path}” must start with a slash, not end with one, and hold letters, digits, dots, dashes and underscores only, like “/sighub”"
            );
        return path;
    }

    private static bool IsPlain(string part) =>
        part.Any(char.IsAsciiLetterOrDigit) && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');

    private static IEnumerable<IPNetwork> Proxies(IConfiguration configuration)
    {
        var section = configuration.GetSection("SigHub:KnownProxies");
        var values = section.GetChildren().Select(entry => entry.Value).Prepend(section.Value);
        foreach (var entry in values.SelectMany(value => (value ?? "").Split(',')).Select(NotEmpty).OfType<string>())
        {
            if (IPNetwork.TryParse(entry, out var network))
                yield return network;
            else if (IPAddress.TryParse(entry, out var address))
                yield return new IPNetwork(address, address.GetAddressBytes().Length * 8);
            else
                throw new WrongSetting(
                    "SigHub:KnownProxies",
                    $"“{entry}” is neither an IP address nor a network like “172.18.0.0/16”"
                );
        }
    }

    /// <summary>A slip in a name would go unnoticed: the default would hold.</summary>
    private static void RefuseUnknown(IConfigurationSection section, string[] names)
    {
        foreach (var setting in section.GetChildren())
        {
            if (!names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
                throw new WrongSetting(
                    setting.Path,
                    $"there is none of that name; there {(names.Length == 1 ? "is" : "are")} {string.Join(", ", names)}"
                );
        }
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A setting that SigHub cannot start with.</summary>
public sealed class WrongSetting(string setting, string why) : Exception($"The setting {setting} is wrong: {why}.")
{
    /// <summary>With what somebody else said about it, on one line.</summary>
    public WrongSetting(string setting, Exception reason)
        : this(setting, reason.Message.Split('\n')[0].TrimEnd('.', ' ', '\r')) { }
}
