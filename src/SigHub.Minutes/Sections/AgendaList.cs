using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>
/// The outermost items under "Agenda", in any words when marked as a <c>[topic]</c>; where there is no agenda, the headings
/// below the minutes are one.
/// </summary>
internal static class AgendaList
{
    private const int Longest = 1500;
    private static readonly Pattern Number = Pattern.Of(@"^\d{1,2}[.)] +");
    private static readonly Pattern Mark = Pattern.Of(@"^\[topic\] +");

    /// <summary>"widgets/docs": where the items below are tracked, and no topic.</summary>
    private static readonly Pattern Repository = Pattern.Of(@"^[\w.-]+/[\w.-]+$");
    private static readonly Pattern Planned = Pattern.Of(@"[\[(] ?\d{1,3} ?(?:m|mins?|minutes)\b[^\])]*[\])]$");
    private static readonly Pattern OfMinutes = Pattern.Of(@"\bminutes *$");
    private static readonly Pattern Logistics = Pattern.Of(English.Logistics);
    private static readonly Pattern Unfilled = Pattern.Of(English.Unfilled);

    public static IReadOnlyList<ReadAgendaItem> Read(Part part, Excerpt excerpt)
    {
        var sections = part.Sections.Where(section => section.Kind == SectionKind.Agenda).ToList();
        if (sections.Count == 0)
            return part.Sections.Where(IsPlanned).ToList() is [_, _, ..] planned
                ? Titles(planned)
                : Titles(part.Sections.Where(IsTopic));
        var agenda = new List<ReadAgendaItem>();
        var minutes = Minutes(part);
        foreach (var section in sections.Where(section => !minutes.Contains(section)))
            agenda.AddRange(Items(section, excerpt));
        return agenda.Count > 0 ? agenda : Titles(sections.Where(minutes.Contains));
    }

    /// <summary>Where no section is for the minutes, they stand under the agenda's own headings.</summary>
    public static HashSet<Section> Minutes(Part part) =>
        part.Sections.Any(each => each is { Kind: SectionKind.Discussion, Heading.Kind: LineKind.Heading })
            ? []
            :
            [
                .. part.Sections.Where(section =>
                    section
                        is { Kind: SectionKind.Agenda, Parent.Kind: SectionKind.Agenda, Heading.Kind: LineKind.Heading }
                    && !Repository.IsMatch(section.Title)
                ),
            ];

    private static List<ReadAgendaItem> Titles(IEnumerable<Section> topics) =>
        [.. topics.Select(topic => new ReadAgendaItem(topic.Title, topic.Heading!.Span))];

    private static IEnumerable<ReadAgendaItem> Items(Section section, Excerpt excerpt)
    {
        if (Numbered(section) is { Count: > 0 } topics)
        {
            foreach (var (topic, number) in topics)
                yield return new ReadAgendaItem(topic.Text.Text[number..], topic.Span);
            yield break;
        }
        var top = section.Items.Select(item => item.Depth).DefaultIfEmpty(0).Min();
        for (var i = 0; i < section.Lines.Count; i++)
        {
            var line = section.Lines[i];
            var mark = Mark.Match(line.Text.Text).Length;
            if (line.Kind != LineKind.Item || line.Depth != top || excerpt.Has(line) || mark == 0 && !IsTopic(line))
                continue;
            if (i + 1 >= section.Lines.Count || section.Lines[i + 1].Depth <= top)
                excerpt.Take(line);
            yield return new ReadAgendaItem(line.Text.Text[mark..], line.Span);
        }
    }

    /// <summary>Paragraphs that carry a number are the topics; the items under them are what was said.</summary>
    public static List<(OutlineLine Line, int Number)> Numbered(Section section) =>
        [
            .. section
                .Lines.Where(line => line.Kind == LineKind.Text)
                .Select(line => (line, Number.Match(line.Text.Text).Length))
                .Where(each => each.Length > 0),
        ];

    private static bool IsTopic(OutlineLine line) =>
        !Logistics.IsMatch(line.Text.Text)
        && !Unfilled.IsMatch(line.Text.Text)
        && line.Text.Text.Any(char.IsLetter)
        && line.Text.Text.Length < Longest
        && !ActionLine.IsNothing(line.Text.Text);

    /// <summary>"## 2 Release [10 min, until 0:25]": a heading that says how long.</summary>
    public static bool IsPlanned(OutlineLine heading) =>
        heading.Kind == LineKind.Heading && Planned.IsMatch(heading.Text.Text);

    private static bool IsPlanned(Section section) =>
        section.Heading is { } heading
        && IsPlanned(heading)
        && Planned.Match(section.Title) is { Success: true } plan
        && !OfMinutes.IsMatch(section.Title[..plan.Index]);

    private static bool IsTopic(Section section) =>
        section
            is {
                Kind: SectionKind.Unknown,
                Heading: { Kind: LineKind.Heading } heading,
                Parent: { Kind: SectionKind.Discussion, Heading: { Kind: LineKind.Heading } above }
            }
        && heading.Level > above.Level
        && Fold.Words(section.Title).Length > 0
        && !Logistics.IsMatch(section.Title + ":");
}
