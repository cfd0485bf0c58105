namespace SigHub.Domain.Imports;

/// <summary>
/// One thing that a document's moving in did to what is kept: a record it added, or a value it changed. Together they say what
/// is to be undone when the import is taken back.
/// </summary>
public sealed class ImportChange
{
    /// <param name="entity">What kind of record, as the model names it.</param>
    /// <param name="nounId">The noun that the record is, or is a part of.</param>
    /// <param name="property">Null: the record was added.</param>
    public ImportChange(
        Guid documentId,
        int order,
        string entity,
        Guid recordId,
        Guid nounId,
        string? property,
        string? before,
        string? after,
        DateTime now
    )
    {
        Id = Ids.New(now);
        DocumentId = documentId;
        Order = order;
        Entity = entity;
        RecordId = recordId;
        NounId = nounId;
        Property = property;
        Before = before;
        After = after;
    }

    private ImportChange() { }

    public Guid Id { get; private set; }
    public Guid DocumentId { get; private set; }
    public int Order { get; private set; }
    public string Entity { get; private set; } = "";
    public Guid RecordId { get; private set; }
    public Guid NounId { get; private set; }
    public string? Property { get; private set; }
    public string? Before { get; private set; }
    public string? After { get; private set; }

    public bool IsAddition => Property is null;
}
