namespace SigHub.Cli;

/// <summary>The files that paths stand for: a folder for the documents below it.</summary>
internal static class Documents
{
    private static readonly string[] s_endings = [".md", ".markdown", ".txt", ".html", ".yaml"];

    public static IEnumerable<string> Below(IEnumerable<string> paths, bool withArchives = false) =>
        paths.SelectMany(path => Below(path, withArchives));

    private static IEnumerable<string> Below(string path, bool withArchives) =>
        !Directory.Exists(path)
            ? [path]
            : Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => IsDocument(Path.GetExtension(file), withArchives))
                .Order(StringComparer.Ordinal);

    private static bool IsDocument(string ending, bool withArchives) =>
        s_endings.Contains(ending, StringComparer.OrdinalIgnoreCase)
        || (withArchives && ending.Equals(".zip", StringComparison.OrdinalIgnoreCase));
}
