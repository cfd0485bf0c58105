namespace SigHub.Web.Persistence;

/// <summary>A browser that is signed in. Without it, the browser's cookie and its circuits count for nothing.</summary>
public sealed class Session
{
    public const int LongestDevice = 80;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Browser and system in words, "Firefox on Linux".</summary>
    public required string Device { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>To the minute.</summary>
    public required DateTime LastSeenAt { get; set; }
}
