using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SocialMediaAware.Web.Features.Reports.Exports;

namespace SocialMediaAware.Tests.Reports.Exports;

/// <summary>Files of tables: their bytes, their types, and that neither format ever holds its rows.</summary>
public sealed class ReportFileTests
{
    private const string Stamp = "2026-11-16,2026-11-16T10:59:59Z,";

    [Fact]
    public async Task Csv_WithAllThatCanGoWrong_HasTheseBytes()
    {
        string[] lines =
        [
            "As at,Known at (UTC),Words,Count,Rate,Day,Instant",
            $"{Stamp}Aroha Tāmihana-Ōtāhuhu,-1407,0.9999,2026-11-16,2026-11-16T10:59:59Z",
            $"{Stamp}'=1+1,1000,0.0526,2026-11-17,2026-11-17T10:59:58Z",
            $"{Stamp}'+64 21 000,2000,0.1052,2026-11-18,2026-11-18T10:59:57Z",
            $"{Stamp}'-2,3000,0.1578,2026-11-19,2026-11-19T10:59:56Z",
            $"{Stamp}'@SUM(A1),4000,0.2105,2026-11-20,2026-11-20T10:59:55Z",
            $"{Stamp}'\tTab,5000,0.2631,2026-11-21,2026-11-21T10:59:54Z",
            $"{Stamp}\"'\rReturn\",6000,0.3157,2026-11-22,2026-11-22T10:59:53Z",
            $"{Stamp}'＝1,7000,0.3684,2026-11-23,2026-11-23T10:59:52Z",
            $"{Stamp}\"Ngā \"\"iwi\"\", ā-motu; Wāhine\",8000,0.4210,2026-11-24,2026-11-24T10:59:51Z",
            $"{Stamp}\"two\r\nlines\",9000,0.4736,2026-11-25,2026-11-25T10:59:50Z",
        ];

        var bytes = await MadeUpTable.WithAllKinds().BytesAsync(ReportFormat.Csv);

        byte[] expected =
        [
            .. Encoding.UTF8.GetPreamble(),
            .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"),
        ];
        Assert.Equal(
            Encoding.UTF8.GetString(expected),
            Encoding.UTF8.GetString(bytes[..expected.Length])
        );
        Assert.Equal(expected, bytes[..expected.Length]);
        Assert.EndsWith(
            $"{Stamp},fewer than 5,,,\r\n",
            Encoding.UTF8.GetString(bytes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Xlsx_WithAllThatCanGoWrong_IsValidAndHoldsValuesAsWhatTheyAre()
    {
        using var file = new MemoryStream(
            await MadeUpTable.WithAllKinds().BytesAsync(ReportFormat.Xlsx)
        );
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(
            new OpenXmlValidator()
                .Validate(book)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
        );
        Assert.Equal(
            [
                "Everybody: a  title  that is lo"[..31].Replace(":", " ", StringComparison.Ordinal),
                "About",
            ],
            book.SheetNames().Select(name => name)
        );
        var rows = book.Rows(0);
        Assert.Equal(MadeUpTable.Words.Length + 2, rows.Count);
        for (var number = 0; number < MadeUpTable.Words.Length; number++)
        {
            var row = rows[number + 1];
            Assert.Equal(MadeUpTable.Words[number], row["C"].Words());
            Assert.Equal(CellValues.InlineString, row["C"].DataType!.Value);
            Assert.Equal(
                ["yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\Thh:mm:ss\\Z", "3", "10", "yyyy\\-mm\\-dd"],
                new[] { "A", "B", "D", "E", "F" }.Select(column => book.FormatOf(row[column]))
            );
            Assert.Equal(
                MadeUpTable.AsAt.AddDays(number),
                DateOnly.FromDateTime(DateTime.FromOADate(row["F"].Number()))
            );
            Assert.Equal(
                MadeUpTable.KnownAt.AddSeconds(number * 86_399).ToString("s"),
                DateTime.FromOADate(row["G"].Number()).ToString("s")
            );
        }

        Assert.Equal((-1407.0, 0.9999), (rows[1]["D"].Number(), rows[1]["E"].Number()));
        Assert.Equal(["A", "B", "D"], rows[^1].Keys.Order(StringComparer.Ordinal));
        Assert.Equal("fewer than 5", rows[^1]["D"].Words());
        Assert.True(book.LooksQuoted(rows[2]["C"]), "A formula’s look-alike can become one.");
        Assert.False(book.LooksQuoted(rows[1]["C"]));
        Assert.Empty(
            book.WorkbookPart!.WorksheetParts.SelectMany(part =>
                part.Worksheet.Descendants<CellFormula>()
            )
        );
    }

    [Fact]
    public async Task Xlsx_WhenOpened_ShowsItsHeaderAndSaysWhatItIs()
    {
        using var file = new MemoryStream(
            await MadeUpTable.WithAllKinds().BytesAsync(ReportFormat.Xlsx)
        );
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        var sheet = book.Sheet(0);
        Assert.Equal(
            ("A2", PaneStateValues.Frozen),
            (
                sheet.Descendants<Pane>().Single().TopLeftCell!.Value,
                sheet.Descendants<Pane>().Single().State!.Value
            )
        );
        Assert.Equal(
            $"A1:G{MadeUpTable.Words.Length + 2}",
            sheet.Descendants<AutoFilter>().Single().Reference!.Value
        );
        Assert.Equal(
            [13.0, 22, 28, 13, 13, 13, 22],
            sheet.Descendants<Column>().Select(column => column.Width!.Value)
        );
        Assert.True(book.IsBold(book.Rows(0)[0]["C"]), "The header does not stand out.");
        var about = book.Rows(1).ToDictionary(row => row["A"].Words(), row => row["B"].Words());
        Assert.Equal(
            [
                "What this is",
                "Agency",
                "Programme",
                "Round",
                "Unit",
                "Status",
                "As at",
                "Known at",
                "What the rate is of",
                "On hold",
                "Made by",
                "Made at",
            ],
            about.Keys
        );
        Assert.Equal("Monday 16 November 2026, a day in New Zealand", about["As at"]);
        Assert.StartsWith(
            "Monday 16 November 2026, 11:59 pm in New Zealand (2026-11-16T10:59:59Z).",
            about["Known at"],
            StringComparison.Ordinal
        );
        Assert.Equal("Of all who are due.", about["What the rate is of"]);
        Assert.Equal("Ngaire Whitcombe", about["Made by"]);
    }

    [Fact]
    public async Task Xlsx_WithWhatXmlCannotHold_HoldsAReplacement()
    {
        var file = await MadeUpTable
            .Of(ManyAsync("a\u0001b", "half \uD83C of a pair", "\uFFFF", new string('x', 40_000)))
            .BytesAsync(ReportFormat.Xlsx);

        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book));
        var words = book.Rows(0).Skip(1).Select(row => row["C"].Words()).ToList();
        Assert.Equal(["a\uFFFDb", "half \uFFFD of a pair", "\uFFFD"], words[..3]);
        Assert.Equal((32_767, '…'), (words[3].Length, words[3][^1]));
    }

    [Fact]
    public async Task Xlsx_WithMoreRowsThanASheetHas_GoesOnInTheNext()
    {
        using var file = new MemoryStream();
        await XlsxBook.WriteAsync(
            file,
            new("People", "About", [new("Words")], [new("What", "this is")]),
            Rows(),
            default,
            rowsOnASheet: 4
        );

        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book));
        Assert.Equal(["People", "People (2)", "About"], book.SheetNames());
        Assert.Equal(["Words", "1", "2", "3"], book.Rows(0).Select(row => row["A"].Words()));
        Assert.Equal(["Words", "4", "5"], book.Rows(1).Select(row => row["A"].Words()));

        static async IAsyncEnumerable<IReadOnlyList<ReportCell>> Rows()
        {
            for (var number = 1; number <= 5; number++)
            {
                await Task.CompletedTask;
                yield return [ReportCell.Of($"{number}")];
            }
        }
    }

    [Theory]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Xlsx)]
    public async Task File_WithoutRows_HasItsHeader(ReportFormat format)
    {
        var file = await MadeUpTable.Of(ManyAsync()).BytesAsync(format);

        if (format == ReportFormat.Csv)
        {
            Assert.Empty(CsvFiles.Parse(file));
            return;
        }

        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book));
        Assert.Equal("Words", Assert.Single(book.Rows(0))["C"].Words());
    }

    [Theory]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Xlsx)]
    public async Task File_WhileItsRowsComeIn_IsSentAlready(ReportFormat format)
    {
        using var target = new MemoryStream();
        var atTheEnd = 0L;

        await MadeUpTable.Files.WriteAsync(MadeUpTable.Of(Rows()), format, target, default);

        // When the last row was asked for, nearly all of those before it had gone out.
        Assert.InRange(target.Length - atTheEnd, 0, target.Length / 10);

        async IAsyncEnumerable<IReadOnlyList<ReportCell>> Rows()
        {
            var random = new Random(7);
            for (var row = 0; row < 70_000; row++)
            {
                await Task.CompletedTask;
                yield return
                [
                    ReportCell.Of($"{random.NextInt64():x16}"),
                    ReportCell.Of(row),
                    ReportCell.Empty,
                    ReportCell.Empty,
                    ReportCell.Empty,
                ];
            }

            atTheEnd = target.Length;
        }
    }

    [Theory]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Xlsx)]
    public async Task File_WhenAReaderHangsUp_AsksForNoMoreRows(ReportFormat format)
    {
        using var hangsUp = new CancellationTokenSource();
        var asked = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            MadeUpTable.Files.WriteAsync(
                MadeUpTable.Of(RowsAsync(default)),
                format,
                Stream.Null,
                hangsUp.Token
            )
        );

        Assert.Equal(3, asked);

        async IAsyncEnumerable<IReadOnlyList<ReportCell>> RowsAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
        )
        {
            await foreach (var row in ManyAsync([.. MadeUpTable.Words]))
            {
                stop.ThrowIfCancellationRequested();
                if (++asked == 3)
                {
                    await hangsUp.CancelAsync();
                }

                yield return row;
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<ReportCell>> ManyAsync(
        params string[] words
    )
    {
        foreach (var word in words)
        {
            await Task.CompletedTask;
            yield return
            [
                ReportCell.Of(word),
                ReportCell.Empty,
                ReportCell.Empty,
                ReportCell.Empty,
                ReportCell.Empty,
            ];
        }
    }
}
