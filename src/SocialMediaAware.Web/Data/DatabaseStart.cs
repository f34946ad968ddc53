using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialMediaAware.Web.Features.Backups;

namespace SocialMediaAware.Web.Data;

/// <summary>Brings the database to this version of the portal when it starts.</summary>
public sealed class DatabaseStart(
    PortalDbContext database,
    DatabaseSettings settings,
    IServiceProvider services
)
{
    /// <summary>Applies the migrations that are missing.</summary>
    /// <exception cref="PortalStartException">No database, no library, or a database from a newer version.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsPostgres && !SqliteLibrary.IsAvailable)
        {
            throw new PortalStartException(
                "The SQLite library is missing. Install it (Debian: apt-get install libsqlite3-0), or use PostgreSQL with Database:Provider."
            );
        }

        if (!settings.IsPostgres)
        {
            // Held until the portal stops, because its owner is the container of services.
            services.GetRequiredService<DataFolderLock>();
            RestoreSteps.Finish(services.GetRequiredService<DataFolder>());
        }

        try
        {
            await RefuseNewerDatabaseAsync(cancellationToken);
            if (!settings.IsPostgres)
            {
                await PrepareSqliteAsync(cancellationToken);
            }

            await database.Database.MigrateAsync(cancellationToken);
        }
        catch (Exception error) when (error is SqliteException or NpgsqlException)
        {
            throw new PortalStartException($"The database cannot be opened: {error.Message}");
        }
    }

    private async Task RefuseNewerDatabaseAsync(CancellationToken cancellationToken)
    {
        if (!await database.Database.CanConnectAsync(cancellationToken))
        {
            return;
        }

        var known = database.Database.GetMigrations().ToHashSet();
        var unknown = (await database.Database.GetAppliedMigrationsAsync(cancellationToken)).Where(
            name => !known.Contains(name)
        );
        if (unknown.LastOrDefault() is { } newest)
        {
            throw new PortalStartException(
                $"The database was made by a newer version of the portal ({newest}). Start that version, or restore a backup made with this one."
            );
        }
    }

    // The data folder's lock makes this portal the only one on the file, so a row left by a killed start is nobody's.
    private async Task PrepareSqliteAsync(CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        var connection = database.Database.GetDbConnection();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA journal_mode=WAL;";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var command = connection.CreateCommand())
        {
            command.CommandText =
                "SELECT count(*) FROM sqlite_master WHERE name='__EFMigrationsLock';";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), null) > 0)
            {
                command.CommandText = "DELETE FROM __EFMigrationsLock;";
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        await database.Database.CloseConnectionAsync();
    }
}
