using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>Writes the sheet with the rows: its header stays in sight, and each column can be filtered.</summary>
internal static class XlsxSheet
{
    /// <summary>The namespace of all that is in a sheet.</summary>
    public const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Writes rows until there are no more, or no more fit.</summary>
    /// <param name="part">Where to.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, standing at the first one.</param>
    /// <param name="hasRow">Whether there is a first one.</param>
    /// <param name="mostRows">How many rows fit, the header's among them.</param>
    /// <param name="sent">What sends the written on, as soon as it is worth it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there are more rows; then they stand at the next.</returns>
    public static async Task<bool> WriteAsync(
        Stream part,
        IReadOnlyList<ReportColumn> columns,
        IAsyncEnumerator<IReadOnlyList<ReportCell>> rows,
        bool hasRow,
        int mostRows,
        SentStream sent,
        CancellationToken cancellationToken
    )
    {
        var names = columns.Select((_, index) => ColumnName(index)).ToArray();
        using var writer = XmlWriter.Create(
            part,
            new()
            {
                CloseOutput = false,
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                NewLineHandling = NewLineHandling.None,
            }
        );
        var cells = new XlsxCells(writer, names);
        WriteTop(writer, columns);
        writer.WriteStartElement("sheetData", Namespace);
        cells.WriteRow(
            1,
            [.. columns.Select(column => ReportCell.Of(column.Heading))],
            XlsxStyles.Heading
        );
        var count = 1;
        while (hasRow && count < mostRows)
        {
            cells.WriteRow(++count, rows.Current);
            if (sent.IsWorthSending)
            {
                await sent.SendAsync(cancellationToken);
            }

            hasRow = await rows.MoveNextAsync();
        }

        writer.WriteEndElement();
        new AutoFilter
        {
            Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{names[^1]}{count}"),
        }.WriteTo(writer);
        writer.WriteEndElement();
        return hasRow;
    }

    /// <summary>The letters of a column, by its number from 0.</summary>
    public static string ColumnName(int index) =>
        index < 26
            ? ((char)('A' + index)).ToString()
            : ColumnName((index / 26) - 1) + ColumnName(index % 26);

    private static void WriteTop(XmlWriter writer, IReadOnlyList<ReportColumn> columns)
    {
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement("worksheet", Namespace);
        new SheetViews(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            }
        ).WriteTo(writer);
        new Columns(
            columns.Select(
                (column, index) =>
                    new Column
                    {
                        Min = (uint)index + 1,
                        Max = (uint)index + 1,
                        Width = column.Width ?? WidthOf(column),
                        CustomWidth = true,
                    }
            )
        ).WriteTo(writer);
    }

    // In digits; a heading breaks into lines.
    private static double WidthOf(ReportColumn column) =>
        column.Kind switch
        {
            ReportColumnKind.Text => 28,
            ReportColumnKind.Instant => 22,
            _ => 13,
        };
}
