using Microsoft.Data.Sqlite;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>
/// How a verified backup takes the place of what is in a data folder. It lies ready in a folder of its own, under a name that it
/// gets in one step: a kill before that leaves the old database with its key, and one after it is made good by whoever takes the data
/// folder's lock next, with the new database and its key.
/// </summary>
public static class RestoreSteps
{
    /// <summary>The name of the folder in which a verified backup lies ready.</summary>
    public const string Ready = "restore-ready";

    /// <summary>Whether a restore was cut short after its backup lay ready.</summary>
    public static bool IsUnfinished(DataFolder dataFolder) =>
        Directory.Exists(dataFolder.PathOf(Ready));

    /// <summary>Keeps a copy of what is there under a dated name. Nothing that is there changes.</summary>
    public static void KeepWhatIsThere(DataFolder dataFolder, string stamp)
    {
        var database = dataFolder.PathOf(BackupManifest.Database);
        if (File.Exists(database))
        {
            FoldLogIn(database);
            Keep(database, stamp);
            // A database that is broken, which may be why somebody restores, is kept as it is, log and all.
            Keep($"{database}-wal", stamp, $"{database}.before-{stamp}-wal");
        }

        Keep(dataFolder.PathOf(BackupManifest.LedgerKey), stamp);
    }

    /// <summary>Puts what lies ready in its place. It can be done again, from wherever it was cut short.</summary>
    public static void Finish(DataFolder dataFolder)
    {
        if (!IsUnfinished(dataFolder))
        {
            return;
        }

        var ready = dataFolder.PathOf(Ready);
        var database = Path.Combine(ready, BackupManifest.Database);
        if (File.Exists(database))
        {
            // A log must never meet another database than its own.
            File.Delete($"{dataFolder.PathOf(BackupManifest.Database)}-wal");
            File.Delete($"{dataFolder.PathOf(BackupManifest.Database)}-shm");
        }

        foreach (
            var path in Directory
                .EnumerateFiles(ready, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .ToList()
        )
        {
            var place = dataFolder.PathOf(Path.GetRelativePath(ready, path));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(path, place, overwrite: true);
        }

        Directory.Delete(ready, recursive: true);
    }

    // Under its name only when it is whole.
    private static void Keep(string path, string stamp, string? name = null)
    {
        if (!File.Exists(path))
        {
            return;
        }

        var kept = name ?? $"{path}.before-{stamp}";
        File.Copy(path, $"{kept}.partial", overwrite: true);
        File.Move($"{kept}.partial", kept, overwrite: true);
    }

    private static void FoldLogIn(string database)
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
            command.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // It is kept as it is.
        }
    }
}
