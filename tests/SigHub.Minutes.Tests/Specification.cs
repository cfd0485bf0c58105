namespace SigHub.Minutes.Tests;

/// <summary>One example of a specification: a document, its path, and what is read from it.</summary>
public sealed record Specification(string Name, string Path, string Document, string Reading)
{
    private const string Fence = "~~~~";

    public override string ToString() => Name;

    /// <summary>Examples stand between fences: <c>~~~~ minutes [path]</c>, then <c>~~~~ reading</c>.</summary>
    public static IEnumerable<Specification> In(string file)
    {
        var lines = File.ReadAllLines(file);
        var (title, path, document) = ("", "", "");
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith('#'))
                title = lines[i].TrimStart('#', ' ');
            else if (lines[i].StartsWith($"{Fence} minutes", StringComparison.Ordinal))
            {
                path = lines[i][$"{Fence} minutes".Length..].Trim();
                document = Block(lines, ref i);
            }
            else if (lines[i].StartsWith($"{Fence} reading", StringComparison.Ordinal))
                yield return new Specification(
                    $"{System.IO.Path.GetFileNameWithoutExtension(file)}: {title}",
                    path,
                    document,
                    Block(lines, ref i)
                );
    }

    private static string Block(string[] lines, ref int at)
    {
        var start = ++at;
        while (at < lines.Length && lines[at] != Fence)
            at++;
        return string.Join('\n', lines[start..at]);
    }
}
