using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>How cells look.</summary>
internal static class XlsxStyles
{
    /// <summary>Words.</summary>
    public const int Words = 0;

    /// <summary>A heading: bold on grey.</summary>
    public const int Heading = 1;

    /// <summary>A count, thousands apart.</summary>
    public const int WholeNumber = 2;

    /// <summary>A percentage with two decimals.</summary>
    public const int Rate = 3;

    /// <summary>A day.</summary>
    public const int Date = 4;

    /// <summary>An instant.</summary>
    public const int Instant = 5;

    /// <summary>Words that stay words also when somebody edits the cell.</summary>
    public const int WordsLikeAFormula = 6;

    /// <summary>The name of a line about the table: bold, at the top.</summary>
    public const int Label = 7;

    /// <summary>A line about the table: it goes on below when it is long.</summary>
    public const int Line = 8;

    // The standard's own numbers of these formats; one's own begin at 164.
    private const uint ThousandsApart = 3;
    private const uint PercentageWithTwoDecimals = 10;
    private const uint OwnDate = 164;
    private const uint OwnInstant = 165;

    /// <summary>All of them.</summary>
    public static Stylesheet All() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = OwnDate, FormatCode = @"yyyy\-mm\-dd" },
                new NumberingFormat
                {
                    NumberFormatId = OwnInstant,
                    FormatCode = @"yyyy\-mm\-dd\Thh:mm:ss\Z",
                }
            ),
            new Fonts(
                new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
                new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })
            ),
            new Fills(
                Fill(PatternValues.None),
                Fill(PatternValues.Gray125),
                new Fill(
                    new PatternFill(new ForegroundColor { Rgb = "FFE8EDF2" })
                    {
                        PatternType = PatternValues.Solid,
                    }
                )
            ),
            new Borders(
                new Border(
                    new LeftBorder(),
                    new RightBorder(),
                    new TopBorder(),
                    new BottomBorder(),
                    new DiagonalBorder()
                )
            ),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                Format(0),
                Format(0, bold: true, fill: 2, alignment: Wrapped()),
                Format(ThousandsApart),
                Format(PercentageWithTwoDecimals),
                Format(OwnDate),
                Format(OwnInstant),
                new CellFormat { QuotePrefix = true },
                Format(0, bold: true, alignment: Wrapped()),
                Format(0, alignment: Wrapped())
            )
        );

    private static Fill Fill(PatternValues pattern) =>
        new(new PatternFill { PatternType = pattern });

    private static Alignment Wrapped() =>
        new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };

    private static CellFormat Format(
        uint number,
        bool bold = false,
        uint fill = 0,
        Alignment? alignment = null
    ) =>
        new()
        {
            NumberFormatId = number,
            ApplyNumberFormat = number != 0,
            FontId = bold ? 1U : 0U,
            ApplyFont = bold,
            FillId = fill,
            ApplyFill = fill != 0,
            Alignment = alignment,
            ApplyAlignment = alignment is not null,
        };
}
