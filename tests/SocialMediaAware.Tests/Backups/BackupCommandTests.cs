using System.Net;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Backups;

namespace SocialMediaAware.Tests.Backups;

/// <summary>The commands as IT runs them: processes of their own, beside a portal or instead of one.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("sma-backup-").FullName;

    private string Archive => Path.Combine(root, "portal.zip");

    private string Restored => Path.Combine(root, "restored");

    [Fact]
    public async Task Backup_WhilePeopleSign_IsRestoredIntoAnEmptyFolderAndVerifies()
    {
        await using var portal = await TestPortal.StartAsync();
        var signers = await portal.ReadySignersAsync(30);
        var before = await portal.SignAsync(signers[0]);
        using var stop = new CancellationTokenSource();
        var signing = SignOnAsync(portal, signers.Skip(1), stop.Token);
        var backup = await RunAsync(portal.DataFolder, "backup", Archive);
        await stop.CancelAsync();
        var signed = await signing;

        Assert.Equal((0, ""), backup);
        Assert.True(signed > 0, "Nobody signed while the backup was made.");
        Assert.Equal((0, ""), await RunAsync(Restored, "restore", Archive));
        Assert.Equal((0, ""), await RunAsync(Restored, "ledger", "verify"));
        await using var again = await TestPortal.StartAsync(new() { DataFolder = Restored });
        using var client = await again.SignedInAsync(signers[0].Member.AccountId);
        using var receipt = await client.GetAsync($"/attestations/{before.AttestationId}");
        Assert.Equal(HttpStatusCode.OK, receipt.StatusCode);
        // And it goes on: the next signature follows the last that was backed up.
        Assert.NotNull((await again.SignAsync(signers[^1])).AttestationId);
    }

    [Fact]
    public async Task Restore_WhileAPortalRuns_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        await GivenBackups.BackUpAsync(portal.DataFolder, Archive);

        var (exitCode, error) = await RunAsync(
            portal.DataFolder,
            "restore",
            Archive,
            "--overwrite"
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("already runs on the data folder", error, StringComparison.Ordinal);
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Commands_OfAPortalOnPostgres_AreRefusedWithAdvice(string command)
    {
        var (exitCode, error) = await PortalProcess.RunToEndAsync(
            [("Portal__DataFolder", Restored), ("Database__Provider", "PostgreSQL")],
            command,
            Archive
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("pg_dump", Assert.Single(error), StringComparison.Ordinal);
        Assert.False(File.Exists(Archive));
    }

    [Fact]
    public async Task Backup_WhenThereIsNothingOrTheNameIsTaken_SaysSo()
    {
        Assert.Contains(
            "There is no database",
            (await RunAsync(Restored, "backup", Archive)).Error,
            StringComparison.Ordinal
        );
        await GivenBackups.SignedPortalAsync(Path.Combine(root, "first"));
        await GivenBackups.BackUpAsync(Path.Combine(root, "first"), Archive);
        Assert.Contains(
            "--overwrite",
            (await RunAsync(Path.Combine(root, "first"), "backup", Archive)).Error,
            StringComparison.Ordinal
        );
        var database = Path.Combine(root, "first", "portal.db");
        var (exitCode, error) = await RunAsync(
            Path.Combine(root, "first"),
            "backup",
            database,
            "--overwrite"
        );
        Assert.Equal(1, exitCode);
        Assert.Contains("belongs to the portal", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(root, $"*{Backup.Unfinished}"));
    }

    public void Dispose() => GivenBackups.Delete(root);

    private static async Task<int> SignOnAsync(
        TestPortal portal,
        IEnumerable<Signer> signers,
        CancellationToken stop
    )
    {
        var signed = 0;
        foreach (var signer in signers.SkipLast(1))
        {
            Assert.NotNull((await portal.SignAsync(signer)).AttestationId);
            signed++;
            if (stop.IsCancellationRequested)
            {
                break;
            }

            // Spread over the time that the other process takes.
            await Task.Delay(100, CancellationToken.None);
        }

        return signed;
    }

    private static async Task<(int ExitCode, string Error)> RunAsync(
        string folder,
        params string[] arguments
    )
    {
        var (exitCode, error) = await PortalProcess.RunToEndAsync(
            [("Portal__DataFolder", folder)],
            arguments
        );
        return (exitCode, string.Join('\n', error));
    }
}
