namespace SigHub.Cli;

/// <summary>The documents that paths stand for: a file is itself, a folder the documents below it, in path order.</summary>
internal static class Documents
{
    private static readonly string[] Kinds = [".md", ".markdown", ".txt", ".rst", ".adoc", ".html", ".yaml"];

    public static string KindsInWords => string.Join(", ", Kinds);

    /// <summary>A folder that cannot be listed stands for itself, so that reading it says why.</summary>
    public static IReadOnlyList<string> Below(IEnumerable<string> paths, bool withArchives = false) =>
        [.. paths.SelectMany(path => Below(path, withArchives))];

    private static IEnumerable<string> Below(string path, bool withArchives)
    {
        if (!Directory.Exists(path))
            return [path];
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(file => IsDocument(Path.GetExtension(file), withArchives))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [path];
        }
    }

    private static bool IsDocument(string ending, bool withArchives) =>
        Kinds.Contains(ending, StringComparer.OrdinalIgnoreCase)
        || (withArchives && ending.Equals(".zip", StringComparison.OrdinalIgnoreCase));
}
