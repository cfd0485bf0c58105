namespace SigHub.Web.Features.Accounts;

/// <summary>Where to go after signing in: a place of SigHub's own, never another site.</summary>
public static class Local
{
    /// <summary>The address relative to SigHub's base; the home page when <paramref name="to"/> leads elsewhere.</summary>
    public static string Path(string? to)
    {
        var path = (to ?? "").TrimStart('/', '\\');
        return IsOdd(path) || NamesAScheme(path) ? "" : path;
    }

    /// <summary>Browsers drop control characters and read a backslash as a slash, so what is left could be another site.</summary>
    private static bool IsOdd(string path) =>
        path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl) || path.StartsWith(' ');

    private static bool NamesAScheme(string path) =>
        path.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal);
}
