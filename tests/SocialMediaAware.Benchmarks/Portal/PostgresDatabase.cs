using Npgsql;

namespace SocialMediaAware.Benchmarks.Portal;

/// <summary>A fresh PostgreSQL database that goes when it was measured.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name = $"sma_benchmark_{Guid.NewGuid():N}";

    private PostgresDatabase(string server) => this.server = server;

    /// <summary>How the portal reaches it.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();

    /// <summary>Makes one.</summary>
    public static async Task<PostgresDatabase> CreateAsync(string server)
    {
        var database = new PostgresDatabase(server);
        await database.AskAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    /// <summary>The server's version.</summary>
    public async Task<string> VersionAsync() => (await AskAsync("SHOW server_version"))!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await AskAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private async Task<string?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() as string;
    }
}
