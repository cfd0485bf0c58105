namespace SigHub.Domain;

/// <summary>An address that is safe to follow: absolute, and http, https or mailto.</summary>
internal static class WebAddress
{
    public static string Check(string? url)
    {
        var address = Words.Required(url, "A link needs an address.");
        RuleBroken.Unless(
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto",
            $"“{Words.Short(address)}” is no web address; it starts with http:// or https://."
        );
        return address;
    }
}
