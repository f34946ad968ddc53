using System.Globalization;
using Quartz;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>How the nightly backup is kept.</summary>
public sealed class BackupSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Portal:Backup";

    /// <summary>Whether there is none, because something else backs the data folder up.</summary>
    public bool Off { get; init; }

    /// <summary>Where to; <c>backups</c> in the data folder without it.</summary>
    public string? Folder { get; init; }

    /// <summary>How many are kept.</summary>
    public int Keep { get; init; } = 14;
}

/// <summary>
/// Makes one backup a night, after half past two in New Zealand. What is due is seen from the files that are there, so a tick that
/// was missed is made good by the next. PostgreSQL has tools of its own.
/// </summary>
public sealed class NightlyBackup(
    DataFolder dataFolder,
    DatabaseSettings database,
    BackupSettings settings,
    TimeProvider clock
)
{
    private const string Prefix = "portal-";
    private static readonly TimeOnly After = new(2, 30);

    /// <summary>Makes today's, if it is due and not there, and lets go of the oldest.</summary>
    /// <returns>How many were made: 1 or 0.</returns>
    /// <exception cref="BackupException">The copy is not whole.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (
            settings.Off
            || database.IsPostgres
            || TimeOnly.FromDateTime(now.InNewZealand().DateTime) < After
        )
        {
            return 0;
        }

        var folder = settings.Folder ?? dataFolder.PathOf("backups");
        Directory.CreateDirectory(folder);
        var target = Path.Combine(
            folder,
            string.Create(CultureInfo.InvariantCulture, $"{Prefix}{clock.Today():yyyy-MM-dd}.zip")
        );
        if (File.Exists(target))
        {
            return 0;
        }

        LetGoOfWhatWasCutShort(folder);
        await Backup.MakeAsync(dataFolder, target, overwrite: false, now, cancellationToken);
        // Only now, with a newer one that was verified.
        foreach (
            var old in Directory
                .EnumerateFiles(folder, $"{Prefix}????-??-??.zip")
                .OrderDescending(StringComparer.Ordinal)
                .Skip(Math.Max(1, settings.Keep))
        )
        {
            File.Delete(old);
        }

        return 1;
    }

    // Only one portal runs on a data folder, and only one of its nightly backups at a time.
    private static void LetGoOfWhatWasCutShort(string folder)
    {
        foreach (
            var left in Directory.EnumerateDirectories(
                folder,
                $"{Prefix}????-??-??.zip.*{Backup.Unfinished}"
            )
        )
        {
            Directory.Delete(left, recursive: true);
        }
    }
}

/// <summary>A tick: looks whether tonight's backup is there.</summary>
public sealed class NightlyBackupJob(NightlyBackup backup) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => context.Result = await backup.RunAsync(cancellationToken);
}
