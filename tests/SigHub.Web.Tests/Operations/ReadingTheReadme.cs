using System.Text.RegularExpressions;
using SigHub.Testing;
using SigHub.Web.Platform;

namespace SigHub.Web.Tests.Operations;

public sealed partial class Reading_the_readme
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void It_names_every_setting_and_no_other()
    {
        var named = Setting().Matches(s_text).Select(match => match.Groups[1].Value).Distinct().Order();

        named.ShouldBe(Settings.Names.Order());
    }

    [Fact]
    public void What_it_points_to_is_there()
    {
        var paths = Place()
            .Matches(s_text)
            .Select(match => match.Groups[1].Value)
            .Concat(Link().Matches(s_text).Select(match => match.Groups[1].Value))
            .Where(path => !path.EndsWith("/data", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        paths.Count.ShouldBeGreaterThan(8);
        paths.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"SigHub(?::|__)([A-Z]\w+?)(?=[:_`\s=,.]|__)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<![\w/])((?:src|tests)/[\w./-]+\w)")]
    private static partial Regex Place();

    [GeneratedRegex(@"\]\(([\w./-]+)\)")]
    private static partial Regex Link();
}
