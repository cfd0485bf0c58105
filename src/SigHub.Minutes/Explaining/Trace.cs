using SigHub.Minutes.Sections;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Explaining;

/// <summary>
/// Takes down which rule applied to which line while a document is explained. Off, which is nearly always, a rule that says
/// what it did costs one look at a field.
/// </summary>
internal sealed class Trace
{
    [ThreadStatic]
    private static Trace? current;

    private readonly Dictionary<int, List<string>> rules = [];
    private int line;

    /// <summary>Runs a reading and gives what its rules said.</summary>
    public static (T Result, Trace Trace) Of<T>(Func<T> read)
    {
        var (trace, before) = (new Trace(), current);
        current = trace;
        try
        {
            return (read(), trace);
        }
        finally
        {
            current = before;
        }
    }

    /// <summary>The line that the rules below are about.</summary>
    public static void At(OutlineLine line)
    {
        if (current is { } trace)
            trace.line = line.First;
    }

    /// <summary>A rule that applied to the line last named.</summary>
    public static void Rule(string rule) => current?.Add(current.line, rule);

    public static void Rule(OutlineLine line, string rule) => current?.Add(line.First, rule);

    /// <summary>What each line stands under.</summary>
    public static void Sections(IReadOnlyList<Section> sections)
    {
        if (current is not { } trace)
            return;
        foreach (var section in sections.Where(section => section.Kind != SectionKind.Unknown))
        {
            if (section.Heading is { } heading)
                trace.Add(heading.First, $"opens the {Words(section.Kind)}");
            foreach (var below in section.Lines.Where(below => below.First != section.Heading?.First))
                trace.Add(below.First, $"in the {Words(section.Kind)}");
        }
    }

    /// <summary>What was said of a line, in order.</summary>
    public IReadOnlyList<string> Rules(int number) => rules.TryGetValue(number, out var said) ? said : [];

    private void Add(int number, string rule)
    {
        if (!rules.TryGetValue(number, out var said))
            rules[number] = said = [];
        if (!said.Contains(rule, StringComparer.Ordinal))
            said.Add(rule);
    }

    /// <summary>"CarriedActions" as people say it.</summary>
    private static string Words(SectionKind kind) =>
        string.Concat(kind.ToString().Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}")).Trim();
}
