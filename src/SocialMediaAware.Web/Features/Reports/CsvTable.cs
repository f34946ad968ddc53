using CsvHelper;

namespace SocialMediaAware.Web.Features.Reports;

/// <summary>
/// Writes a table as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read the macrons). A cell that a spreadsheet
/// would take for a formula begins with an apostrophe.
/// </summary>
public static class CsvTable
{
    private static readonly CsvWriterOptions Rules = CsvWriterOptions.Default with
    {
        NewLine = "\r\n",
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        InjectionEscape = '\'',
        InjectionCharacters = "=+-@\t\r\n＝＋－＠",
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
        await csv.WriteRecordAsync([.. header], cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync([.. row], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }
}
