using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Reads the rows of a text file whose cells are set apart by commas, semicolons or tabs, one at a time.</summary>
internal static class DelimitedRows
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>Reads them. Blank lines are left out.</summary>
    /// <param name="file">The file, at its start.</param>
    /// <param name="encoding">How its letters are written.</param>
    /// <param name="delimiter">What sets its cells apart.</param>
    /// <exception cref="TableRefusedException">A quotation mark is never closed, or it is no text.</exception>
    public static IEnumerable<TableRow> Read(Stream file, Encoding encoding, char delimiter)
    {
        using var reader = new LineGuard(ReaderOf(file, encoding));
        using var parser = new CsvParser(
            reader,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = delimiter.ToString(),
                IgnoreBlankLines = false,
                MaxFieldSize = TableLimits.CellCharacters,
                BadDataFound = null,
                HasHeaderRecord = false,
            }
        );
        while (true)
        {
            var line = parser.RawRow + 1;
            if (!Next(parser, line))
            {
                yield break;
            }

            var row = new TableRow(line, parser.Record!);
            if (!row.IsBlank)
            {
                yield return IsUnclosed(parser) ? throw NotClosed(line) : row;
            }
        }
    }

    /// <summary>What sets the cells of the header apart: the one found most often outside quotation marks; a comma if none is.</summary>
    public static char DelimiterOf(Stream file, Encoding encoding)
    {
        using var reader = ReaderOf(file, encoding);
        var start = new char[16 * 1024];
        var header = start.AsSpan(0, reader.ReadBlock(start)).TrimStart("\r\n\uFEFF");
        Span<int> found = stackalloc int[Delimiters.Length];
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

        file.Position = 0;
        return Delimiters[Math.Max(0, found.IndexOf(Most(found)))];
    }

    private static int Most(ReadOnlySpan<int> counts)
    {
        var most = 0;
        foreach (var count in counts)
        {
            most = Math.Max(most, count);
        }

        return most;
    }

    private static StreamReader ReaderOf(Stream file, Encoding encoding) =>
        new(file, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);

    private static bool Next(CsvParser parser, int line)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw NotClosed(line);
        }
        catch (DecoderFallbackException)
        {
            throw new TableRefusedException("NoText");
        }
    }

    private static TableRefusedException NotClosed(int line) =>
        new("QuoteNotClosed", line.ToString(CultureInfo.InvariantCulture));

    // A mark that opens a cell and is never closed takes in all lines below it.
    private static bool IsUnclosed(CsvParser parser) =>
        parser.RawRecord.AsSpan().Count('"') % 2 == 1
        && parser.Record![^1].AsSpan().IndexOfAny('\n', '\r') >= 0;
}
