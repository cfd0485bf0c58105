using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Accounts;

/// <summary>What a browser says of itself, in words its owner recognizes.</summary>
public static class Device
{
    /// <summary>The first that fits: those that imitate others come before the others.</summary>
    private static readonly (string Sign, string Name)[] s_browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Vivaldi", "Vivaldi"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] s_systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>"Firefox on Linux"; "Unknown browser" where it says nothing that is known.</summary>
    public static string Of(string? userAgent)
    {
        var browser = Find(s_browsers, userAgent) ?? "Unknown browser";
        var words = Find(s_systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
        return words.Length <= Session.LongestDevice ? words : words[..Session.LongestDevice];
    }

    private static string? Find((string Sign, string Name)[] signs, string? text) =>
        signs
            .Where(sign => text?.Contains(sign.Sign, StringComparison.Ordinal) == true)
            .Select(sign => sign.Name)
            .FirstOrDefault();
}
