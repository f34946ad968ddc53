using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using SocialMediaAware.Tests.Support;

namespace SocialMediaAware.Tests.Data;

/// <summary>A portal that cannot start says why in one clear line, and ends with exit code 1.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sma-start-").FullName;

    [Fact]
    public async Task Start_WhenThePortIsTaken_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var (exitCode, error) = await PortalProcess.RunToEndAsync(
            Settings(("ASPNETCORE_URLS", address))
        );

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "address already in use",
            Assert.Single(error),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains("ASPNETCORE_URLS", error[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenTheDataFolderCannotBeWrittenTo_SaysSo()
    {
        // A file stands where the folder should be: nobody can write into it, the administrator of the machine included.
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");

        var (exitCode, error) = await PortalProcess.RunToEndAsync(
            Settings(("Portal__DataFolder", file))
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("cannot be written to", Assert.Single(error), StringComparison.Ordinal);
        Assert.Contains("Portal:DataFolder", error[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenAnotherPortalRunsOnTheFolder_SaysSo()
    {
        await using var running = await TestPortal.StartAsync(
            new TestPortalOptions { DataFolder = folder }
        );

        var (exitCode, error) = await PortalProcess.RunToEndAsync(Settings());

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "already runs on the data folder",
            Assert.Single(error),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Start_WhenTheDatabaseIsFromANewerVersion_SaysSo()
    {
        await using (await TestPortal.StartAsync(new TestPortalOptions { DataFolder = folder })) { }

        await ExecuteAsync(
            "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_FromTheFuture', '99.0')"
        );

        var (exitCode, error) = await PortalProcess.RunToEndAsync(Settings());

        Assert.Equal(1, exitCode);
        Assert.Contains("newer version", Assert.Single(error), StringComparison.Ordinal);
        Assert.Contains("FromTheFuture", error[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenPostgresHasNoConnectionString_SaysSo()
    {
        var (exitCode, error) = await PortalProcess.RunToEndAsync(
            Settings(("Database__Provider", "PostgreSQL"))
        );

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "Database:ConnectionString",
            Assert.Single(error),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Start_WhenPostgresDoesNotAnswer_SaysSo()
    {
        var (exitCode, error) = await PortalProcess.RunToEndAsync(
            Settings(
                ("Database__Provider", "PostgreSQL"),
                ("Database__ConnectionString", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=3")
            )
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("cannot be opened", Assert.Single(error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WhenAnEarlierOneWasKilledWhileMigrating_GoesOn()
    {
        await using (await TestPortal.StartAsync(new TestPortalOptions { DataFolder = folder })) { }

        await ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);"
                + "INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-11-16')"
        );

        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { DataFolder = folder }
        );
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).StatusCode);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private (string, string)[] Settings(params (string, string)[] more) =>
        [("Portal__DataFolder", folder), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. more];

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "portal.db")}"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
