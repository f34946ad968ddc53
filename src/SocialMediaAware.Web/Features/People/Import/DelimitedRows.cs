using System.Globalization;
using System.Text;
using CsvHelper;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Reads the rows of a text file whose cells are set apart by commas, semicolons or tabs, one at a time.</summary>
internal static class DelimitedRows
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>Reads them. Blank lines are left out.</summary>
    /// <param name="file">The file, at its start.</param>
    /// <param name="encoding">How its letters are written.</param>
    /// <param name="delimiter">What sets its cells apart; null where its first line says so itself.</param>
    /// <exception cref="TableRefusedException">A quotation mark is never closed, or it is no text.</exception>
    public static IEnumerable<TableRow> Read(Stream file, Encoding encoding, char? delimiter)
    {
        var unclosed = false;
        using var text = ReaderOf(file, encoding);
        using var reader = CsvReader.Create(
            text,
            CsvReaderOptions.Default with
            {
                Separator = delimiter,
                DetectSeparatorHint = delimiter is null,
                HasHeader = false,
                SkipEmptyLines = true,
                TrackLineNumbers = true,
                PoolStrings = true,
                MaxRecordSize = TableLimits.LineBytes,
                OnMalformedRecord = record =>
                    unclosed |= record.Reason is CsvMalformedReason.UnterminatedQuote,
            }
        );
        while (Next(reader))
        {
            // A mark that opens a cell and is never closed takes in all lines below it.
            if (unclosed || reader.FieldCount > TableLimits.Columns)
            {
                throw Broken(reader.LineNumber);
            }

            var cells = new string[reader.FieldCount];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = reader.GetString(column);
            }

            var row = new TableRow((int)reader.LineNumber, cells);
            if (!row.IsBlank)
            {
                yield return row;
            }
        }
    }

    /// <summary>
    /// What sets the cells of the header apart: the one found most often outside quotation marks, a comma if none is; null where the
    /// first line says so itself, as Excel lets one write it (<c>sep=;</c>).
    /// </summary>
    public static char? DelimiterOf(Stream file, Encoding encoding)
    {
        using var reader = ReaderOf(file, encoding);
        var start = new char[16 * 1024];
        var header = start.AsSpan(0, ReadStart(reader, start)).TrimStart("\r\n\uFEFF");
        file.Position = 0;
        if (header.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var found = new int[Delimiters.Length];
        var isQuoted = false;
        foreach (var character in header)
        {
            if (!isQuoted && character is '\r' or '\n')
            {
                break;
            }

            isQuoted ^= character == '"';
            if (!isQuoted && Array.IndexOf(Delimiters, character) is >= 0 and var which)
            {
                found[which]++;
            }
        }

        return Delimiters[Array.IndexOf(found, found.Max())];
    }

    private static int ReadStart(StreamReader reader, char[] start)
    {
        try
        {
            return reader.ReadBlock(start);
        }
        catch (DecoderFallbackException)
        {
            throw new TableRefusedException("NoText");
        }
    }

    private static StreamReader ReaderOf(Stream file, Encoding encoding) =>
        new(file, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);

    private static bool Next(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException error)
        {
            throw Broken(error.LineNumber);
        }
        catch (DecoderFallbackException)
        {
            throw new TableRefusedException("NoText");
        }
    }

    private static TableRefusedException Broken(long line) =>
        new("QuoteNotClosed", line.ToString(CultureInfo.InvariantCulture));
}
