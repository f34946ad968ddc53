using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocialMediaAware.Web.Data;

/// <summary>
/// Instants as UTC with microseconds, on SQLite as text whose order is the order in time and on PostgreSQL as
/// <c>timestamp with time zone</c>, so that both keep and sort the same value.
/// </summary>
public sealed class InstantConverter()
    : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.ToMicroseconds().UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    );

/// <summary>Instants at the precision that is kept.</summary>
public static class InstantPrecision
{
    /// <summary>The instant without what is finer than a microsecond, which PostgreSQL would not keep.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
