using System.Globalization;
using System.Net.Mail;

namespace SigHub.Web.Platform.Mail;

/// <summary>`SigHub:Mail`: the server that mails are handed to, by SMTP (RFC 5321).</summary>
public sealed class MailSettings
{
    private const string Section = "SigHub:Mail";

    private static readonly string[] s_names = ["From", "Host", "Password", "Port", "Tls", "User"];

    public required string Host { get; init; }

    public required int Port { get; init; }

    public string? User { get; private init; }

    public string? Password { get; private init; }

    public required MailAddress From { get; init; }

    /// <summary>Whether the connection must turn to TLS before anything is said (RFC 3207).</summary>
    public required bool Tls { get; init; }

    /// <summary>Null where no host is named: then there is no mail.</summary>
    /// <exception cref="WrongSetting">A setting cannot be used, or there is none of that name.</exception>
    public static MailSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        foreach (var setting in section.GetChildren())
        {
            if (!s_names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
                throw new WrongSetting(
                    $"{Section}:{setting.Key}",
                    $"there is none of that name; there are {string.Join(", ", s_names)}"
                );
        }

        if (NotEmpty(section["Host"]) is not { } host)
        {
            return section.GetChildren().FirstOrDefault(setting => NotEmpty(setting.Value) is not null) is { } alone
                ? throw new WrongSetting($"{Section}:{alone.Key}", $"it says nothing without {Section}:Host")
                : null;
        }

        if (Uri.CheckHostName(host) is UriHostNameType.Unknown)
            throw new WrongSetting($"{Section}:Host", $"“{host}” is no host name; it looks like “mail.example.org”");
        var (user, password) = (NotEmpty(section["User"]), NotEmpty(section["Password"]));
        if (user is null != password is null)
            throw new WrongSetting(
                $"{Section}:{(user is null ? "User" : "Password")}",
                "a user has a password and a password has a user; one of the two is missing"
            );
        return new MailSettings
        {
            Host = host,
            Port = ReadPort(NotEmpty(section["Port"])),
            User = user,
            Password = password,
            From = ReadFrom(NotEmpty(section["From"])),
            Tls = ReadTls(NotEmpty(section["Tls"])),
        };
    }

    private static int ReadPort(string? text) =>
        text is null ? 587
        : !int.TryParse(text, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535
            ? throw new WrongSetting($"{Section}:Port", $"“{text}” is no port; ports are 1 to 65535")
        : port is 465
            ? throw new WrongSetting(
                $"{Section}:Port",
                "465 expects TLS from the first byte, which is not spoken here; most servers take STARTTLS at 587"
            )
        : port;

    private static MailAddress ReadFrom(string? text) =>
        MailAddress.TryCreate(text, out var from)
            ? from
            : throw new WrongSetting(
                $"{Section}:From",
                text is null
                    ? "mail needs an address to come from, like “hub@example.org”"
                    : $"“{text}” is no mail address; it looks like “hub@example.org”"
            );

    private static bool ReadTls(string? text) =>
        text is null ? true
        : bool.TryParse(text, out var tls) ? tls
        : throw new WrongSetting($"{Section}:Tls", $"“{text}” is neither true nor false");

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
