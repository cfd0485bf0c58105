using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Sections;

/// <summary>Lines that stand under one heading, label or item, and what they are for.</summary>
internal sealed class Section(SectionKind kind, OutlineLine? heading, Section? parent)
{
    public SectionKind Kind => kind;

    public OutlineLine? Heading => heading;

    public Section? Parent => parent;

    public List<OutlineLine> Lines { get; } = [];

    public string Title => heading?.Text.Text ?? "";

    public IEnumerable<OutlineLine> Items => Lines.Where(line => line.Kind == LineKind.Item);

    public bool Is(params ReadOnlySpan<SectionKind> kinds) => kinds.Contains(kind);
}
