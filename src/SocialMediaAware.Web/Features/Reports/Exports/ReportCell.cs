namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>What a column holds: how a spreadsheet shows its cells, and how wide it is.</summary>
public enum ReportColumnKind
{
    /// <summary>Words, which are never calculated with, also when they look like a number or a formula.</summary>
    Text,

    /// <summary>A count.</summary>
    WholeNumber,

    /// <summary>A share from 0 to 1, shown as a percentage.</summary>
    Rate,

    /// <summary>A day in New Zealand.</summary>
    Date,

    /// <summary>An instant (UTC), to the second.</summary>
    Instant,
}

/// <summary>
/// A cell with its value as what it is. A column's cells need not all be of its kind: where a figure is not released, words stand in
/// its place.
/// </summary>
public readonly record struct ReportCell
{
    private ReportCell(ReportColumnKind kind, string? text, decimal number, DateTime time) =>
        (Kind, Text, Number, Time) = (kind, text, number, time);

    /// <summary>Nothing.</summary>
    public static ReportCell Empty { get; }

    /// <summary>What it holds.</summary>
    public ReportColumnKind Kind { get; }

    /// <summary>Its words; null when it holds something else, or nothing.</summary>
    public string? Text { get; }

    /// <summary>Its number or rate.</summary>
    public decimal Number { get; }

    /// <summary>Its day at midnight, or its instant in UTC to the second.</summary>
    public DateTime Time { get; }

    /// <summary>Whether it holds nothing.</summary>
    public bool IsEmpty => Kind == ReportColumnKind.Text && string.IsNullOrEmpty(Text);

    /// <summary>Words.</summary>
    public static ReportCell Of(string? text) => new(ReportColumnKind.Text, text, 0, default);

    /// <summary>A count; nothing for null.</summary>
    public static ReportCell Of(long? number) =>
        number is { } known ? new(ReportColumnKind.WholeNumber, null, known, default) : default;

    /// <summary>A share from 0 to 1, cut to hundredths of a percent: below all it never says all. Nothing for null.</summary>
    public static ReportCell OfRate(decimal? rate) =>
        rate is { } known
            ? new(ReportColumnKind.Rate, null, Math.Floor(known * 10_000) / 10_000, default)
            : default;

    /// <summary>A day; nothing for null.</summary>
    public static ReportCell Of(DateOnly? day) =>
        day is { } known
            ? new(ReportColumnKind.Date, null, 0, known.ToDateTime(TimeOnly.MinValue))
            : default;

    /// <summary>An instant; nothing for null.</summary>
    public static ReportCell Of(DateTimeOffset? instant) =>
        instant is { } known
            ? new(
                ReportColumnKind.Instant,
                null,
                0,
                known.UtcDateTime.AddTicks(-(known.UtcTicks % TimeSpan.TicksPerSecond))
            )
            : default;
}
