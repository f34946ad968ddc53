using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SocialMediaAware.Web.Features.Reports.InformationRequests;

/// <summary>What a table of a pack tells.</summary>
public enum PackTableKind
{
    /// <summary>The programmes.</summary>
    Training,

    /// <summary>Figures by unit, each with those below it.</summary>
    Units,

    /// <summary>Figures by kind of person.</summary>
    Kinds,

    /// <summary>Figures by kind of person within each unit.</summary>
    UnitsAndKinds,

    /// <summary>What was corrected since.</summary>
    Corrected,

    /// <summary>Modules and their versions.</summary>
    Rules,

    /// <summary>Reminders that were sent.</summary>
    Reminders,
}

/// <summary>A row of a table.</summary>
/// <param name="Key">What it counts, stable over packs; empty in a table of words.</param>
/// <param name="Labels">Its words, one for each label column.</param>
/// <param name="Counts">Its figures, one for each figure column. In a row of changes they may be negative.</param>
/// <param name="Depth">How far below the total it stands: 0 for the total.</param>
/// <param name="IsChange">Whether it says by how much another row changed.</param>
public sealed record PackRow(
    string Key,
    IReadOnlyList<string> Labels,
    IReadOnlyList<int> Counts,
    int Depth = 0,
    bool IsChange = false
);

/// <summary>That a whole is the sum of its parts: keys of rows, of columns or of single figures.</summary>
public sealed record PackSum(string Whole, IReadOnlyList<string> Parts);

/// <summary>A figure of a table.</summary>
/// <param name="Key">What it counts, stable over packs.</param>
/// <param name="Count">How many.</param>
/// <param name="Row">Its row.</param>
/// <param name="Column">The place of its column.</param>
public sealed record PackFigure(string Key, int Count, PackRow Row, int Column);

/// <summary>A table of a pack: words, figures, and how the figures hang together.</summary>
public sealed record PackTable
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Its name: its file's without the end.</summary>
    public required string Name { get; init; }

    /// <summary>What it tells.</summary>
    public required PackTableKind Kind { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The round or other thing that it is about; empty where its title says it.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What is counted in it, in sentences.</summary>
    public required string About { get; init; }

    /// <summary>The titles of the columns of words.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The keys of the columns of figures; empty in a table of words.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Their titles.</summary>
    public IReadOnlyList<string> ColumnTitles { get; init; } = [];

    /// <summary>Its rows.</summary>
    public required IReadOnlyList<PackRow> Rows { get; init; }

    /// <summary>Rows that are the sum of others, column by column.</summary>
    public IReadOnlyList<PackSum> RowSums { get; init; } = [];

    /// <summary>Columns that are the sum of others, row by row.</summary>
    public IReadOnlyList<PackSum> ColumnSums { get; init; } = [];

    /// <summary>Single figures that are the sum of others.</summary>
    public IReadOnlyList<PackSum> Sums { get; init; } = [];

    /// <summary>Whether a rate stands beside each row: signed of due.</summary>
    public bool HasRates => ColumnSums.Count > 0 && Columns.Contains(FigureColumns.Signed);

    /// <summary>The key of a figure.</summary>
    public static string KeyOf(string rowKey, string column) => $"{rowKey}|{column}";

    /// <summary>The key of a figure of this table.</summary>
    public string KeyOf(PackRow row, int column) => KeyOf(row.Key, Columns[column]);

    /// <summary>All its figures.</summary>
    public IEnumerable<PackFigure> Figures() =>
        Rows.SelectMany(row =>
            row.Counts.Select(
                (count, column) => new PackFigure(KeyOf(row, column), count, row, column)
            )
        );

    /// <summary>The table as text.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Form);

    /// <summary>The table that <see cref="ToText" /> wrote.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static PackTable FromText(string text) =>
        JsonSerializer.Deserialize<PackTable>(text, Form)
        ?? throw new JsonException("A table of a pack is empty.");
}

/// <summary>The keys of the columns of completion. They are kept in packs, so they never change.</summary>
public static class FigureColumns
{
    /// <summary>All who are due: signed, open, overdue and declined.</summary>
    public const string Due = "due";

    /// <summary>Signed.</summary>
    public const string Signed = "signed";

    /// <summary>
    /// Due and not signed. It stands in the tables because every reader can take the signed from the due: 97 of 100 tells of three.
    /// </summary>
    public const string NotSigned = "not-signed";

    /// <summary>All, with the keys of their titles, in the order of the tables.</summary>
    public static IReadOnlyList<(string Key, string TextKey)> All { get; } =
    [
        (Due, "Due"),
        (Signed, "Signed"),
        (NotSigned, "NotSigned"),
        ("open", "Open"),
        ("overdue", "Overdue"),
        ("declined", "Declined"),
        ("not-due", "NotDue"),
        ("on-hold", "OnHold"),
        ("left", "Left"),
    ];

    /// <summary>All who are due have signed or have not; and whoever has not stands in one of three places.</summary>
    public static IReadOnlyList<PackSum> DueSums { get; } =
    [new(Due, [Signed, NotSigned]), new(NotSigned, ["open", "overdue", "declined"])];

    /// <summary>A row's figures, in the order of the columns.</summary>
    public static IReadOnlyList<int> Of(CompletionFigures figures) =>
        [
            figures.Due,
            figures.Signed,
            figures.Due - figures.Signed,
            figures.Open,
            figures.Overdue,
            figures.Declined,
            figures.NotDue,
            figures.OnHold,
            figures.Left,
        ];
}
