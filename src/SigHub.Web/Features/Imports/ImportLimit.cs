using System.Threading.RateLimiting;
using SigHub.Domain;

namespace SigHub.Web.Features.Imports;

/// <summary>Keeps one person from filling the portal by accident: 300 documents a minute.</summary>
public sealed class ImportLimit : IDisposable
{
    /// <summary>How many one person may bring in a minute, and so at once.</summary>
    public const int Most = 300;

    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(person =>
        RateLimitPartition.GetSlidingWindowLimiter(
            person,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = Most,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }
        )
    );

    /// <exception cref="RuleBroken">The person has imported too much in the last minute.</exception>
    public void Count(Guid personId, int documents = 1)
    {
        using var lease = _limiter.AttemptAcquire(personId, documents);
        RuleBroken.Unless(
            lease.IsAcquired,
            "That is a lot of documents at once. Wait a minute; nothing of this one is lost."
        );
    }

    public void Dispose() => _limiter.Dispose();
}
