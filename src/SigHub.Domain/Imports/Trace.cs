using SigHub.Domain.Activity;

namespace SigHub.Domain.Imports;

/// <summary>
/// A record was read in these lines of a document. A record may have several traces: an action that many minutes carry has one
/// in each. Traces stand beside the records and not inside, so that a line finds its records as easily as a record its lines.
/// </summary>
public sealed class Trace
{
    public Trace(SubjectKind subjectKind, Guid subjectId, Provenance provenance, DateTime now)
    {
        Id = Ids.New(now);
        SubjectKind = subjectKind;
        SubjectId = subjectId;
        Provenance = provenance;
    }

    private Trace() { }

    public Guid Id { get; private set; }
    public SubjectKind SubjectKind { get; private set; }
    public Guid SubjectId { get; private set; }
    public Provenance Provenance { get; private set; } = null!;
}
