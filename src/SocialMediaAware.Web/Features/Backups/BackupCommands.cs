using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>The commands <c>backup</c> and <c>restore</c>.</summary>
public static class BackupCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>Makes the command <c>backup</c>.</summary>
    public static Command CreateBackup() =>
        Create(
            "backup",
            "Copies the database and its keys into one archive, also beside a running portal, and verifies it by opening it.",
            "Where to: a file, such as portal.zip.",
            Backup.MakeAsync,
            manifest =>
                $"Backed up and verified: {Size(manifest)}, {manifest.LedgerSize} entries in the ledger."
        );

    /// <summary>Makes the command <c>restore</c>.</summary>
    public static Command CreateRestore() =>
        Create(
            "restore",
            "Verifies a backup and puts it into the data folder. Stop the portal first.",
            "The backup.",
            Restore.RunAsync,
            manifest =>
                $"Restored what was backed up at {manifest.MadeAt.ToString("u", CultureInfo.InvariantCulture)}: {Size(manifest)}, {manifest.LedgerSize} entries in the ledger. Start the portal."
        );

    private static Command Create(
        string name,
        string description,
        string fileDescription,
        Func<
            DataFolder,
            string,
            bool,
            DateTimeOffset,
            CancellationToken,
            Task<BackupManifest>
        > work,
        Func<BackupManifest, string> sentence
    )
    {
        var file = new Argument<FileInfo>("FILE") { Description = fileDescription };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace what is there." };
        var json = new Option<bool>("--json")
        {
            Description = "Print the manifest as JSON and nothing else.",
        };
        var command = new Command(name, description) { file, overwrite, json };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                try
                {
                    var manifest = await work(
                        OpenDataFolder(),
                        parsed.GetRequiredValue(file).FullName,
                        parsed.GetValue(overwrite),
                        TimeProvider.System.GetUtcNow(),
                        cancellationToken
                    );
                    await parsed.InvocationConfiguration.Output.WriteLineAsync(
                        parsed.GetValue(json)
                            ? JsonSerializer.Serialize(manifest, Json)
                            : sentence(manifest)
                    );
                    return 0;
                }
                catch (Exception problem)
                    when (problem
                            is BackupException
                                or PortalStartException
                                or IOException
                                or UnauthorizedAccessException
                    )
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(problem.Message);
                    return 1;
                }
            }
        );
        return command;
    }

    private static DataFolder OpenDataFolder()
    {
        var builder = WebApplication.CreateBuilder();
        var settings =
            builder.Configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>()
            ?? new DatabaseSettings();
        return settings.IsPostgres
            ? throw new BackupException(
                "This portal keeps its data in PostgreSQL. Back it up with pg_dump, restore it with pg_restore, and keep copies of ledger-key.pem and session-keys from the data folder."
            )
            : DataFolder.Open(
                builder.Configuration["Portal:DataFolder"],
                builder.Environment.ContentRootPath
            );
    }

    private static string Size(BackupManifest manifest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.Parts.Count} files, {manifest.Parts.Sum(part => part.Size) / 1024.0 / 1024.0:0.0} MB"
        );
}
