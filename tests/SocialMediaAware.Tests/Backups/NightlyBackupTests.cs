using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Backups;

namespace SocialMediaAware.Tests.Backups;

public sealed class NightlyBackupTests
{
    /// <summary>Ticks of half an hour through nights, those in which the clocks change among them.</summary>
    [Theory]
    [InlineData("2026-11-16T10:00:00Z")]
    [InlineData("2026-09-26T10:00:00Z")]
    [InlineData("2027-04-03T10:00:00Z")]
    public async Task Backup_AsTheNightGoesOn_IsMadeOnceAndNotBeforeHalfPastTwo(string from)
    {
        var clock = new TestClock(
            DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture)
        );
        await using var portal = await TestPortal.StartAsync(new() { Clock = clock });
        var made = new List<string>();
        // The evening before has its own backup still missing.
        Assert.Equal(1, await RunAsync(portal));
        for (var tick = 0; tick < 48; tick++)
        {
            clock.Move(TimeSpan.FromMinutes(30));
            if (await RunAsync(portal) == 1)
            {
                made.Add(
                    $"{TimeZoneInfo.ConvertTimeBySystemTimeZoneId(clock.GetUtcNow(), "Pacific/Auckland"):HH:mm}"
                );
            }
        }

        // On the day on which half past two does not exist, three o'clock follows two.
        Assert.Equal(
            [from.StartsWith("2026-09", StringComparison.Ordinal) ? "03:00" : "02:30"],
            made
        );
    }

    [Fact]
    public async Task Backups_AfterNightsThatWereMissed_AreMadeGoodAndOnlySoManyAreKept()
    {
        await using var portal = await TestPortal.StartAsync(
            new() { Settings = new Dictionary<string, string> { ["Portal:Backup:Keep"] = "3" } }
        );
        var folder = Path.Combine(portal.DataFolder, "backups");
        Directory.CreateDirectory(Path.Combine(folder, "portal-2026-11-01.zip.cut.partial"));
        await File.WriteAllTextAsync(Path.Combine(folder, "portal-notes.zip"), "mine");
        foreach (var day in new[] { 16, 17, 20, 21, 24 })
        {
            // At ten in the morning: whatever was missed at night is made good.
            portal.Clock.MoveTo(new DateOnly(2026, 11, day));
            Assert.Equal(1, await RunAsync(portal));
            Assert.Equal(0, await RunAsync(portal));
        }

        Assert.Equal(
            [
                "portal-2026-11-20.zip",
                "portal-2026-11-21.zip",
                "portal-2026-11-24.zip",
                "portal-notes.zip",
            ],
            Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order()
        );
        using var newest = ZipFile.OpenRead(Path.Combine(folder, "portal-2026-11-24.zip"));
        Assert.NotNull(newest.GetEntry(BackupManifest.LedgerKey));
    }

    [Fact]
    public async Task Backup_WhenItCannotBeWritten_FailsAndKeepsTheOldOnes()
    {
        await using var portal = await TestPortal.StartAsync(
            new() { Settings = new Dictionary<string, string> { ["Portal:Backup:Keep"] = "1" } }
        );
        Assert.Equal(1, await RunAsync(portal));
        var folder = Path.Combine(portal.DataFolder, "backups");
        var before = GivenBackups.Files(folder);
        portal.Clock.Move(TimeSpan.FromDays(1));
        // Without the key the copy cannot be verified.
        var key = Path.Combine(portal.DataFolder, "ledger-key.pem");
        File.Move(key, key + ".aside");

        await Assert.ThrowsAsync<BackupException>(() => RunAsync(portal));

        Assert.Equal(before, GivenBackups.Files(folder));
        Assert.Empty(Directory.EnumerateDirectories(folder));
        File.Move(key + ".aside", key);
        Assert.Equal(1, await RunAsync(portal));
        Assert.NotEqual(before.Keys, GivenBackups.Files(folder).Keys);
    }

    [Theory]
    [InlineData("Portal:Backup:Off", "true", TestProvider.Sqlite)]
    [InlineData("Portal:Backup:Keep", "3", TestProvider.PostgreSql)]
    public async Task Backup_WhenItIsOffOrThePortalIsOnPostgres_IsNotMade(
        string setting,
        string value,
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(
            new()
            {
                Provider = provider,
                Settings = new Dictionary<string, string> { [setting] = value },
            }
        );

        Assert.Equal(0, await RunAsync(portal));
        Assert.False(Directory.Exists(Path.Combine(portal.DataFolder, "backups")));
    }

    private static Task<int> RunAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<NightlyBackup>().RunAsync(default)
        );
}
