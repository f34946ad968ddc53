using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Web.Features.Backups;

/// <summary>Verifies a copy of a data folder by opening it: the database is whole, and so is its ledger.</summary>
public static class BackupVerification
{
    /// <summary>Verifies.</summary>
    /// <param name="folder">The copy. Nothing else may use it meanwhile.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The ledger's name and size.</returns>
    /// <exception cref="BackupException">Something in it is not whole.</exception>
    public static async Task<(string Origin, long Size)> VerifyAsync(
        string folder,
        CancellationToken cancellationToken
    )
    {
        await CheckDatabaseAsync(Path.Combine(folder, BackupManifest.Database), cancellationToken);
        try
        {
            await using var host = PortalCommandHost.BuildForReading(
                $"--Portal:DataFolder={folder}",
                "--Database:Provider=Sqlite"
            );
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
            await RefuseNewerAsync(
                scope.ServiceProvider.GetRequiredService<PortalDbContext>(),
                cancellationToken
            );
            var verdict = await scope
                .ServiceProvider.GetRequiredService<LedgerVerification>()
                .VerifyAsync(cancellationToken);
            if (!verdict.IsVerified)
            {
                var failed = verdict.Checks.First(check => !check.Passed);
                throw new BackupException($"Its ledger is not whole: {failed.Sentence}");
            }

            return (verdict.Origin, (long)verdict.Size);
        }
        catch (Exception error)
            when (error
                    is PortalStartException
                        or System.Data.Common.DbException
                        or System.Security.Cryptography.CryptographicException
            )
        {
            throw new BackupException($"It cannot be opened: {error.Message}");
        }
    }

    // An older one is brought up to date by the portal's start.
    private static async Task RefuseNewerAsync(
        PortalDbContext database,
        CancellationToken cancellationToken
    )
    {
        var known = database.Database.GetMigrations().ToHashSet();
        var applied = await database.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.FirstOrDefault(name => !known.Contains(name)) is { } newer)
        {
            throw new BackupException(
                $"It was made by a newer version of the portal ({newer}). Use that version."
            );
        }
    }

    private static async Task CheckDatabaseAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = path,
                    Mode = SqliteOpenMode.ReadWrite,
                    Pooling = false,
                }.ToString()
            );
            await connection.OpenAsync(cancellationToken);
            // One file, without a log beside it.
            await ScalarAsync(connection, "PRAGMA journal_mode=DELETE", cancellationToken);
            var whole = await ScalarAsync(connection, "PRAGMA integrity_check", cancellationToken);
            var orphan = await ScalarAsync(
                connection,
                "PRAGMA foreign_key_check",
                cancellationToken
            );
            if (whole as string != "ok" || orphan is not null)
            {
                throw new BackupException($"Its database is not whole: {whole ?? orphan}");
            }
        }
        catch (SqliteException error)
        {
            throw new BackupException($"Its database is not whole: {error.Message}");
        }
    }

    private static async Task<object?> ScalarAsync(
        SqliteConnection connection,
        string statement,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of this class.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
