using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Tests.Reports.Exports;

/// <summary>A table with all that can go wrong in a file.</summary>
internal static class MadeUpTable
{
    public static readonly DateOnly AsAt = new(2026, 11, 16);
    public static readonly DateTimeOffset KnownAt = new(
        2026,
        11,
        16,
        10,
        59,
        59,
        987,
        TimeSpan.Zero
    );

    /// <summary>Words as people, units and programmes have them, and some that nobody should.</summary>
    public static readonly string[] Words =
    [
        "Aroha Tāmihana-Ōtāhuhu",
        "=1+1",
        "+64 21 000",
        "-2",
        "@SUM(A1)",
        "\tTab",
        "\rReturn",
        "＝1",
        "Ngā \"iwi\", ā-motu; Wāhine",
        "two\r\nlines",
        " blanks ",
        "00123",
        "1e5",
        "TRUE",
        "3/4",
        "_x0041_",
        "<b>&amp;</b>",
        "🌱",
        "'quoted",
    ];

    /// <summary>The files' writer, without a portal.</summary>
    public static ReportFiles Files { get; } =
        new(
            new StringLocalizer<ExportsTexts>(
                new ResourceManagerStringLocalizerFactory(
                    Options.Create(new Microsoft.Extensions.Localization.LocalizationOptions()),
                    NullLoggerFactory.Instance
                )
            )
        );

    /// <summary>The table: a row for each of the words, with every kind of cell.</summary>
    public static ReportTable WithAllKinds() => Of(RowsAsync());

    /// <summary>The same table with other rows.</summary>
    public static ReportTable Of(IAsyncEnumerable<IReadOnlyList<ReportCell>> rows) =>
        new(
            "made-up-as-at-2026-11-16",
            new(
                "Everybody: a [title] that is longer than a sheet’s name can be",
                "Kāinga Ora",
                AsAt,
                KnownAt,
                "Ngaire Whitcombe",
                KnownAt
            )
            {
                Programme = "=Yearly",
                Round = "2026",
                Unit = "Maintenance",
                Filters = [new("Status", "Overdue")],
                Denominators = ["Of all who are due."],
                Definitions = [new("On hold", "Paused.")],
            },
            [
                new("Words"),
                new("Count", ReportColumnKind.WholeNumber),
                new("Rate", ReportColumnKind.Rate),
                new("Day", ReportColumnKind.Date),
                new("Instant", ReportColumnKind.Instant),
            ],
            rows
        );

    /// <summary>The bytes of a table as a file.</summary>
    public static async Task<byte[]> BytesAsync(this ReportTable table, ReportFormat format)
    {
        using var target = new MemoryStream();
        await Files.WriteAsync(table, format, target, default);
        return target.ToArray();
    }

    private static async IAsyncEnumerable<IReadOnlyList<ReportCell>> RowsAsync()
    {
        await Task.CompletedTask;
        for (var number = 0; number < Words.Length; number++)
        {
            yield return
            [
                ReportCell.Of(Words[number]),
                ReportCell.Of(number == 0 ? -1407 : number * 1000),
                ReportCell.OfRate(number == 0 ? 69_999m / 70_000 : number / (decimal)Words.Length),
                ReportCell.Of(AsAt.AddDays(number)),
                ReportCell.Of(KnownAt.AddSeconds(number * 86_399)),
            ];
        }

        // A figure that is not released is words among numbers, and the rest of the row is empty.
        yield return
        [
            ReportCell.Of((string?)null),
            ReportCell.Of("fewer than 5"),
            ReportCell.OfRate(null),
            ReportCell.Of((DateOnly?)null),
            ReportCell.Of((DateTimeOffset?)null),
        ];
    }
}
