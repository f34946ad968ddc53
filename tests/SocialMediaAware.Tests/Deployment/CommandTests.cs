using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Accounts;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;

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
    public async Task Plan_ForADayToCome_SaysWhatItWouldDoAndDoesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.YearlyAsync(agency);
        await portal.PersonAsync(agency);
        using var process = PortalProcess.Start(
            [
                ("Portal__DataFolder", portal.DataFolder),
                ("Portal__ContentFolder", Repository.Folder("content")),
            ],
            "plan",
            "--as-of",
            "2027-02-01",
            "--json"
        );
        var error = process.StandardError.ReadToEndAsync();
        using var report = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.Equal((0, ""), (process.ExitCode, await error));
        Assert.Equal(1, report.RootElement.GetProperty("changes").GetInt32());
        var made = report.RootElement.GetProperty("programmes")[0].GetProperty("make")[0];
        Assert.Equal("yearly/2027", made.GetProperty("cycleKey").GetString());
        Assert.Equal("2027-03-31", made.GetProperty("dueOn").GetString());
        await portal.WithDatabaseAsync(async database =>
            Assert.False(await database.Assignments.AnyAsync())
        );
    }

    [Fact]
    public async Task Plan_ForADayThatIsNone_SaysHowToWriteIt()
    {
        var (exitCode, error) = await PortalProcess.RunToEndAsync([], "plan", "--as-of", "1 March");

        Assert.Equal(1, exitCode);
        Assert.Contains(error, line => line.Contains("2027-02-01", StringComparison.Ordinal));
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

    [Fact]
    public async Task Link_ForTheLastAdministrator_OpensTheDoorOnceAndOthersGetNone()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"sma-link-{Guid.NewGuid():N}");
        try
        {
            await using (var portal = await TestPortal.StartAsync(new() { DataFolder = folder }))
            {
                await portal.WithDatabaseAsync(async database =>
                {
                    database.Add(
                        Account.For("root@agency.example", null, portal.Clock.GetUtcNow())
                    );
                    await database.SaveChangesAsync();
                    return 0;
                });
            }

            using var process = PortalProcess.Start(
                [("Portal__DataFolder", folder), ("Portal__Address", "https://portal.example")],
                "accounts",
                "link",
                "Root@agency.example"
            );
            var error = process.StandardError.ReadToEndAsync();
            var printed = (await process.StandardOutput.ReadToEndAsync()).Trim();
            await process.WaitForExitAsync();
            Assert.Contains("works once", await error, StringComparison.Ordinal);
            Assert.StartsWith(
                "https://portal.example/accounts/choose-password?key=",
                printed,
                StringComparison.Ordinal
            );
            var (exitCode, said) = await PortalProcess.RunToEndAsync(
                [("Portal__DataFolder", folder)],
                "accounts",
                "link",
                "nobody@agency.example"
            );
            Assert.Equal(1, exitCode);
            Assert.Contains("No account", Assert.Single(said), StringComparison.Ordinal);
            await using var again = await TestPortal.StartAsync(new() { DataFolder = folder });
            using var visitor = again.Visitor();
            using var answer = await visitor.ChooseAsync(
                new Uri(printed).PathAndQuery,
                AccountsGiven.GoodPassword
            );
            Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
