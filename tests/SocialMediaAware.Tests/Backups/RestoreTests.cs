using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Backups;

namespace SocialMediaAware.Tests.Backups;

/// <summary>What a restore refuses, and that it then touches nothing; and where a kill leaves it.</summary>
public sealed partial class RestoreTests : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("sma-restore-").FullName;
    private Guid receipt;

    private string Good => Path.Combine(root, "portal.zip");

    private string Bad => Path.Combine(root, "bad.zip");

    private string Empty => Directory.CreateDirectory(Path.Combine(root, "empty")).FullName;

    public async Task InitializeAsync()
    {
        (_, receipt) = await GivenBackups.SignedPortalAsync(Path.Combine(root, "first"));
        await GivenBackups.BackUpAsync(Path.Combine(root, "first"), Good);
    }

    public Task DisposeAsync()
    {
        GivenBackups.Delete(root);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Restore_OverADatabase_NeedsToBeToldAndKeepsTheOldOne()
    {
        var second = Path.Combine(root, "second");
        var (signer, other) = await GivenBackups.SignedPortalAsync(second);
        var before = GivenBackups.Files(second);

        var refusal = await Assert.ThrowsAsync<BackupException>(() =>
            GivenBackups.RestoreAsync(Good, second)
        );
        Assert.Contains("--overwrite", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, GivenBackups.Files(second));
        await GivenBackups.RestoreAsync(Good, second, overwrite: true);

        Assert.Equal([receipt], await ReceiptsAsync(second));
        var kept = Directory
            .EnumerateFiles(second)
            .Select(Path.GetFileName)
            .Where(name => name!.Contains(".before-", StringComparison.Ordinal))
            .Order();
        Assert.Equal(
            ["ledger-key.pem.before-20261115-210000", "portal.db.before-20261115-210000"],
            kept
        );
        // What was kept is a whole portal too.
        var old = Directory.CreateDirectory(Path.Combine(root, "old")).FullName;
        foreach (var name in kept)
        {
            File.Copy(Path.Combine(second, name!), Path.Combine(old, name!.Split(".before")[0]));
        }

        Assert.Equal([other], await ReceiptsAsync(old));
        Assert.NotEqual(Guid.Empty, signer.Member.PersonId);
    }

    [Theory]
    [InlineData("empty", "cannot be read as a backup")]
    [InlineData("picture", "cannot be read as a backup")]
    [InlineData("truncated", "cannot be read as a backup")]
    [InlineData("other zip", "is not a backup of this portal")]
    [InlineData("missing", "cannot be read as a backup")]
    [InlineData("climbs", "not a backup of this portal")]
    [InlineData("twice", "not a backup of this portal")]
    [InlineData("negative", "not a backup of this portal")]
    [InlineData("other format", "not a backup of this portal")]
    [InlineData("no database", "not a backup of this portal")]
    [InlineData("other length", "has another length")]
    [InlineData("other hash", "is not what was backed up")]
    [InlineData("other ledger length", "another name or length")]
    [InlineData("other ledger name", "another name or length")]
    [InlineData("part missing", "is missing in the backup")]
    [InlineData("huge", "MB are free")]
    [InlineData("long key", "too long for what it is")]
    [InlineData("long manifest", "is not a backup of this portal")]
    [InlineData("bomb", "is not a database")]
    [InlineData("other key", "ledger")]
    public async Task Restore_OfWhatIsNoWholeBackup_SaysSoAndTouchesNothing(
        string damage,
        string sentence
    )
    {
        Damage(damage);
        var second = Path.Combine(root, "second");
        await GivenBackups.SignedPortalAsync(second);
        foreach (var folder in new[] { Empty, second })
        {
            var before = GivenBackups.Files(folder);

            var refusal = await Assert.ThrowsAsync<BackupException>(() =>
                GivenBackups.RestoreAsync(Bad, folder, overwrite: true)
            );

            Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
            Assert.Equal(before, GivenBackups.Files(folder));
            Assert.DoesNotContain(
                Directory.EnumerateDirectories(folder),
                path => Path.GetFileName(path).Contains("restore", StringComparison.Ordinal)
            );
        }

        Assert.Empty(Directory.EnumerateFiles(root, "climbed*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Restore_OfAnArchiveWithAByteFlipped_RefusesItOrRestoresTheSame()
    {
        var bytes = await File.ReadAllBytesAsync(Good);
        var chance = new Random(2026);
        await GivenBackups.RestoreAsync(Good, Path.Combine(root, "right"));
        var right = GivenBackups.Files(Path.Combine(root, "right"));
        // Anywhere, and densely at the end, where the names, lengths and places of the parts are.
        var places = Enumerable
            .Range(0, 60)
            .Select(_ => chance.Next(bytes.Length))
            .Concat(Enumerable.Range(0, 60).Select(_ => bytes.Length - 1 - chance.Next(600)));
        var refused = 0;
        foreach (var place in places)
        {
            var flipped = bytes.ToArray();
            flipped[place] ^= (byte)(1 << chance.Next(8));
            await File.WriteAllBytesAsync(Bad, flipped);
            var folder = Path.Combine(root, $"flipped-{Guid.NewGuid():N}");
            try
            {
                await GivenBackups.RestoreAsync(Bad, folder);
                Assert.Equal(right, GivenBackups.Files(folder));
            }
            catch (BackupException)
            {
                refused++;
                Assert.Empty(GivenBackups.Files(folder));
            }
        }

        Assert.InRange(refused, 60, 120);
    }

    /// <summary>A kill at each moment of the restore: the next start has one database and the key that belongs to it.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public async Task Restore_WhenItIsCutShort_EndsWithOneDatabaseAndItsOwnKey(
        int moment,
        bool isNew
    )
    {
        var second = Path.Combine(root, "second");
        var (_, other) = await GivenBackups.SignedPortalAsync(second);
        var folder = DataFolder.Open(second, "/");
        var ready = folder.PathOf(moment == 0 ? ".restore-cut-short" : RestoreSteps.Ready);
        Directory.CreateDirectory(ready);
        await Archive.UnpackAsync(Good, ready, default);
        if (moment == 1)
        {
            // Another database's log stands beside the old one, as after a crash.
            await File.WriteAllBytesAsync(folder.PathOf("portal.db-wal"), new byte[4096]);
        }

        if (moment >= 2)
        {
            Move(ready, second, BackupManifest.LedgerKey);
        }

        if (moment >= 3)
        {
            Move(ready, second, BackupManifest.Database);
        }

        if (moment == 4)
        {
            Directory.Delete(ready, recursive: true);
            Directory.CreateDirectory(ready);
        }
        else if (isNew)
        {
            var refusal = await Assert.ThrowsAsync<BackupException>(() =>
                GivenBackups.BackUpAsync(second, Path.Combine(root, "half.zip"))
            );
            Assert.Contains("cut short", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal([isNew ? receipt : other], await ReceiptsAsync(second));
        Assert.False(Directory.Exists(folder.PathOf(RestoreSteps.Ready)));
    }

    [Fact]
    public async Task Restore_OfABackupFromANewerVersion_IsRefused()
    {
        var first = Path.Combine(root, "first");
        await ExecuteAsync(
            first,
            "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_FromTheFuture', '99.0')"
        );

        var refusal = await Assert.ThrowsAsync<BackupException>(() =>
            GivenBackups.BackUpAsync(first, Bad)
        );

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Bad));
    }

    [Fact]
    public async Task Backups_WhenTheyLie_AreReadByTheirOwnerOnly()
    {
        await GivenBackups.RestoreAsync(Good, Empty);
        if (!OperatingSystem.IsWindows())
        {
            var mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(mine, File.GetUnixFileMode(Good));
            foreach (var name in GivenBackups.Files(Empty).Keys)
            {
                Assert.Equal(mine, File.GetUnixFileMode(Path.Combine(Empty, name)));
            }
        }
    }

    private static void Move(string from, string to, string name) =>
        File.Move(Path.Combine(from, name), Path.Combine(to, name), overwrite: true);

    // Starts the portal on the folder, which refuses a key or a checkpoint that does not belong to the database.
    private static async Task<List<Guid>> ReceiptsAsync(string folder)
    {
        SqliteConnection.ClearAllPools();
        await using var portal = await TestPortal.StartAsync(new() { DataFolder = folder });
        return await portal.WithDatabaseAsync(database =>
            database.Attestations.Select(attestation => attestation.Id).ToListAsync()
        );
    }

    private static async Task ExecuteAsync(string folder, string sql)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "portal.db")}"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
