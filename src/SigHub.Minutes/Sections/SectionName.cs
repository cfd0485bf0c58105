using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>Tells from a heading what its section is for.</summary>
internal static class SectionName
{
    private const int MostOtherWords = 3;

    private static readonly (SectionKind Kind, string[] Words, bool IsWhole)[] Known =
    [
        .. Vocabulary.Sections.SelectMany(each =>
            each.Names.Select(name => (each.Kind, Fold.Words(name.TrimStart('=')), name.StartsWith('=')))
        ),
    ];

    /// <summary>A heading: the section's name, perhaps among a few more words.</summary>
    public static SectionKind OfHeading(string heading) =>
        Of(heading, MostOtherWords) is var kind && kind == SectionKind.Unknown && IsOfAgenda(heading)
            ? SectionKind.Agenda
            : kind;

    /// <summary>A label at the front of a line, or an item over its sub-items: little more than the name itself.</summary>
    public static SectionKind OfLabel(string label) =>
        Of(label, 1) is var kind && kind == SectionKind.Unknown && IsOfPeople(label) ? SectionKind.RollCall : kind;

    /// <summary>A line that is nothing but the section's name.</summary>
    public static SectionKind OfWhole(string line) => Of(line, 0);

    /// <summary>"Foundation Staff: …", "Identified observers: …".</summary>
    private static bool IsOfPeople(string label) =>
        Fold.Words(label) is { Length: 1 or 2 } words && English.PeopleLabels.Contains(words[^1]);

    private static SectionKind Of(string heading, int mostOtherWords)
    {
        if (heading.Length > 80)
            return SectionKind.Unknown;
        var words = WithoutBrackets(heading);
        foreach (var (kind, name, isWhole) in Known)
            if (words.Length <= name.Length + (isWhole ? 0 : mostOtherWords) && Fold.IndexOf(words, name) >= 0)
                return IsTopic(kind, words) ? SectionKind.Unknown : kind;
        return SectionKind.Unknown;
    }

    /// <summary>"Membership updates", "Board members' election": a topic, and no list of people.</summary>
    private static bool IsTopic(SectionKind kind, string[] words) =>
        kind is SectionKind.Members or SectionKind.Goals or SectionKind.Purpose or SectionKind.Groups
        && words.Any(English.Topical.Contains);

    /// <summary>A title of an agenda that holds nothing else.</summary>
    private static bool IsOfAgenda(string heading) =>
        heading.Length < 120
        && Fold.Words(heading) is var words
        && words.Contains("agenda")
        && !words.Contains("notes")
        && !words.Contains("minutes");

    /// <summary>"Action Items (ARs)", "3. Actions": brackets and numbers add nothing to a name.</summary>
    private static string[] WithoutBrackets(string heading)
    {
        var open = heading.IndexOf('(', StringComparison.Ordinal);
        var words = Fold.Words(open > 0 ? heading[..open] : heading);
        return [.. words.SkipWhile(word => word.All(char.IsDigit))];
    }
}
