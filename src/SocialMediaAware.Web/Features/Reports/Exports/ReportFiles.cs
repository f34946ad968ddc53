using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>Writes tables as files, row by row while they are read.</summary>
public sealed class ReportFiles(IStringLocalizer<ExportsTexts> texts)
{
    /// <summary>Writes one.</summary>
    /// <param name="table">The table.</param>
    /// <param name="format">As what.</param>
    /// <param name="target">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task WriteAsync(
        ReportTable table,
        ReportFormat format,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        ReportColumn[] columns =
        [
            new(texts["AsAtColumn"], ReportColumnKind.Date),
            new(texts["KnownAtColumn"], ReportColumnKind.Instant),
            .. table.Columns,
        ];
        var rows = StampedAsync(table, cancellationToken);
        return format == ReportFormat.Xlsx
            ? XlsxBook.WriteAsync(
                target,
                new(table.Heading.Title, texts["About"], columns, About(table.Heading)),
                rows,
                cancellationToken
            )
            : CsvTable.WriteAsync(
                target,
                [.. columns.Select(column => column.Heading)],
                rows,
                cancellationToken
            );
    }

    private static async IAsyncEnumerable<IReadOnlyList<ReportCell>> StampedAsync(
        ReportTable table,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (asAt, knownAt) = (
            ReportCell.Of(table.Heading.AsAt),
            ReportCell.Of(table.Heading.KnownAt)
        );
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            yield return row.Count == table.Columns.Count
                ? [asAt, knownAt, .. row]
                : throw new InvalidOperationException(
                    $"A row of {table.Name} has {row.Count} cells; it has {table.Columns.Count} columns."
                );
        }
    }

    private List<ReportNote> About(ReportHeading heading) =>
        [
            Line("Title", heading.Title),
            Line("Agency", heading.Agency),
            .. Known("Programme", heading.Programme),
            .. Known("Round", heading.Round),
            .. Known("Unit", heading.Unit),
            .. heading.Filters,
            Line("AsAt", texts["AsAtWords", heading.AsAt.InWords()]),
            Line(
                "KnownAt",
                texts["KnownAtWords", heading.KnownAt.WithTimeInWords(), Utc(heading.KnownAt)]
            ),
            .. heading.Denominators.Select(words => Line("Denominator", words)),
            .. heading.Definitions,
            Line("MadeBy", heading.MadeBy),
            Line(
                "MadeAt",
                texts["MadeAtWords", heading.MadeAt.WithTimeInWords(), Utc(heading.MadeAt)]
            ),
        ];

    private IEnumerable<ReportNote> Known(string name, string? words) =>
        string.IsNullOrEmpty(words) ? [] : [Line(name, words)];

    private ReportNote Line(string name, string words) => new(texts[name].Value, words);

    private static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
