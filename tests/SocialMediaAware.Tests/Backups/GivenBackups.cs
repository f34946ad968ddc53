using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Backups;

namespace SocialMediaAware.Tests.Backups;

/// <summary>Backups as tests need them, and what is done to them.</summary>
internal static class GivenBackups
{
    /// <summary>A portal in a folder on which somebody signed, stopped again; and the address of their receipt.</summary>
    public static async Task<(Signer Signer, Guid Receipt)> SignedPortalAsync(string folder)
    {
        (Signer, Guid) signed;
        await using (var portal = await TestPortal.StartAsync(new() { DataFolder = folder }))
        {
            var signer = (await portal.ReadySignersAsync(1))[0];
            signed = (signer, (await portal.SignAsync(signer)).AttestationId!.Value);
        }

        await CloseAsync(Path.Combine(folder, "portal.db"));
        return signed;
    }

    // A restore is a process of its own: here it is not, and a connection kept open would go on reading the old file. One that was
    // in use while the pools were cleared closes when it is given back; with the last of them the write-ahead log goes too.
    private static async Task CloseAsync(string database)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            SqliteConnection.ClearAllPools();
            if (!File.Exists($"{database}-wal"))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException(
            "Something still holds the database of a portal that was stopped."
        );
    }

    public static Task<BackupManifest> BackUpAsync(string folder, string archive) =>
        Backup.MakeAsync(
            DataFolder.Open(folder, "/"),
            archive,
            overwrite: false,
            TestClock.OnAMonday().GetUtcNow(),
            default
        );

    public static Task<BackupManifest> RestoreAsync(
        string archive,
        string folder,
        bool overwrite = false
    ) =>
        Restore.RunAsync(
            DataFolder.Open(folder, "/"),
            archive,
            overwrite,
            TestClock.OnAMonday().GetUtcNow(),
            default
        );

    /// <summary>Every file of a folder with its hash; the lock's file aside.</summary>
    public static IReadOnlyDictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "portal.lock")
            .ToDictionary(
                path => Path.GetRelativePath(folder, path),
                path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))
            );

    /// <summary>The archive again, with other parts and another manifest.</summary>
    public static void Rewrite(
        string archive,
        string target,
        Action<JsonNode>? manifest = null,
        Action<Dictionary<string, byte[]>>? parts = null
    )
    {
        var entries = new Dictionary<string, byte[]>();
        using (var zip = ZipFile.OpenRead(archive))
        {
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                entries[entry.FullName] = bytes.ToArray();
            }
        }

        parts?.Invoke(entries);
        if (manifest is not null)
        {
            var node = JsonNode.Parse(entries[BackupManifest.FileName])!;
            manifest(node);
            entries[BackupManifest.FileName] = System.Text.Encoding.UTF8.GetBytes(
                node.ToJsonString()
            );
        }

        using var written = ZipFile.Open(target, ZipArchiveMode.Create);
        foreach (var (name, bytes) in entries)
        {
            using var stream = written.CreateEntry(name).Open();
            stream.Write(bytes);
        }
    }

    /// <summary>Deletes a test's folder.</summary>
    public static void Delete(string folder)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
