using Npgsql;

namespace SocialMediaAware.Tests.Support;

/// <summary>Which database a test portal runs on.</summary>
public enum TestProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>A fresh PostgreSQL database on the server that the test command started; it goes with the test.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private const string Variable = "SMA_TEST_POSTGRES";
    private readonly string server;
    private readonly string name = $"sma_{Guid.NewGuid():N}";

    private PostgresDatabase(string server) => this.server = server;

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();

    public static async Task<PostgresDatabase> CreateAsync()
    {
        var address =
            Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException(
                $"{Variable} is not set: run the tests with tests/run.sh, which starts a PostgreSQL server."
            );
        var database = new PostgresDatabase(address);
        await database.ExecuteAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
