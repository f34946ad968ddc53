using System.Globalization;
using CsvHelper;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>
/// Writes a table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the macrons). Words that a spreadsheet
/// would take for a formula begin with an apostrophe. Days are <c>2027-06-30</c>, instants <c>2027-06-30T11:59:59Z</c>, rates
/// <c>0.9130</c>.
/// </summary>
public static class CsvTable
{
    private static readonly CsvWriterOptions Rules = CsvWriterOptions.Default with
    {
        NewLine = "\r\n",
        WriteByteOrderMark = true,
    };

    /// <summary>Writes the rows one by one, as they come.</summary>
    /// <param name="target">Where to; it stays open.</param>
    /// <param name="header">The headings.</param>
    /// <param name="rows">The rows, as wide as the header.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteAsync(
        Stream target,
        IReadOnlyList<string> header,
        IAsyncEnumerable<IReadOnlyList<ReportCell>> rows,
        CancellationToken cancellationToken
    )
    {
        await using var csv = CsvWriter.Create(target, Rules, leaveOpen: true);
        await csv.WriteRecordAsync([.. header.Select(AsText)], cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync([.. row.Select(Words)], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static string Words(ReportCell cell) =>
        cell.Kind switch
        {
            ReportColumnKind.WholeNumber => cell.Number.ToString("0", CultureInfo.InvariantCulture),
            ReportColumnKind.Rate => cell.Number.ToString("0.0000", CultureInfo.InvariantCulture),
            ReportColumnKind.Date => cell.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ReportColumnKind.Instant => cell.Time.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                CultureInfo.InvariantCulture
            ),
            _ => AsText(cell.Text ?? ""),
        };

    private static string AsText(string words) => Formulas.IsLike(words) ? $"'{words}" : words;
}
