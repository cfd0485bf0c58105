using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>Lines that stand under one heading, label or item, and what they are for.</summary>
internal sealed class Section(SectionKind kind, OutlineLine? heading, Section? parent)
{
    public SectionKind Kind => kind;

    public OutlineLine? Heading => heading;

    public Section? Parent => parent;

    public List<OutlineLine> Lines { get; } = [];

    /// <summary>The same lines, for nothing known: its heading was left standing.</summary>
    public Section Unknown()
    {
        var section = new Section(SectionKind.Unknown, heading, parent);
        section.Lines.AddRange(Lines);
        return section;
    }

    public string Title => heading?.Text.Text ?? "";

    public IEnumerable<OutlineLine> Items => Lines.Where(line => line.Kind == LineKind.Item);

    public bool Is(params ReadOnlySpan<SectionKind> kinds) => kinds.Contains(kind);
}
