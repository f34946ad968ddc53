using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>The sheet that says what the rows are.</summary>
internal static class XlsxAbout
{
    /// <summary>Makes it: a name and its words in each line.</summary>
    public static Worksheet Of(IReadOnlyList<ReportNote> lines) =>
        new(
            new Columns(
                new Column
                {
                    Min = 1,
                    Max = 1,
                    Width = 28,
                    CustomWidth = true,
                },
                new Column
                {
                    Min = 2,
                    Max = 2,
                    Width = 100,
                    CustomWidth = true,
                }
            ),
            new SheetData(
                lines.Select(line => new Row(
                    CellOf(line.Name, XlsxStyles.Label),
                    CellOf(line.Words, XlsxStyles.Line)
                ))
            )
        );

    private static Cell CellOf(string words, uint style) =>
        new(
            new InlineString(
                new Text(XlsxText.Of(words))
                {
                    Space = new(DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve),
                }
            )
        )
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };
}
