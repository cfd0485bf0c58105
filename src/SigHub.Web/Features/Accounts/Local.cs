namespace SigHub.Web.Features.Accounts;

/// <summary>Where to go after signing in: a place of SigHub's own, never another site.</summary>
public static class Local
{
    /// <summary>The address relative to SigHub's base; the home page when <paramref name="to"/> leads elsewhere.</summary>
    public static string Path(string? to)
    {
        var path = (to ?? "").TrimStart('/', '\\');
        return Uri.TryCreate(path, UriKind.Absolute, out _) || path.Contains('\\', StringComparison.Ordinal)
            ? ""
            : path;
    }
}
