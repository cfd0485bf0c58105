using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>The lines of one meeting, or those before and around the meetings of a document.</summary>
internal sealed class Part(OutlineLine? heading, DateOnly? date, bool isCarried)
{
    private IReadOnlyList<Section>? sections;

    public OutlineLine? Heading => heading;

    public DateOnly? Date { get; set; } = date;

    /// <summary>A dated list of old business inside the minutes of a later day.</summary>
    public bool IsCarried => isCarried;

    public List<OutlineLine> Lines { get; } = [];

    public IReadOnlyList<Section> Sections => sections ??= SectionList.Of(Lines);

    public LineSpan Span =>
        Lines is [] ? new LineSpan(1, 1) : new LineSpan(Lines[0].First, Lines.Max(line => line.Last));
}
