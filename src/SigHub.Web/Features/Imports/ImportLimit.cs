using System.Threading.RateLimiting;
using SigHub.Domain;

namespace SigHub.Web.Features.Imports;

/// <summary>Keeps one person from filling the portal by accident: 300 documents a minute.</summary>
public sealed class ImportLimit : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _limiter = PartitionedRateLimiter.Create<Guid, Guid>(person =>
        RateLimitPartition.GetSlidingWindowLimiter(
            person,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = 300,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            }
        )
    );

    /// <exception cref="RuleBroken">The person has imported too much in the last minute.</exception>
    public void Count(Guid personId)
    {
        using var lease = _limiter.AttemptAcquire(personId);
        RuleBroken.Unless(
            lease.IsAcquired,
            "That is a lot of documents at once. Wait a minute; nothing of this one is lost."
        );
    }

    public void Dispose() => _limiter.Dispose();
}
