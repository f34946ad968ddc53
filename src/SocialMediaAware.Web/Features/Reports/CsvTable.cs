using CsvHelper;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>
/// Writes a table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the macrons). A cell that a spreadsheet
/// would take for a formula begins with an apostrophe.
/// </summary>
public static class CsvTable
{
    // Full-width signs too: spreadsheets in some languages calculate with them. CsvHelper's own list takes ASCII only.
    private const string StartsOfFormulas = "=+-@\t\r\n＝＋－＠";

    private static readonly CsvWriterOptions Rules = CsvWriterOptions.Default with
    {
        NewLine = "\r\n",
        WriteByteOrderMark = true,
    };

    /// <summary>Writes the rows one by one, as they come.</summary>
    public static async Task WriteAsync(
        Stream target,
        IReadOnlyList<string> header,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken
    )
    {
        await using var csv = CsvWriter.Create(target, Rules, leaveOpen: true);
        await csv.WriteRecordAsync([.. header.Select(AsText)], cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync([.. row.Select(AsText)], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static string AsText(string cell) =>
        cell.Length > 0 && StartsOfFormulas.Contains(cell[0], StringComparison.Ordinal)
            ? $"'{cell}"
            : cell;
}
