using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>The lines of one meeting, or those before and around the meetings of a document.</summary>
internal sealed class Part(OutlineLine? heading, DateOnly? date, bool isCarried)
{
    private IReadOnlyList<Section>? sections;
    private IReadOnlyList<(Section, OutlineLine, Person)>? rollCalls;

    public OutlineLine? Heading => heading;

    public DateOnly? Date { get; set; } = date;

    /// <summary>A dated list of old business inside the minutes of a later day.</summary>
    public bool IsCarried => isCarried;

    public List<OutlineLine> Lines { get; } = [];

    public IReadOnlyList<Section> Sections => sections ??= SectionList.Of(Lines);

    /// <summary>Who is listed in it, read once: both the people of the document and its roll call come from there.</summary>
    public IReadOnlyList<(Section Section, OutlineLine Line, Person Person)> RollCalls =>
        rollCalls ??= [
            .. Sections
                .Where(section =>
                    section.Is(SectionKind.RollCall, SectionKind.Regrets, SectionKind.Absent)
                    || section.Kind == SectionKind.Members && Date is not null && RollCall.IsMostlyPeople(section)
                    || section == Opening && Date is not null && RollCall.NamesSpeakers(section, Lines)
                )
                .SelectMany(section => RollCall.Read(section).Select(each => (section, each.Line, each.Person))),
        ];

    /// <summary>The first section with a list, if it stands under a heading of its own words.</summary>
    private Section? Opening =>
        Sections.FirstOrDefault(section => section.Lines.Exists(line => line.Kind == LineKind.Item))
            is { Kind: SectionKind.Unknown, Heading.Kind: LineKind.Heading } first
            ? first
            : null;

    public LineSpan Span =>
        Lines is [] ? new LineSpan(1, 1) : new LineSpan(Lines[0].First, Lines.Max(line => line.Last));
}
