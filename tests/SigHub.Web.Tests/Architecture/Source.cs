using System.Text.RegularExpressions;
using SigHub.Testing;

namespace SigHub.Web.Tests.Architecture;

/// <summary>A file of ours, to be read for what it must not say.</summary>
internal sealed partial record Source(string Path, string Text)
{
    /// <summary>C# and Razor below a folder, without what a tool wrote.</summary>
    public static IReadOnlyList<Source> Below(params string[] folders) =>
        [
            .. folders
                .SelectMany(folder =>
                    Directory.EnumerateFiles(
                        System.IO.Path.Combine(Repository.Root, folder),
                        "*.*",
                        SearchOption.AllDirectories
                    )
                )
                .Where(path =>
                    path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)
                )
                .Select(path => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                .Where(path => !Generated().IsMatch(path))
                .Order(StringComparer.Ordinal)
                .Select(path => new Source(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)))),
        ];

    /// <summary>Nobody says it; somebody who did, like the offender, would be caught.</summary>
    public static void ShouldNotSay(IReadOnlyCollection<Source> sources, Regex forbidden, string offender, string why)
    {
        sources.ShouldNotBeEmpty();
        forbidden.IsMatch(offender).ShouldBeTrue($"the rule should catch “{offender}”");
        sources
            .SelectMany(source =>
                source
                    .Text.Split('\n')
                    .Select((line, number) => (Line: Comment().Replace(line, ""), Number: number + 1))
                    .Where(line => forbidden.IsMatch(line.Line))
                    .Select(line => $"{source.Path}:{line.Number} {line.Line.Trim()}")
            )
            .ShouldBeEmpty(why);
    }

    [GeneratedRegex(@"(^|/)(bin|obj|Migrations)/")]
    private static partial Regex Generated();

    [GeneratedRegex(@"^\s*//.*$|(?<=[\s;])//\s.*$")]
    private static partial Regex Comment();
}
