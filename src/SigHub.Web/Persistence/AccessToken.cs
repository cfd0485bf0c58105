namespace SigHub.Web.Persistence;

/// <summary>What a personal access token opens.</summary>
public enum TokenScope
{
    /// <summary>Reading what its owner may see.</summary>
    Read,

    /// <summary>That, and moving documents in.</summary>
    Import,
}

/// <summary>
/// Lets a program speak for an account, within a scope, for a time. Its secret is shown once, when it is made; what is kept is
/// a hash.
/// </summary>
public sealed class AccessToken
{
    public const int LongestName = 100;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal digits.</summary>
    public required string SecretHash { get; init; }

    public required TokenScope Scope { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>To the minute.</summary>
    public DateTime? LastUsedAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    public bool IsOpenAt(DateTime now) => RevokedAt is null && now < ExpiresAt;
}
