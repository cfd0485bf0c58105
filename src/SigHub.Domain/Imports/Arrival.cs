using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Imports;

/// <summary>How far a document has come that somebody brought.</summary>
public enum ArrivalState
{
    /// <summary>Nobody has read it yet.</summary>
    Waiting,

    /// <summary>It was read; a person looks at it, or it is clear and waits to be accepted.</summary>
    Read,

    /// <summary>Accepted, and about to move in.</summary>
    Accepted,

    MovedIn,

    /// <summary>It cannot be read at all; the problem says why.</summary>
    Refused,

    /// <summary>It had moved in, and what it brought was taken back.</summary>
    TakenBack,
}

/// <summary>
/// A document on its way in: who brought it, what they chose while they looked at it, and how far it has come. It is kept until
/// it is put away, so neither leaving a page nor a restart loses anything.
/// </summary>
public sealed partial class Arrival
{
    private Arrival(Guid id, string fileName, DateTime now)
    {
        Id = id;
        FileName = Words.Name(fileName, "A document needs a name.");
        At = now;
    }

    private Arrival() { }

    public Guid Id { get; private set; }

    /// <summary>What was brought at once: the files of one drop, one archive, one call.</summary>
    public Guid BatchId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The bytes as they came; empty once the document has moved in, whose source is kept then.</summary>
    public byte[] Content { get; private set; } = [];

    public Guid ByPersonId { get; private set; }
    public DateTime At { get; private set; }
    public ArrivalState State { get; private set; }

    /// <summary>The group it goes to, as far as that is known.</summary>
    public Guid? GroupId { get; private set; }

    /// <summary>What was chosen in the review, as the import feature writes it.</summary>
    public string Choices { get; private set; } = "";

    /// <summary>Why it cannot move in as it stands, in a sentence.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many records it holds.</summary>
    public int Records { get; private set; }

    /// <summary>How many places a person should look at before it is accepted.</summary>
    public int ToLookAt { get; private set; }

    /// <summary>The document it became.</summary>
    public Guid? DocumentId { get; private set; }

    public DateTime? MovedInAt { get; private set; }

    /// <summary>Put away from the list of what there is to do; it can be brought back.</summary>
    public DateTime? PutAwayAt { get; private set; }

    public TakingBack? TakingBack { get; private set; }
    public int Version { get; private set; }

    /// <summary>Nothing about it needs a person.</summary>
    public bool IsClear => State is ArrivalState.Read && ToLookAt == 0 && Problem is null;

    /// <summary>It waits for the portal, not for a person.</summary>
    public bool IsInWork => PutAwayAt is null && State is ArrivalState.Waiting or ArrivalState.Accepted;

    public Subject Subject => new(SubjectKind.Document, DocumentId ?? Id, GroupId, FileName, Visibility.Public);
}

/// <summary>Who took an import back, and when.</summary>
public sealed record TakingBack
{
    public TakingBack(Guid byPersonId, DateTime at)
    {
        ByPersonId = byPersonId;
        At = Ids.Utc(at);
    }

    public Guid ByPersonId { get; private init; }
    public DateTime At { get; private init; }
}
