using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>
/// A workbook of Excel, read cell by cell without holding it in the memory. What it refers to outside of itself is never fetched, and
/// formulas are not worked out: the values that were saved with it count.
/// </summary>
internal sealed class WorkbookTable : IDisposable
{
    private readonly SpreadsheetDocument document;
    private readonly List<string> texts;
    private readonly CellFormats formats;

    private WorkbookTable(SpreadsheetDocument document)
    {
        this.document = document;
        texts = SharedTexts.Read(Book.SharedStringTablePart);
        formats = CellFormats.Read(Book);
    }

    /// <summary>The names of the sheets that can be seen, in their order.</summary>
    public IReadOnlyList<string> Sheets =>
        [.. VisibleSheets.Select(sheet => sheet.Name?.Value ?? "")];

    private WorkbookPart Book => document.WorkbookPart!;

    private IEnumerable<Sheet> VisibleSheets =>
        Book.Workbook.Sheets?.Elements<Sheet>()
            .Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
            .Where(sheet => sheet.Id?.Value is { } id && FindSheet(id) is not null)
        ?? [];

    /// <summary>Opens a workbook that <see cref="WorkbookPackage" /> looked through.</summary>
    /// <exception cref="TableRefusedException">It is damaged.</exception>
    public static WorkbookTable Open(Stream file) =>
        Refusing(() =>
        {
            var opened = SpreadsheetDocument.Open(file, isEditable: false);
            return opened.WorkbookPart?.Workbook is null
                ? throw new TableRefusedException("WorkbookDamaged")
                : new WorkbookTable(opened);
        });

    /// <summary>Reads the rows of a sheet, one at a time. Rows without anything in them are left out.</summary>
    /// <param name="sheet">Which of <see cref="Sheets" />.</param>
    public IEnumerable<TableRow> Rows(int sheet)
    {
        var part = FindSheet(VisibleSheets.ElementAt(sheet).Id?.Value ?? "")!;
        using var reader = Refusing(() => OpenXmlReader.Create(part));
        var cells = new List<string>();
        var line = 0;
        while (Refusing(() => reader.Read()))
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                line = NumberOf(reader) ?? line + 1;
                cells.Clear();
                Refusing(() => ReadCells(reader, cells));
                var row = new TableRow(line, [.. cells]);
                if (!row.IsBlank)
                {
                    yield return row;
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => document.Dispose();

    private WorksheetPart? FindSheet(string id) =>
        Book.Parts.FirstOrDefault(part => part.RelationshipId == id)?.OpenXmlPart as WorksheetPart;

    private bool ReadCells(OpenXmlReader reader, List<string> cells)
    {
        if (!reader.ReadFirstChild())
        {
            return false;
        }

        do
        {
            if (reader.ElementType == typeof(Cell) && reader.LoadCurrentElement() is Cell cell)
            {
                var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
                if (column < TableLimits.Columns)
                {
                    while (cells.Count < column)
                    {
                        cells.Add("");
                    }

                    cells.Add(formats.TextOf(cell, texts));
                }
            }
        } while (reader.ReadNextSibling());
        return true;
    }

    private static int? NumberOf(OpenXmlReader reader)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (
                attribute.LocalName == "r"
                && int.TryParse(attribute.Value, CultureInfo.InvariantCulture, out var line)
            )
            {
                return line;
            }
        }

        return null;
    }

    // C5 is the third column.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetter(letter) || column > TableLimits.Columns * 100)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1;
        }

        return column == 0 ? null : column - 1;
    }

    internal static T Refusing<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error)
            when (error
                    is XmlException
                        or OpenXmlPackageException
                        or FileFormatException
                        or InvalidDataException
                        or IOException
                        or FormatException
                        or InvalidOperationException
                        or ArgumentException
                        or KeyNotFoundException
            )
        {
            throw new TableRefusedException("WorkbookDamaged", error);
        }
    }
}
