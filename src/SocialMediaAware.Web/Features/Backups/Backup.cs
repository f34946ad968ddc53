using System.IO.Compression;
using Microsoft.Data.Sqlite;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>
/// Copies what a portal on SQLite needs to run again into one archive: its database, by SQLite's online backup, and its keys. It may
/// run beside the portal. The copy is opened and verified before it gets its name.
/// </summary>
public static class Backup
{
    /// <summary>How the name of a folder ends in which a backup is being made.</summary>
    public const string Unfinished = ".partial";

    /// <summary>Makes it.</summary>
    /// <param name="dataFolder">The portal's data folder.</param>
    /// <param name="target">The archive.</param>
    /// <param name="overwrite">Whether an archive of that name is replaced.</param>
    /// <param name="at">When it is made (UTC).</param>
    /// <param name="cancellationToken">Stops the work, and leaves nothing behind.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="BackupException">There is nothing to back up, the archive is there already, or the copy is not whole.</exception>
    public static async Task<BackupManifest> MakeAsync(
        DataFolder dataFolder,
        string target,
        bool overwrite,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var full = Path.GetFullPath(target);
        if (File.Exists(full) && !overwrite)
        {
            throw new BackupException(
                $"{full} is there already. Choose another name, or add --overwrite."
            );
        }

        var inside = Path.GetRelativePath(dataFolder.FullPath, full).Replace('\\', '/');
        if (BackupManifest.IsKnown(inside))
        {
            throw new BackupException($"{full} belongs to the portal. Choose another name.");
        }

        if (!File.Exists(dataFolder.PathOf(BackupManifest.Database)))
        {
            throw new BackupException(
                $"There is no database in {dataFolder.FullPath}. Set Portal:DataFolder to the portal's data folder."
            );
        }

        if (RestoreSteps.IsUnfinished(dataFolder))
        {
            throw new BackupException(
                $"A restore into {dataFolder.FullPath} was cut short. Start the portal: it finishes it."
            );
        }

        var work = $"{full}.{Guid.NewGuid():N}{Unfinished}";
        PrivateFiles.CreateFolder(work);
        try
        {
            CopyDatabase(
                dataFolder.PathOf(BackupManifest.Database),
                Path.Combine(work, BackupManifest.Database)
            );
            CopyKeys(dataFolder, work);
            var (origin, size) = await BackupVerification.VerifyAsync(work, cancellationToken);
            var manifest = new BackupManifest(
                BackupManifest.CurrentFormat,
                at,
                origin,
                size,
                [
                    .. Directory
                        .EnumerateFiles(work, "*", SearchOption.AllDirectories)
                        .Where(path =>
                            BackupManifest.IsKnown(
                                Path.GetRelativePath(work, path).Replace('\\', '/')
                            )
                        )
                        .Order(StringComparer.Ordinal)
                        .Select(path => BackupPart.Of(work, path)),
                ]
            );
            var archive = Path.Combine(work, "archive.zip");
            await WriteAsync(archive, work, manifest, cancellationToken);
            File.Move(archive, full, overwrite);
            return manifest;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void CopyDatabase(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 60,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    private static void CopyKeys(DataFolder dataFolder, string work)
    {
        if (File.Exists(dataFolder.PathOf(BackupManifest.LedgerKey)))
        {
            File.Copy(
                dataFolder.PathOf(BackupManifest.LedgerKey),
                Path.Combine(work, BackupManifest.LedgerKey)
            );
        }

        var sessionKeys = dataFolder.PathOf(BackupManifest.SessionKeys);
        if (!Directory.Exists(sessionKeys))
        {
            return;
        }

        Directory.CreateDirectory(Path.Combine(work, BackupManifest.SessionKeys));
        foreach (var key in Directory.EnumerateFiles(sessionKeys, "*.xml"))
        {
            File.Copy(key, Path.Combine(work, BackupManifest.SessionKeys, Path.GetFileName(key)));
        }
    }

    private static async Task WriteAsync(
        string archive,
        string folder,
        BackupManifest manifest,
        CancellationToken cancellationToken
    )
    {
        await using var file = PrivateFiles.CreateFile(archive);
        await using (
            var zip = await ZipArchive.CreateAsync(
                file,
                ZipArchiveMode.Create,
                leaveOpen: true,
                entryNameEncoding: null,
                cancellationToken
            )
        )
        {
            await using (
                var entry = await zip.CreateEntry(BackupManifest.FileName)
                    .OpenAsync(cancellationToken)
            )
            {
                await entry.WriteAsync(manifest.ToBytes(), cancellationToken);
            }

            foreach (var part in manifest.Parts)
            {
                await zip.CreateEntryFromFileAsync(
                    Path.Combine(folder, part.Name),
                    part.Name,
                    cancellationToken
                );
            }
        }

        file.Flush(flushToDisk: true);
    }
}
