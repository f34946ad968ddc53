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
    private readonly string name = $"sma_{Guid.NewGuid():N}";

    private PostgresDatabase() { }

    /// <summary>How to reach the server.</summary>
    internal static string Server =>
        Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException(
            $"{Variable} is not set: run the tests with tests/run.sh, which starts a PostgreSQL server."
        );

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString();

    /// <summary>A database that is empty.</summary>
    public static async Task<PostgresDatabase> CreateAsync()
    {
        var database = new PostgresDatabase();
        await ExecuteAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    /// <summary>A database on which every migration has run.</summary>
    public static async Task<PostgresDatabase> CreateMigratedAsync()
    {
        var database = new PostgresDatabase();
        var template = await MigratedDatabases.PostgresTemplateAsync();
        await ExecuteAsync($"CREATE DATABASE {database.name} TEMPLATE {template}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    internal static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
