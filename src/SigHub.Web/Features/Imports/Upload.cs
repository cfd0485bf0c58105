namespace SigHub.Web.Features.Imports;

/// <summary>A document as somebody brings it, and what they chose while they looked at what was read.</summary>
public sealed record Upload(string FileName, byte[] Content)
{
    /// <summary>The group that the document is about; null: the one it names itself.</summary>
    public Guid? Into { get; init; }

    /// <summary>Days for meetings whose minutes give none, by their place in the reading.</summary>
    public IReadOnlyDictionary<int, DateOnly> Dates { get; init; } = new Dictionary<int, DateOnly>();

    /// <summary>Whether promises inside the notes become actions too.</summary>
    public bool TakePromises { get; init; }
}
