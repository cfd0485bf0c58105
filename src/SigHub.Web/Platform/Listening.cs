using System.Globalization;

namespace SigHub.Web.Platform;

/// <summary>
/// Where SigHub listens: `Kestrel:Endpoints`, else `urls`, else `http_ports` and `https_ports`, as for any ASP.NET Core
/// program; http://localhost:5080 where nothing is said.
/// </summary>
public sealed class Listening
{
    private const string Here = "http://localhost:5080";

    private readonly string _setting;
    private bool _hasBegun;

    /// <exception cref="WrongSetting">Something else than an address stands where one should.</exception>
    public Listening(WebApplicationBuilder builder)
    {
        var said = Said(builder.Configuration).ToList();
        foreach (var (setting, url) in said)
        {
            if (!IsSocket(url) && Place(url) is not { Scheme: "http" or "https", PathAndQuery: "/" })
                throw new WrongSetting(setting, $"“{url}” is no address to listen on, like {Here}");
        }

        if (said.Count == 0)
            builder.WebHost.UseUrls(Here);
        _setting = said is [var (first, _), ..] ? first : "urls";
        Urls = said.Count == 0 ? Here : string.Join(';', said.Select(one => one.Url));
        SayOnce(builder.Logging);
    }

    /// <summary>Every address, with a semicolon between them.</summary>
    public string Urls { get; }

    /// <summary>Answers requests from here on.</summary>
    /// <exception cref="WrongSetting">An address is taken, not this machine's, or https has no certificate.</exception>
    public async Task Begin(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            _hasBegun = true;
        }
        catch (Exception reason) when (IsOfTheServer(reason))
        {
            throw new WrongSetting(_setting, reason);
        }
    }

    /// <summary>Whether every address is one of this machine's own, which no other can reach.</summary>
    internal static bool AreLoopback(string urls) =>
        urls.Split(';').All(url => Place(url.Trim()) is { IsLoopback: true });

    private static IEnumerable<(string Setting, string Url)> Said(ConfigurationManager configuration)
    {
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { Length: > 0 } url)
                yield return (endpoint.Path + ":Url", url);
        }

        if (configuration["urls"] is { Length: > 0 })
        {
            foreach (var url in Parts(configuration["urls"]))
                yield return ("urls", url);
            yield break;
        }

        foreach (var scheme in (string[])["http", "https"])
        foreach (var port in Parts(configuration[scheme + "_ports"]))
            yield return (
                scheme + "_ports",
                ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                    ? $"{scheme}://*:{port}"
                    : throw new WrongSetting(scheme + "_ports", $"“{port}” is no port, a number up to 65535")
            );
    }

    private static string[] Parts(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsSocket(string url) =>
        url.StartsWith("http://unix:/", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("http://pipe:/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A star or a plus stands for every address of the machine.</summary>
    private static Uri? Place(string url) =>
        Uri.TryCreate(url.Replace("://*", "://0.0.0.0").Replace("://+", "://0.0.0.0"), UriKind.Absolute, out var place)
            ? place
            : null;

    private static bool IsOfTheServer(Exception reason) =>
        reason.StackTrace?.Contains("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) == true;

    /// <summary>
    /// The sentence that ends a start says it; the server and the host would say it again, at length. A provider with rules of
    /// its own does not ask those for all.
    /// </summary>
    private void SayOnce(ILoggingBuilder logging) =>
        logging.Services.PostConfigure<LoggerFilterOptions>(options =>
        {
            foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
            {
                Quieten(options, provider, "Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
                Quieten(options, provider, "Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Error);
            }
        });

    private void Quieten(LoggerFilterOptions options, string? provider, string category, LogLevel from) =>
        options.Rules.Add(
            new LoggerFilterRule(provider, category, logLevel: null, (_, _, level) => _hasBegun || level < from)
        );
}
