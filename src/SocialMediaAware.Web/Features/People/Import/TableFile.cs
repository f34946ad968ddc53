using System.Text;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>
/// A table in a file: a header, and rows that are read one at a time. CSV in UTF-8, UTF-16 or Windows-1252, with commas, semicolons
/// or tabs; and workbooks of Excel (.xlsx).
/// </summary>
public sealed class TableFile : IDisposable
{
    private readonly IEnumerator<TableRow> rows;
    private readonly WorkbookTable? source;

    private TableFile(IEnumerable<TableRow> all, WorkbookTable? workbook)
    {
        rows = all.GetEnumerator();
        source = workbook;
        Header = rows.MoveNext() ? rows.Current : throw new TableRefusedException("Empty");
        if (Header.Cells.Length > TableLimits.Columns)
        {
            throw new TableRefusedException("NoText");
        }
    }

    /// <summary>The first row with something in it.</summary>
    public TableRow Header { get; }

    /// <summary>Whether it is a workbook, whose rows end where nothing follows.</summary>
    public bool IsWorkbook => source is not null;

    /// <summary>How the letters of a text file are written; null for a workbook.</summary>
    public Encoding? Encoding { get; private init; }

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file, which can be read more than once.</param>
    /// <param name="isHeader">Whether a row is the header that is looked for: it says which sheet of a workbook is meant.</param>
    /// <exception cref="TableRefusedException">It is no table, or too large.</exception>
    public static TableFile Open(Stream file, Func<IReadOnlyList<string>, bool> isHeader)
    {
        if (file.Length > TableLimits.FileBytes)
        {
            throw new TableRefusedException("TooLarge");
        }

        file.Position = 0;
        var start = new byte[FileSignature.Length];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        FileSignature.RefuseWhatIsNoTable(start.AsSpan(0, length));
        if (FileSignature.IsPacked(start))
        {
            return OpenWorkbook(file, isHeader);
        }

        var encoding = TextDecoding.Detect(file);
        var delimiter = DelimitedRows.DelimiterOf(file, encoding);
        return new TableFile(DelimitedRows.Read(file, encoding, delimiter), workbook: null)
        {
            Encoding = encoding,
        };
    }

    /// <summary>The rows below the header, once.</summary>
    /// <exception cref="TableRefusedException">It is damaged further down, or has too many rows.</exception>
    public IEnumerable<TableRow> Rows()
    {
        for (var count = 1; rows.MoveNext(); count++)
        {
            yield return count > TableLimits.Lines
                ? throw new TableRefusedException("TooManyLines")
                : rows.Current;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        rows.Dispose();
        source?.Dispose();
    }

    // The first sheet with the header that is looked for; otherwise the first with anything, so that its header can be told.
    private static TableFile OpenWorkbook(Stream file, Func<IReadOnlyList<string>, bool> isHeader)
    {
        WorkbookPackage.Check(file);
        var workbook = WorkbookTable.Open(file);
        try
        {
            int? first = null;
            for (var sheet = 0; sheet < workbook.Sheets.Count; sheet++)
            {
                foreach (var header in workbook.Rows(sheet).Take(1))
                {
                    first ??= sheet;
                    if (isHeader(header.Cells))
                    {
                        return new TableFile(workbook.Rows(sheet), workbook);
                    }
                }
            }

            return new TableFile(
                first is { } found
                    ? workbook.Rows(found)
                    : throw new TableRefusedException("Empty"),
                workbook
            );
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }
}
