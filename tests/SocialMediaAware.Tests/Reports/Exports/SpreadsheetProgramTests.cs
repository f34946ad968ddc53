using System.Diagnostics;
using System.Globalization;
using System.Text;
using SocialMediaAware.Web.Features.Reports.Exports;
using Xunit.Abstractions;

namespace SocialMediaAware.Tests.Reports.Exports;

/// <summary>
/// Our files opened by LibreOffice, which knows nothing of us, cell for cell. Where it cannot be had, the test says so: what the SDK
/// reads is tested beside it.
/// </summary>
public sealed class SpreadsheetProgramTests(ITestOutputHelper output)
{
    [Fact]
    public async Task File_OpenedByASpreadsheetProgram_HasTheSameCellsInBothFormats()
    {
        if (Find() is not { } program)
        {
            output.WriteLine("There is no LibreOffice here: the files were not opened by it.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("sma-sheets-").FullName;
        try
        {
            var csv = Path.Combine(folder, "as-csv.csv");
            var xlsx = Path.Combine(folder, "as-xlsx.xlsx");
            var table = MadeUpTable.WithAllKinds();
            await File.WriteAllBytesAsync(csv, await table.BytesAsync(ReportFormat.Csv));
            await File.WriteAllBytesAsync(xlsx, await table.BytesAsync(ReportFormat.Xlsx));

            await ConvertAsync(program, folder, xlsx, csv);

            var fromXlsx = Read(folder, "as-xlsx");
            var fromCsv = Read(folder, "as-csv");
            Assert.Equal(MadeUpTable.Words.Length + 1, fromXlsx.Count);
            Assert.Equal(fromXlsx.Count, fromCsv.Count);
            foreach (var (number, (one, other)) in fromXlsx.Zip(fromCsv).Index())
            {
                Assert.Equal(Expected(number), Plain(one, isXlsx: true));
                Assert.Equal(Expected(number), Plain(other, isXlsx: false));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Find()
    {
        string?[] candidates =
        [
            Environment.GetEnvironmentVariable("SMA_SOFFICE"),
            "/usr/bin/soffice",
            "/usr/local/bin/soffice",
        ];
        return candidates.FirstOrDefault(File.Exists);
    }

    // Both at once: the program takes longer to start than to work. All columns of the CSV come in as words, so that nothing is guessed.
    private static async Task ConvertAsync(string program, string folder, params string[] files)
    {
        var words = string.Join('/', Enumerable.Range(1, 7).Select(column => $"{column}/2"));
        using var process = Process.Start(
            new ProcessStartInfo(
                program,
                [
                    $"-env:UserInstallation=file://{folder}/profile",
                    "--headless",
                    "--norestore",
                    $"--infilter=CSV:44,34,76,1,{words}",
                    "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                    "--outdir",
                    Path.Combine(folder, "out"),
                    .. files,
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{await said}\n{await errors}");
    }

    // One file for each sheet; the rows are on the first.
    private static IReadOnlyList<string[]> Read(string folder, string name)
    {
        var file = Directory
            .EnumerateFiles(Path.Combine(folder, "out"), $"{name}-*.csv")
            .Single(path => !path.EndsWith("-About.csv", StringComparison.Ordinal));
        return CsvFiles.Parse([.. Encoding.UTF8.GetPreamble(), .. File.ReadAllBytes(file)]);
    }

    private static string[] Expected(int number) =>
        number == MadeUpTable.Words.Length
            ? ["2026-11-16", "2026-11-16T10:59:59Z", "", "fewer than 5", "", "", ""]
            :
            [
                "2026-11-16",
                "2026-11-16T10:59:59Z",
                MadeUpTable.Words[number].ReplaceLineEndings("\n"),
                number == 0 ? "-1407" : $"{number * 1000}",
                number == 0
                    ? "0.9999"
                    : (Math.Floor(number * 10_000m / MadeUpTable.Words.Length) / 10_000).ToString(
                        "0.0000",
                        CultureInfo.InvariantCulture
                    ),
                MadeUpTable.AsAt.AddDays(number).ToString("yyyy-MM-dd"),
                MadeUpTable
                    .KnownAt.AddSeconds(number * 86_399)
                    .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ];

    // A spreadsheet shows a count thousands apart and a rate as a percentage; the CSV has an apostrophe before a formula.
    private static string[] Plain(string[] cells, bool isXlsx)
    {
        cells[2] = cells[2].ReplaceLineEndings("\n");
        if (!isXlsx && cells[2] is ['\'', .. var words] && Formulas.IsLike(words))
        {
            cells[2] = words;
        }

        // Told to write text, the program writes instants its own way; days it writes as they are shown.
        foreach (var instant in isXlsx ? (int[])[1, 6] : [])
        {
            cells[instant] =
                cells[instant].Length > 0 ? $"{cells[instant].Replace(' ', 'T')}Z" : "";
        }

        if (isXlsx && decimal.TryParse(cells[3], CultureInfo.InvariantCulture, out var count))
        {
            cells[3] = count.ToString("0", CultureInfo.InvariantCulture);
        }

        if (isXlsx && cells[4].TrimEnd('%') is { Length: > 0 } percent)
        {
            cells[4] = (decimal.Parse(percent, CultureInfo.InvariantCulture) / 100).ToString(
                "0.0000",
                CultureInfo.InvariantCulture
            );
        }

        return cells;
    }
}
