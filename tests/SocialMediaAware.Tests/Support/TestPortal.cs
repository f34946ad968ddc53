using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Tests.Support;

/// <summary>How a test portal differs from the ordinary one.</summary>
public sealed record TestPortalOptions
{
    public TestProvider Provider { get; init; } = TestProvider.Sqlite;

    public string Environment { get; init; } = "Production";

    /// <summary>The content folder; the repository's own where it is left out.</summary>
    public string? ContentFolder { get; init; }

    /// <summary>The data folder; one of its own where it is left out.</summary>
    public string? DataFolder { get; init; }

    /// <summary>A data folder that the portal begins with a copy of; nothing to begin empty.</summary>
    public string? CopyOf { get; init; }

    /// <summary>The PostgreSQL database, where several portals share one.</summary>
    public string? ConnectionString { get; init; }

    public TestClock Clock { get; init; } = TestClock.OnAMonday();

    /// <summary>Whether the portal goes by its own clock, which its page for trying it moves, and not by the test's.</summary>
    public bool OnItsOwnClock { get; init; }

    /// <summary>Services that the test adds.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Whether the portal listens on a real port of this machine, for browsers.</summary>
    public bool OnARealPort { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } =
        new Dictionary<string, string>();
}

/// <summary>The real portal in this process, on a real database in a folder of its own, with a clock that tests move.</summary>
public sealed class TestPortal : WebApplicationFactory<Program>
{
    private readonly TestPortalOptions options;
    private readonly string dataFolder;
    private readonly PostgresDatabase? postgres;

    private TestPortal(TestPortalOptions options, PostgresDatabase? postgres)
    {
        this.options = options;
        this.postgres = postgres;
        dataFolder =
            options.DataFolder ?? Path.Combine(Path.GetTempPath(), $"sma-test-{Guid.NewGuid():N}");
    }

    public TestClock Clock => options.Clock;

    public string DataFolder => dataFolder;

    /// <summary>Starts a portal. Who starts it disposes of it.</summary>
    public static async Task<TestPortal> StartAsync(TestPortalOptions? options = null)
    {
        options ??= new TestPortalOptions();
        var needsDatabase =
            options.Provider == TestProvider.PostgreSql && options.ConnectionString is null;
        var portal = new TestPortal(
            options,
            needsDatabase ? await PostgresDatabase.CreateMigratedAsync() : null
        );
        if (options.CopyOf is { } original)
        {
            Copy(original, portal.dataFolder);
        }
        // A clock of its own begins with a database of its own.
        else if (
            options is { Provider: TestProvider.Sqlite, DataFolder: null, OnItsOwnClock: false }
        )
        {
            await MigratedDatabases.PutIntoAsync(portal.dataFolder);
        }

        if (options.OnARealPort)
        {
            portal.UseKestrel(0);
            portal.StartServer();
        }
        else
        {
            _ = portal.Server;
        }

        return portal;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Does something with the portal's own services, outside all walls.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
        return await work(scope.ServiceProvider);
    }

    /// <inheritdoc cref="WithAsync{T}" />
    public Task WithAsync(Func<IServiceProvider, Task> work) =>
        WithAsync(async services =>
        {
            await work(services);
            return true;
        });

    /// <summary>Does something with the database, outside all walls.</summary>
    public Task<T> WithDatabaseAsync<T>(Func<PortalDbContext, Task<T>> work) =>
        WithAsync(services => work(services.GetRequiredService<PortalDbContext>()));

    /// <inheritdoc cref="WithDatabaseAsync{T}" />
    public Task WithDatabaseAsync(Func<PortalDbContext, Task> work) =>
        WithAsync(services => work(services.GetRequiredService<PortalDbContext>()));

    /// <summary>Where the portal listens, when it listens on a real port.</summary>
    public Uri Address =>
        new(
            Services
                .GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!
                .Addresses.First()
        );

    /// <summary>A visitor who keeps cookies and follows no redirect.</summary>
    public HttpClient Visitor() =>
        CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                HandleCookies = true,
            }
        );

    /// <summary>A visitor with the session of an account, as its sign-in would have given it.</summary>
    public async Task<HttpClient> SignedInAsync(Guid accountId, string method = "password")
    {
        var jar = new CookieContainer();
        jar.Add(new Uri("http://localhost"), await SessionCookieAsync(accountId, method));
        return CreateDefaultClient(new Uri("http://localhost"), new CookieJar(jar));
    }

    /// <summary>The session of an account. A portal on the same data folder takes it too.</summary>
    public async Task<Cookie> SessionCookieAsync(Guid accountId, string method = "password")
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var session = Session.Begin(accountId, method, now);
        var account = await WithDatabaseAsync(async database =>
        {
            database.Add(session);
            await database.SaveChangesAsync();
            return await database.Users.FindAsync(accountId);
        });
        var identity = new ClaimsIdentity(
            [
                new Claim(PortalClaims.AccountId, accountId.ToString()),
                new Claim(PortalClaims.SecurityStamp, account!.SecurityStamp!),
                new Claim(PortalClaims.SessionId, session.Id.ToString()),
                new Claim(PortalClaims.AuthenticationMethod, method),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        var cookie = Services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var issuedAt = cookie.TimeProvider!.GetUtcNow();
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(identity),
            new AuthenticationProperties
            {
                IssuedUtc = issuedAt,
                ExpiresUtc = issuedAt.AddHours(8),
            },
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        return new Cookie(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(options.Environment);
        builder.UseSetting("Portal:DataFolder", dataFolder);
        builder.UseSetting(
            "Portal:ContentFolder",
            options.ContentFolder ?? Repository.Folder("content")
        );
        if (options.Provider == TestProvider.PostgreSql)
        {
            builder.UseSetting("Database:Provider", "PostgreSQL");
            builder.UseSetting(
                "Database:ConnectionString",
                options.ConnectionString ?? postgres!.ConnectionString
            );
        }

        foreach (var (key, value) in options.Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            if (!options.OnItsOwnClock)
            {
                services.AddSingleton<TimeProvider>(options.Clock);
            }

            if (options.ContentFolder is null)
            {
                services.AddSingleton(provider => new ContentStore(
                    Repository.Folder("content"),
                    provider.GetRequiredService<TimeProvider>(),
                    SharedContent.Load
                ));
            }

            options.Services?.Invoke(services);
            // What a test does not look at must not fill its output.
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        });
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        if (options.DataFolder is null && Directory.Exists(dataFolder))
        {
            await DeleteFolderAsync();
        }

        GC.SuppressFinalize(this);
    }

    // A connection that another test's portal still closes can put its log file back for a moment.
    private async Task DeleteFolderAsync()
    {
        for (var attempt = 1; Directory.Exists(dataFolder); attempt++)
        {
            try
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Directory.Delete(dataFolder, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(50);
            }
        }
    }
}
