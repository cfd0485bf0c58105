namespace SigHub.Domain.Meetings;

/// <summary>Where a meeting stands; derived from what was recorded, never stored.</summary>
public enum MeetingState
{
    Scheduled,
    Draft,
    Final,
    Cancelled,
}

/// <summary>Somebody began to take minutes.</summary>
public sealed record Opening
{
    public Opening(Guid byPersonId, DateTime at)
    {
        ByPersonId = byPersonId;
        At = Ids.Utc(at);
    }

    public Guid ByPersonId { get; private init; }
    public DateTime At { get; private init; }
}

/// <summary>The minutes count. <c>FromDocument</c>: they were final in a document that was imported, not finalized here.</summary>
public sealed record Finalization
{
    public Finalization(Guid byPersonId, DateTime at, bool fromDocument)
    {
        ByPersonId = byPersonId;
        At = Ids.Utc(at);
        FromDocument = fromDocument;
    }

    public Guid ByPersonId { get; private init; }
    public DateTime At { get; private init; }
    public bool FromDocument { get; private init; }
}

/// <summary>The meeting does not take place.</summary>
public sealed record Cancellation
{
    public Cancellation(Guid byPersonId, string reason, DateTime at)
    {
        ByPersonId = byPersonId;
        Reason = Words.Required(reason, "Say why the meeting is cancelled.");
        At = Ids.Utc(at);
    }

    public Guid ByPersonId { get; private init; }
    public string Reason { get; private init; }
    public DateTime At { get; private init; }
}
