using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Imports;

/// <summary>What a document is about, as its title and first section say.</summary>
public enum DocumentKind
{
    Minutes,
    Group,
    Roadmap,
    Other,
}

/// <summary>
/// A document that moved in, kept as it came: its text, the SHA-256 of its bytes (64 lower-case hexadecimal digits), and who
/// brought it.
/// </summary>
public sealed partial class ImportedDocument
{
    private ImportedDocument(Guid id, string fileName, string source, string sha256)
    {
        Id = id;
        FileName = Words.Name(fileName, "A document needs a name.");
        Source = source;
        Sha256 = sha256;
    }

    private ImportedDocument() { }

    public Guid Id { get; private set; }
    public string FileName { get; private set; } = "";
    public string Source { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public DocumentKind Kind { get; private set; }

    /// <summary>The group it was brought to; null when its own words decide.</summary>
    public Guid? GroupId { get; private set; }

    public Guid ByPersonId { get; private set; }
    public DateTime At { get; private set; }
    public Visibility Visibility { get; private set; }

    public Subject Subject => new(SubjectKind.Document, Id, GroupId, FileName, Visibility);
}
