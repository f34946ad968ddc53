using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>
/// Puts a backup back. The archive is read and verified as a whole before anything of the data folder is touched, and what was there
/// is kept beside it under a dated name.
/// </summary>
public static class Restore
{
    /// <summary>Restores.</summary>
    /// <param name="dataFolder">The data folder. No portal may run on it.</param>
    /// <param name="archive">The backup.</param>
    /// <param name="overwrite">Whether a database that is there is replaced, and kept under another name.</param>
    /// <param name="at">When (UTC): it names what was kept.</param>
    /// <param name="cancellationToken">Stops the work before the data folder is touched.</param>
    /// <returns>What was restored.</returns>
    /// <exception cref="BackupException">The archive is not whole, or a database is there already.</exception>
    /// <exception cref="PortalStartException">A portal runs on the data folder.</exception>
    public static async Task<BackupManifest> RunAsync(
        DataFolder dataFolder,
        string archive,
        bool overwrite,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        using var taken = DataFolderLock.Take(dataFolder);
        var database = dataFolder.PathOf(BackupManifest.Database);
        if (File.Exists(database) && !overwrite)
        {
            throw new BackupException(
                $"{dataFolder.FullPath} holds a database already. Restore into an empty folder, or add --overwrite: what is there is then kept beside it under a dated name."
            );
        }

        var work = dataFolder.PathOf($".restore-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        try
        {
            var manifest = await UnpackAsync(archive, work, cancellationToken);
            var (_, size) = await BackupVerification.VerifyAsync(work, cancellationToken);
            if (size != manifest.LedgerSize)
            {
                throw new BackupException("Its ledger has another length than the manifest says.");
            }

            var stamp = at.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            KeepWhatIsThere(dataFolder, stamp);
            foreach (var part in manifest.Parts.Where(part => part.Name != BackupManifest.Database))
            {
                var place = dataFolder.PathOf(part.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Move(Path.Combine(work, part.Name), place, overwrite: true);
            }

            // Last, and in one step: a kill before it leaves the old database, one after it the new.
            File.Move(Path.Combine(work, BackupManifest.Database), database, overwrite: true);
            return manifest;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<BackupManifest> UnpackAsync(
        string archive,
        string work,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(archive, cancellationToken);
            BackupManifest manifest;
            await using (
                var stream = await (
                    zip.GetEntry(BackupManifest.FileName)
                    ?? throw new BackupException($"{archive} is not a backup of this portal.")
                ).OpenAsync(cancellationToken)
            )
            {
                manifest = BackupManifest.Read(stream);
            }

            foreach (var part in manifest.Parts)
            {
                await UnpackAsync(zip, part, Path.Combine(work, part.Name), cancellationToken);
            }

            return manifest;
        }
        catch (Exception error)
            when (error
                    is InvalidDataException
                        or FileNotFoundException
                        or DirectoryNotFoundException
            )
        {
            throw new BackupException($"{archive} cannot be read as a backup: {error.Message}");
        }
    }

    private static async Task UnpackAsync(
        ZipArchive zip,
        BackupPart part,
        string path,
        CancellationToken cancellationToken
    )
    {
        if (zip.GetEntry(part.Name) is not { } entry || entry.Length != part.Size)
        {
            throw new BackupException(
                $"{part.Name} is missing in the backup, or has another length."
            );
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path, FileMode.CreateNew))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            await using var stream = await entry.OpenAsync(cancellationToken);
            await stream.CopyToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        await using var written = File.OpenRead(path);
        if (
            Convert.ToHexStringLower(await SHA256.HashDataAsync(written, cancellationToken))
            != part.Sha256
        )
        {
            throw new BackupException($"{part.Name} in the backup is not what was backed up.");
        }
    }

    private static void KeepWhatIsThere(DataFolder dataFolder, string stamp)
    {
        var database = dataFolder.PathOf(BackupManifest.Database);
        if (File.Exists(database))
        {
            var isOneFile = FoldLogIn(database);
            File.Copy(database, $"{database}.before-{stamp}");
            foreach (var suffix in (string[])["-wal", "-shm"])
            {
                if (File.Exists(database + suffix))
                {
                    if (!isOneFile)
                    {
                        File.Copy(database + suffix, $"{database}.before-{stamp}{suffix}");
                    }

                    // A log must never meet another database than its own.
                    File.Delete(database + suffix);
                }
            }
        }

        var key = dataFolder.PathOf(BackupManifest.LedgerKey);
        if (File.Exists(key))
        {
            File.Copy(key, $"{key}.before-{stamp}");
        }
    }

    // A database that is broken, which may be why somebody restores, is kept as it is, log and all.
    private static bool FoldLogIn(string database)
    {
        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = database,
                    Pooling = false,
                }.ToString()
            );
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            return command.ExecuteScalar() as string == "delete";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
