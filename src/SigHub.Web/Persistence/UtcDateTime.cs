using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SigHub.Web.Persistence;

/// <summary>Instants are stored and come back as UTC; a local time never slips into a column.</summary>
public sealed class UtcDateTime()
    : ValueConverter<DateTime, DateTime>(
        instant => instant.Kind == DateTimeKind.Utc ? instant : instant.ToUniversalTime(),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
    );
