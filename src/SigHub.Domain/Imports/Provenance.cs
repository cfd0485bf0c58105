namespace SigHub.Domain.Imports;

/// <summary>The lines of an imported document, first and last, counted from 1.</summary>
public sealed record Provenance
{
    public Provenance(Guid documentId, int firstLine, int lastLine)
    {
        RuleBroken.If(firstLine < 1 || lastLine < firstLine, "Lines are counted from 1, the first before the last.");

        DocumentId = documentId;
        FirstLine = firstLine;
        LastLine = lastLine;
    }

    public Guid DocumentId { get; private init; }
    public int FirstLine { get; private init; }
    public int LastLine { get; private init; }

    public bool Covers(int line) => FirstLine <= line && line <= LastLine;
}
