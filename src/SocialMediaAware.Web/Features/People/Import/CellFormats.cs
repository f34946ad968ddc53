using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialMediaAware.Web.Features.People.Import;

/// <summary>Turns the value of a cell into the text that people saw: Excel holds a date as a number, and how to show it apart.</summary>
internal sealed partial class CellFormats
{
    private const int DaysBetweenDateSystems = 1462;
    private readonly List<string> codeByStyle;
    private readonly bool beginsIn1904;

    private CellFormats(List<string> codeByStyle, bool beginsIn1904) =>
        (this.codeByStyle, this.beginsIn1904) = (codeByStyle, beginsIn1904);

    /// <summary>Reads how a workbook shows its cells.</summary>
    public static CellFormats Read(WorkbookPart book)
    {
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var codes = new Dictionary<uint, string>();
        foreach (var format in sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id)
            {
                codes[id] = format.FormatCode?.Value ?? "";
            }
        }

        return new CellFormats(
            [
                .. (sheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(format =>
                    CodeOf(format.NumberFormatId?.Value ?? 0, codes)
                ),
            ],
            book.Workbook.WorkbookProperties?.Date1904?.Value ?? false
        );
    }

    /// <summary>The text of a cell; dates as year-month-day.</summary>
    public string TextOf(Cell cell, List<string> sharedTexts)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString)
        {
            return
                int.TryParse(value, CultureInfo.InvariantCulture, out var number)
                && number >= 0
                && number < sharedTexts.Count
                ? sharedTexts[number]
                : "";
        }

        if (type == CellValues.InlineString)
        {
            return cell.InlineString is { } text ? SharedTexts.TextOf(text) : "";
        }

        if (type == CellValues.Boolean)
        {
            return value == "1" ? "yes" : "no";
        }

        return type == CellValues.Number ? NumberText(value, cell.StyleIndex?.Value ?? 0) : value;
    }

    private string NumberText(string value, uint style)
    {
        if (
            !double.TryParse(
                value,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return value;
        }

        var code = style < codeByStyle.Count ? codeByStyle[(int)style] : "";
        if (IsDate(code) && number is > 0 and < 2_900_000)
        {
            var days = number + (beginsIn1904 ? DaysBetweenDateSystems : 0);
            return DateTime.FromOADate(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        // Numbers of employees are shown with leading zeros by a format such as 000000.
        return OnlyZeros().IsMatch(code) && number >= 0 && number < 1e15 && number % 1 == 0
            ? number.ToString(code, CultureInfo.InvariantCulture)
            : number.ToString("0.###############", CultureInfo.InvariantCulture);
    }

    // ECMA-376 part 1, 18.8.30: the numbers that are dates without a code of their own, in every language.
    private static string CodeOf(uint id, Dictionary<uint, string> codes) =>
        codes.GetValueOrDefault(id)
        ?? (id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58) ? "d/m/yyyy" : "");

    private static bool IsDate(string code) => DayOrYear().IsMatch(NoLetters().Replace(code, ""));

    [GeneratedRegex("[dy]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DayOrYear();

    // Words in quotation marks, a letter after a backslash or underscore, colours and languages in brackets.
    [GeneratedRegex("""(?:"[^"]*"|\\.|_.|\*.|\[[^\]]*\])""", RegexOptions.None, 1000)]
    private static partial Regex NoLetters();

    [GeneratedRegex("^0+$", RegexOptions.None, 1000)]
    private static partial Regex OnlyZeros();
}
