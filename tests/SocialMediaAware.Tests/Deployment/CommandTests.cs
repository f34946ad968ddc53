using System.Text.Json;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Deployment;

/// <summary>The portal's own commands, as a process beside a running portal.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task LedgerVerify_WhenAPortalRuns_ChecksItsLedger()
    {
        await using var portal = await TestPortal.StartAsync();
        foreach (var signer in await portal.ReadySignersAsync(3))
        {
            await portal.SignAsync(signer);
        }

        var (exitCode, _) = await PortalProcess.RunToEndAsync(
            [("Portal__DataFolder", portal.DataFolder)],
            "ledger",
            "verify"
        );

        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task ContentCheck_WhenAskedForJson_PrintsNothingElse()
    {
        using var process = PortalProcess.Start(
            [("Portal__ContentFolder", Repository.Folder("content"))],
            "content",
            "check",
            "--json"
        );
        var error = process.StandardError.ReadToEndAsync();
        using var report = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        await error;

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(
            377,
            report.RootElement.GetProperty("coverage").GetProperty("testable").GetInt32()
        );
        Assert.Equal(0, report.RootElement.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Health_WhenNoPortalAnswers_EndsWithOne()
    {
        var (exitCode, error) = await PortalProcess.RunToEndAsync(
            [],
            "health",
            "--url",
            "http://127.0.0.1:1"
        );
        Assert.Equal(1, exitCode);
        Assert.Contains("does not answer", Assert.Single(error), StringComparison.Ordinal);
    }
}
