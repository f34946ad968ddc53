using System.Globalization;
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
        // One that was cut short: what it put ready is what the folder holds.
        RestoreSteps.Finish(dataFolder);
        if (File.Exists(dataFolder.PathOf(BackupManifest.Database)) && !overwrite)
        {
            throw new BackupException(
                $"{dataFolder.FullPath} holds a database already. Restore into an empty folder, or add --overwrite: what is there is then kept beside it under a dated name."
            );
        }

        var work = dataFolder.PathOf($".restore-{Guid.NewGuid():N}");
        PrivateFiles.CreateFolder(work);
        try
        {
            var manifest = await Archive.UnpackAsync(archive, work, cancellationToken);
            var (origin, size) = await BackupVerification.VerifyAsync(work, cancellationToken);
            if (size != manifest.LedgerSize || origin != manifest.LedgerOrigin)
            {
                throw new BackupException(
                    "Its ledger has another name or length than the manifest says."
                );
            }

            RestoreSteps.KeepWhatIsThere(
                dataFolder,
                at.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)
            );
            cancellationToken.ThrowIfCancellationRequested();
            Directory.Move(work, dataFolder.PathOf(RestoreSteps.Ready));
            RestoreSteps.Finish(dataFolder);
            return manifest;
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }
}
