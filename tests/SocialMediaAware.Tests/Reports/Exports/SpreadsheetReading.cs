using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialMediaAware.Tests.Reports.Exports;

/// <summary>Reads spreadsheets as a program would that knows nothing of the portal.</summary>
internal static partial class SpreadsheetReading
{
    public static IEnumerable<string> SheetNames(this SpreadsheetDocument book) =>
        book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!);

    public static Worksheet Sheet(this SpreadsheetDocument book, int index)
    {
        var sheet = book.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(index);
        return ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet;
    }

    /// <summary>Each row's cells by the letters of their columns.</summary>
    public static IReadOnlyList<Dictionary<string, Cell>> Rows(
        this SpreadsheetDocument book,
        int sheet
    ) =>
        [
            .. book.Sheet(sheet)
                .Descendants<Row>()
                .Select(row =>
                    row.Elements<Cell>()
                        .Select((cell, index) => (cell, index))
                        .ToDictionary(
                            one =>
                                one.cell.CellReference is { } name
                                    ? name.Value!.TrimEnd([.. "0123456789"])
                                    : ((char)('A' + one.index)).ToString(),
                            one => one.cell
                        )
                ),
        ];

    /// <summary>The words of a cell, with coded characters read.</summary>
    public static string Words(this Cell cell) =>
        Coded()
            .Replace(
                cell.InlineString!.Text!.Text,
                code => ((char)Convert.ToInt32(code.Groups["code"].Value, 16)).ToString()
            );

    public static double Number(this Cell cell) =>
        cell.DataType is null
            ? double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("The cell holds words.");

    /// <summary>The format's code, or the number of one of the standard's own.</summary>
    public static string FormatOf(this SpreadsheetDocument book, Cell cell)
    {
        var number = book.LookOf(cell).NumberFormatId!.Value;
        return book.Styles()
                .Descendants<NumberingFormat>()
                .FirstOrDefault(format => format.NumberFormatId!.Value == number)
                ?.FormatCode!.Value
            ?? number.ToString(CultureInfo.InvariantCulture);
    }

    public static bool LooksQuoted(this SpreadsheetDocument book, Cell cell) =>
        book.LookOf(cell).QuotePrefix?.Value ?? false;

    public static bool IsBold(this SpreadsheetDocument book, Cell cell) =>
        book.Styles().Fonts!.Elements<Font>().ElementAt((int)book.LookOf(cell).FontId!.Value).Bold
            is not null;

    private static Stylesheet Styles(this SpreadsheetDocument book) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet;

    private static CellFormat LookOf(this SpreadsheetDocument book, Cell cell) =>
        book.Styles()
            .CellFormats!.Elements<CellFormat>()
            .ElementAt((int)(cell.StyleIndex?.Value ?? 0));

    [GeneratedRegex(
        "_x(?<code>[0-9A-Fa-f]{4})_",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Coded();
}
