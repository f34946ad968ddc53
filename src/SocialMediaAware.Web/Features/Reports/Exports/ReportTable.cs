namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Width">How wide it is in a spreadsheet, in digits; null for what its kind needs.</param>
public sealed record ReportColumn(
    string Heading,
    ReportColumnKind Kind = ReportColumnKind.Text,
    int? Width = null
);

/// <summary>What was chosen, or what a word means: a name and its words.</summary>
public sealed record ReportNote(string Name, string Words);

/// <summary>What stands above a table, so that whoever gets the file alone knows what it says.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Agency">Whose figures they are.</param>
/// <param name="AsAt">The day that they are as at: what stood at its end, or stands now when it is today.</param>
/// <param name="KnownAt">What the portal knew at this instant (UTC).</param>
/// <param name="MadeBy">Who had it made.</param>
/// <param name="MadeAt">When (UTC).</param>
public sealed record ReportHeading(
    string Title,
    string Agency,
    DateOnly AsAt,
    DateTimeOffset KnownAt,
    string MadeBy,
    DateTimeOffset MadeAt
)
{
    /// <summary>Which programme; null when it is about none, or about several.</summary>
    public string? Programme { get; init; }

    /// <summary>Which round; null when it is about none, or about several.</summary>
    public string? Round { get; init; }

    /// <summary>Which unit; null for the whole agency.</summary>
    public string? Unit { get; init; }

    /// <summary>What else was chosen.</summary>
    public IReadOnlyList<ReportNote> Filters { get; init; } = [];

    /// <summary>Of whom the rates are, in words.</summary>
    public IReadOnlyList<string> Denominators { get; init; } = [];

    /// <summary>What its words mean.</summary>
    public IReadOnlyList<ReportNote> Definitions { get; init; } = [];
}

/// <summary>
/// A table that can be had as a file of any format. Its rows are read while they are written, so that it may have any number of
/// them. Each row of a file begins with the as-at date and the known-at instant: rows can be copied elsewhere and still say them.
/// </summary>
/// <param name="Name">The file's name without its ending: small letters, digits and hyphens.</param>
/// <param name="Heading">What stands above it.</param>
/// <param name="Columns">Its columns, without the two that every file begins with.</param>
/// <param name="Rows">Its rows, each with a cell for each of these columns.</param>
public sealed record ReportTable(
    string Name,
    ReportHeading Heading,
    IReadOnlyList<ReportColumn> Columns,
    IAsyncEnumerable<IReadOnlyList<ReportCell>> Rows
);
