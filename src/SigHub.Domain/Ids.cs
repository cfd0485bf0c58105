namespace SigHub.Domain;

/// <summary>Identities that sort by time (RFC 9562, version 7), made from a UTC instant that the caller hands in.</summary>
public static class Ids
{
    public static Guid New(DateTime now) => Guid.CreateVersion7(new DateTimeOffset(Utc(now), TimeSpan.Zero));

    internal static DateTime Utc(DateTime instant) =>
        instant.Kind == DateTimeKind.Utc
            ? instant
            : throw new ArgumentException("Instants are UTC in this domain.", nameof(instant));
}
