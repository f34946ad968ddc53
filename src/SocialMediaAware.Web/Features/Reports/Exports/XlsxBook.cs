using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SocialMediaAware.Web.Features.Reports.Exports;

/// <summary>What a spreadsheet has besides its rows.</summary>
/// <param name="Title">The name of the sheet with the rows.</param>
/// <param name="AboutTitle">The name of the sheet that says what they are.</param>
/// <param name="Columns">The columns.</param>
/// <param name="About">What the second sheet says, line by line.</param>
public sealed record XlsxContent(
    string Title,
    string AboutTitle,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<ReportNote> About
);

/// <summary>
/// Writes a spreadsheet (Office Open XML) from its first byte to its last, so that neither the rows nor the archive around them are
/// ever held. The SDK's own documents hold every part until they are closed, and its writer is too slow for many rows.
/// </summary>
public static class XlsxBook
{
    /// <summary>How many rows a sheet can have, the header's among them. More go on in another sheet.</summary>
    public const int RowsOnASheet = 1_048_576;

    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private const string Relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Writes it.</summary>
    /// <param name="target">Where to; it stays open, and need not be one that can be moved about in.</param>
    /// <param name="content">What it has besides its rows.</param>
    /// <param name="rows">The rows, as wide as the columns.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="rowsOnASheet">How many rows a sheet has at most.</param>
    public static async Task WriteAsync(
        Stream target,
        XlsxContent content,
        IAsyncEnumerable<IReadOnlyList<ReportCell>> rows,
        CancellationToken cancellationToken,
        int rowsOnASheet = RowsOnASheet
    )
    {
        await using var sent = new SentStream(target);
        using (var package = Package.Open(sent, FileMode.Create, FileAccess.Write))
        {
            var names = new List<string>();
            await using var from = rows.GetAsyncEnumerator(cancellationToken);
            var hasMore = await from.MoveNextAsync();
            do
            {
                names.Add(XlsxText.SheetName(content.Title, names.Count + 1, content.AboutTitle));
                await using var part = StreamOf(Part(package, SheetUri(names.Count), "worksheet"));
                hasMore = await XlsxSheet.WriteAsync(
                    part,
                    content.Columns,
                    from,
                    hasMore,
                    rowsOnASheet,
                    sent,
                    cancellationToken
                );
            } while (hasMore);

            names.Add(content.AboutTitle);
            Write(package, SheetUri(names.Count), "worksheet", XlsxAbout.Of(content.About));
            Write(package, new("/xl/styles.xml", UriKind.Relative), "styles", XlsxStyles.All());
            WriteWorkbook(package, names);
        }

        await sent.SendAsync(cancellationToken);
    }

    private static void WriteWorkbook(Package package, List<string> names)
    {
        var uri = new Uri("/xl/workbook.xml", UriKind.Relative);
        var sheets = new Sheets();
        for (uint number = 1; number <= names.Count; number++)
        {
            sheets.AppendChild(
                new Sheet
                {
                    Name = names[(int)number - 1],
                    SheetId = number,
                    Id = $"sheet{number}",
                }
            );
        }

        var workbook = Write(package, uri, "sheet.main", new Workbook(sheets));
        package.CreateRelationship(uri, TargetMode.Internal, $"{Relations}/officeDocument");
        for (var number = 1; number <= names.Count; number++)
        {
            workbook.CreateRelationship(
                SheetUri(number),
                TargetMode.Internal,
                $"{Relations}/worksheet",
                $"sheet{number}"
            );
        }

        workbook.CreateRelationship(
            new Uri("/xl/styles.xml", UriKind.Relative),
            TargetMode.Internal,
            $"{Relations}/styles"
        );
    }

    private static Uri SheetUri(int number) =>
        new($"/xl/worksheets/sheet{number}.xml", UriKind.Relative);

    private static PackagePart Part(Package package, Uri uri, string type) =>
        package.CreatePart(uri, $"{Types}{type}+xml", CompressionOption.Fast);

    private static Stream StreamOf(PackagePart part) =>
        part.GetStream(FileMode.Create, FileAccess.Write);

    private static PackagePart Write(Package package, Uri uri, string type, OpenXmlElement root)
    {
        var part = Part(package, uri, type);
        using var stream = StreamOf(part);
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(standalone: true);
        writer.WriteElement(root);
        return part;
    }
}
