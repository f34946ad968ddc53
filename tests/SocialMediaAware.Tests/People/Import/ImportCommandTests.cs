using System.CommandLine;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Import;
using SocialMediaAware.Web.Web;
using static SocialMediaAware.Tests.People.Import.ImportGiven;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>The command: what it prints where, and how it ends.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly string folder = Path.Combine(
        Path.GetTempPath(),
        $"sma-import-{Guid.NewGuid():N}"
    );

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Command_FromPreviewToApplied_SaysWhatItDoes()
    {
        await using (
            var portal = await TestPortal.StartAsync(new TestPortalOptions { DataFolder = folder })
        )
        {
            await portal.UnitAsync(await portal.AgencyAsync(), "Customer");
            var preview = await RunAsync(Header + Lines(1, 8));
            Assert.Equal(0, preview.Code);
            Assert.Equal(8, preview.Output.Count);
            Assert.StartsWith("new\t1\tPerson 1\t", preview.Output[0], StringComparison.Ordinal);
            Assert.Contains("8 new", preview.Errors, StringComparison.Ordinal);
            var beside = await RunAsync(Header + Lines(1, 8), "--apply");
            Assert.Equal((ImportCommands.NotPossible, 0), (beside.Code, beside.Output.Count));
            Assert.Contains("already runs", beside.Errors, StringComparison.Ordinal);
            Assert.Empty(await portal.HereAsync(await portal.AgencyAsync()));
        }

        Assert.Equal(0, (await RunAsync(Header + Lines(1, 8), "--apply")).Code);
        Assert.Empty((await RunAsync(Header + Lines(1, 8))).Output);
        Assert.Equal(
            ImportCommands.NumberNeeded,
            (await RunAsync(Header + Lines(1, 2), "--apply")).Code
        );
        Assert.Equal(ImportCommands.NumberNeeded, (await RunAsync(Header + Lines(1, 2))).Code);
        var ended = await RunAsync(Header + Lines(1, 2), "--apply", "--ending", "6");
        Assert.Equal((0, 6), (ended.Code, ended.Output.Count));
        var wrong = await RunAsync(Header + "1,Mere,Atlantis,,,\n", "--apply");
        Assert.Equal(ImportCommands.FileIsWrong, wrong.Code);
        Assert.Contains(
            "Line 2, unit: There is no unit “Atlantis”",
            wrong.Errors,
            StringComparison.Ordinal
        );
        var picture = await RunAsync("\u0089PNG", "--apply");
        Assert.Equal(ImportCommands.NotPossible, picture.Code);
        Assert.Equal(
            ImportCommands.NotPossible,
            (await RunAsync(Header, "--agency", "nowhere")).Code
        );
    }

    private async Task<(int Code, IReadOnlyList<string> Output, string Errors)> RunAsync(
        string file,
        params string[] options
    )
    {
        var path = Path.Combine(folder, "staff.csv");
        await File.WriteAllTextAsync(path, file);
        string[] settings =
        [
            $"--Portal:DataFolder={folder}",
            $"--Portal:ContentFolder={Repository.Folder("content")}",
        ];
        var command = new RootCommand
        {
            ImportCommands.Create(
                () => PortalCommandHost.BuildForReading(settings),
                () => PortalCommandHost.BuildForWriting(settings)
            ),
        };
        using var output = new StringWriter();
        using var errors = new StringWriter();
        string[] agency = options.Contains("--agency") ? [] : ["--agency", "kainga-ora"];
        var code = await command
            .Parse(["people", "import", path, .. agency, .. options])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return (
            code,
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries),
            errors.ToString()
        );
    }
}
