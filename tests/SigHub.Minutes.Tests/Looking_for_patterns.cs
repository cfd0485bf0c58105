using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Tests;

/// <summary>A pattern is not looked for where the letters of a text rule it out; that must never rule out what fits.</summary>
public sealed class Looking_for_patterns
{
    /// <summary>Signs that engines fold, that are a gap to some and a letter to others, or that stand nowhere in minutes.</summary>
    private const string Signs = " .,:;-–—_()[]<>|/&@#*'’\"“”0٣Kſıé\u200D\n\tß✓😀";

    private static readonly List<Pattern> Patterns = InUse();

    [Fact]
    public void None_is_passed_over_that_fits()
    {
        var fitted = 0;
        foreach (var pattern in Patterns)
        foreach (var text in Texts(pattern))
        {
            var plain = pattern.Linear.Match(text);
            pattern.IsMatch(text).ShouldBe(plain.Success, $"{pattern} in {text}");
            var found = pattern.Match(text);
            (found.Success, found.Index, found.Value).ShouldBe(
                (plain.Success, plain.Index, plain.Value),
                $"{pattern} in {text}"
            );
            fitted += plain.Success ? 1 : 0;
        }
        Patterns.Count.ShouldBeGreaterThan(100);
        fitted.ShouldBeGreaterThan(20 * Patterns.Count);
    }

    [Fact]
    public void Most_are_passed_over_in_most_lines()
    {
        var lines = Lines().ToList();
        var (all, passed) = (0, 0);
        foreach (var pattern in Patterns)
        {
            var needed = NeededPairs.Of(pattern.ToString());
            all += lines.Count;
            passed += lines.Count(line => !LookedAt.Of(line).MayFit(needed));
        }
        passed.ShouldBeGreaterThan(all * 8 / 10);
    }

    [Fact]
    public void Only_one_sign_beyond_ascii_is_folded_into_it()
    {
        var ascii = new Regex("[\\x00-\\x7F]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        Enumerable.Range(128, char.MaxValue - 127).Where(c => ascii.IsMatch($"{(char)c}")).ShouldBe(['\u212A']);
    }

    /// <summary>Lines of minutes, the same with a sign changed, and what the pattern itself is made of.</summary>
    private static IEnumerable<string> Texts(Pattern pattern)
    {
        var random = new Random(pattern.ToString().Length);
        foreach (var line in Lines().Where(_ => random.Next(8) == 0))
        {
            yield return line;
            yield return Changed(line, random);
        }
        var pieces = Regex
            .Split(pattern.ToString(), @"(?:\\[a-zA-Z]|\(\?(?:<\w+>|:)?|[^\w #/.:-])+")
            .Where(piece => piece.Length > 0)
            .ToList();
        for (var i = 0; i < 60 && pieces.Count > 0; i++)
        {
            var text = new StringBuilder();
            for (var words = random.Next(1, 6); words > 0; words--)
                text.Append(pieces[random.Next(pieces.Count)])
                    .Append(random.Next(3) == 0 ? Signs[random.Next(Signs.Length)] : ' ');
            yield return text.ToString();
            yield return text.ToString().Trim();
            yield return Changed(text.ToString().ToUpperInvariant(), random);
        }
    }

    private static string Changed(string text, Random random) =>
        text.Length == 0
            ? text
            : text.Insert(random.Next(text.Length), $"{Signs[random.Next(Signs.Length)]}")
                .Remove(random.Next(text.Length), 1);

    private static IEnumerable<string> Lines() =>
        Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specifications"), "*.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(Specification.In)
            .SelectMany(example => example.Document.Split('\n'))
            .Select(line => line.Trim(' ', '-', '*', '#'))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Those of the whole library; a pattern is made with the class that has it.</summary>
    private static List<Pattern> InUse()
    {
        foreach (var type in typeof(Pattern).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        return [.. Pattern.InUse];
    }
}
