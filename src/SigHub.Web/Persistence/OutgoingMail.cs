namespace SigHub.Web.Persistence;

/// <summary>A mail that waits to be handed over; gone once it is. Its text is kept encrypted: it may carry a secret link.</summary>
public sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string ProtectedText { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Null when it was given up.</summary>
    public DateTime? NextTryAt { get; set; }

    public int Tries { get; set; }

    /// <summary>Why it could not be handed over the last time.</summary>
    public string? Problem { get; set; }
}
