using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialMediaAware.Web.Data;

namespace SocialMediaAware.Tests.Support;

/// <summary>
/// Empty databases that every migration has run on, made once in a run of tests: migrating anew took a third of the time of most
/// tests. That the migrations lead there from an older version is tested by itself.
/// </summary>
internal static class MigratedDatabases
{
    private static readonly Lazy<Task<byte[]>> Sqlite = new(MigrateSqliteAsync);
    private static readonly Lazy<Task<string>> Postgres = new(MigratePostgresAsync);

    /// <summary>Puts a migrated database into a data folder that does not exist yet.</summary>
    public static async Task PutIntoAsync(string dataFolder)
    {
        var migrated = await Sqlite.Value;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(dataFolder);
        }
        else
        {
            Directory.CreateDirectory(
                dataFolder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        await File.WriteAllBytesAsync(Path.Combine(dataFolder, "portal.db"), migrated);
    }

    /// <summary>The name of a migrated database on the server, to make others from.</summary>
    public static Task<string> PostgresTemplateAsync() => Postgres.Value;

    private static async Task<byte[]> MigrateSqliteAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"sma-migrated-{Guid.NewGuid():N}.db");
        await using (var database = new SqliteDesignTimeContext().CreateDbContext([]))
        {
            database.Database.SetConnectionString($"Data Source={file};Pooling=False");
            await database.Database.MigrateAsync();
        }

        var migrated = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return migrated;
    }

    private static async Task<string> MigratePostgresAsync()
    {
        var name = $"sma_migrated_{Guid.NewGuid():N}";
        await PostgresDatabase.ExecuteAsync($"CREATE DATABASE {name}");
        await using var database = new PostgresDesignTimeContext().CreateDbContext([]);
        database.Database.SetConnectionString(
            new NpgsqlConnectionStringBuilder(PostgresDatabase.Server)
            {
                Database = name,
                Pooling = false,
            }.ToString()
        );
        await database.Database.MigrateAsync();
        return name;
    }
}
