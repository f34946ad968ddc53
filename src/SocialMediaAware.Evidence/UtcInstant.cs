using System.Globalization;

namespace SocialMediaAware.Evidence;

/// <summary>
/// An instant in UTC, in whole microseconds: what PostgreSQL keeps and what a leaf holds, so that nothing is lost between them.
/// Between 1970 and the end of 9999.
/// </summary>
public readonly record struct UtcInstant
{
    private const string TextForm = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const long LastMicrosecond = 253_402_300_799_999_999;

    private UtcInstant(long microsecondsSinceEpoch) =>
        MicrosecondsSinceEpoch = microsecondsSinceEpoch;

    /// <summary>Microseconds since 1970-01-01T00:00:00Z, without leap seconds.</summary>
    public long MicrosecondsSinceEpoch { get; }

    /// <summary>The instant so many microseconds after the Unix epoch.</summary>
    /// <exception cref="EvidenceFormatException">It is before 1970 or after 9999.</exception>
    public static UtcInstant FromMicroseconds(long microsecondsSinceEpoch) =>
        microsecondsSinceEpoch is >= 0 and <= LastMicrosecond
            ? new UtcInstant(microsecondsSinceEpoch)
            : throw new EvidenceFormatException("An instant lies outside the years 1970 to 9999.");

    /// <summary>The instant, with what is finer than a microsecond cut off.</summary>
    /// <exception cref="EvidenceFormatException">It is before 1970.</exception>
    public static UtcInstant RoundedDown(DateTimeOffset instant) =>
        FromMicroseconds((instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Reads the text form that <see cref="ToText"/> writes, and no other.</summary>
    /// <exception cref="EvidenceFormatException">The text has another form.</exception>
    public static UtcInstant Parse(string text)
    {
        var style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(
            text,
            TextForm,
            CultureInfo.InvariantCulture,
            style,
            out var instant
        )
            ? RoundedDown(instant)
            : throw new EvidenceFormatException(
                "An instant is not written like 2026-09-30T01:02:03.123456Z."
            );
    }

    /// <summary>The same instant, with offset zero.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        DateTimeOffset.UnixEpoch.AddTicks(MicrosecondsSinceEpoch * TimeSpan.TicksPerMicrosecond);

    /// <summary>ISO 8601 in UTC with six decimals, for example <c>2026-09-30T01:02:03.123456Z</c>.</summary>
    public string ToText() => ToDateTimeOffset().ToString(TextForm, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();
}
