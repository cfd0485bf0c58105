using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>Tells from a heading what its section is for.</summary>
internal static class SectionName
{
    private const int MostOtherWords = 3;

    /// <summary>Numbers and dashes, which are no words.</summary>
    private const int MostSigns = 3;

    private sealed record KnownName(int Order, SectionKind Kind, string[] Words, bool IsWhole);

    /// <summary>What sections are called, by the first word; where several fit, the first in order decides.</summary>
    private static readonly Dictionary<string, KnownName[]> Known = Vocabulary
        .Sections.SelectMany(each => each.Names.Select(name => (each.Kind, Name: name)))
        .Select(
            (each, order) =>
                new KnownName(order, each.Kind, Fold.Words(each.Name.TrimStart('=')), each.Name.StartsWith('='))
        )
        .GroupBy(each => each.Words[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly HashSet<string> FirstWords = new(Known.Keys, StringComparer.OrdinalIgnoreCase);

    private static readonly int LongestName = Known.Values.SelectMany(names => names).Max(name => name.Words.Length);

    /// <summary>A heading: the section's name, perhaps among a few more words.</summary>
    public static SectionKind OfHeading(string heading) =>
        Of(heading, MostOtherWords) is var kind && kind == SectionKind.Unknown && IsOfAgenda(heading)
            ? SectionKind.Agenda
            : kind;

    /// <summary>A label at the front of a line, or an item over its sub-items: little more than the name itself.</summary>
    public static SectionKind OfLabel(string label) =>
        Of(label, 1) is var kind && kind != SectionKind.Unknown ? kind
        : IsOfPeople(label) ? SectionKind.RollCall
        : IsOfCarried(label) ? SectionKind.CarriedActions
        : English.SettledLabels.Contains(Fold.Text(label)) ? SectionKind.Decisions
        : SectionKind.Unknown;

    /// <summary>"Future projects (AIs from last meeting)": what the list is stands in brackets.</summary>
    private static bool IsOfCarried(string label) =>
        label.EndsWith(')')
        && label.LastIndexOf('(') is > 0 and var open
        && Of(label[(open + 1)..^1], 2) == SectionKind.CarriedActions;

    /// <summary>A line that is nothing but the section's name.</summary>
    public static SectionKind OfWhole(string line) => Of(line, 0);

    /// <summary>"Foundation Staff: …", "Identified observers: …".</summary>
    private static bool IsOfPeople(string label) =>
        label.AsSpan().Count(' ') < 3
        && Fold.MayHave(label, English.PeopleLabels)
        && Fold.Words(label) is { Length: 1 or 2 } words
        && English.PeopleLabels.Contains(words[^1]);

    /// <summary>"Others: …" right below a roll call.</summary>
    public static bool IsOfMorePeople(string label) =>
        Fold.Words(label) is { Length: 1 or 2 } words && English.MorePeople.Contains(words[0]);

    private static SectionKind Of(string heading, int mostOtherWords)
    {
        if (heading.Length > 80 || Spaces(heading) > LongestName + mostOtherWords + MostSigns)
            return SectionKind.Unknown;
        if (!Fold.MayHave(heading, FirstWords))
            return SectionKind.Unknown;
        var words = WithoutBrackets(heading);
        if (words.Length > LongestName + mostOtherWords)
            return SectionKind.Unknown;
        KnownName? first = null;
        for (var at = 0; at < words.Length; at++)
            if (Known.TryGetValue(words[at], out var names))
                foreach (var name in names)
                    if (
                        name.Order < (first?.Order ?? int.MaxValue)
                        && words.Length <= name.Words.Length + (name.IsWhole ? 0 : mostOtherWords)
                        && words.AsSpan(at).StartsWith(name.Words)
                    )
                        first = name;
        return first is null || IsTopic(first.Kind, words) ? SectionKind.Unknown : first.Kind;
    }

    /// <summary>Up to a bracket, which adds nothing to a name.</summary>
    private static int Spaces(string heading) =>
        heading.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
            ? heading.AsSpan(0, open).Count(' ')
            : heading.AsSpan().Count(' ');

    /// <summary>"Membership updates", "Board members' election": a topic, and no list of people.</summary>
    private static bool IsTopic(SectionKind kind, string[] words) =>
        kind == SectionKind.Agenda && words.Any(English.Outcomes.Contains)
        || kind == SectionKind.Actions && words.Any(English.Products.Contains)
        || kind == SectionKind.Decisions && words.Any(English.ToBeDecided.Contains)
        || kind is SectionKind.Members or SectionKind.Goals or SectionKind.Purpose or SectionKind.Groups
            && words.Any(English.Topical.Contains);

    /// <summary>A title of an agenda that holds nothing else.</summary>
    private static bool IsOfAgenda(string heading) =>
        heading.Length < 120
        && heading.Contains("agenda", StringComparison.OrdinalIgnoreCase)
        && Fold.Words(heading) is var words
        && words.Contains("agenda")
        && !words.Any(English.NotAgenda.Contains)
        && !words.Any(English.Outcomes.Contains);

    /// <summary>"Action Items (ARs)", "3. Actions": brackets and numbers add nothing to a name.</summary>
    private static string[] WithoutBrackets(string heading)
    {
        var open = heading.IndexOf('(', StringComparison.Ordinal);
        var words = Fold.Words(open > 0 ? heading[..open] : heading);
        return words is [var first, ..] && first.All(char.IsDigit)
            ? [.. words.SkipWhile(word => word.All(char.IsDigit))]
            : words;
    }
}
