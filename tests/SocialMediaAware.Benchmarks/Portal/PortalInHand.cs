using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Benchmarks.Portal;

/// <summary>
/// The portal's own services in this process, prepared as at its start, without its web server: to put people in, and to measure
/// use cases that need no page.
/// </summary>
internal sealed class PortalInHand : IAsyncDisposable
{
    private readonly WebApplication portal;

    private PortalInHand(WebApplication portal) => this.portal = portal;

    /// <summary>Opens a data folder, as the start of the portal does.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="postgres">The PostgreSQL database in place of SQLite.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="clock">The clock in place of the machine's.</param>
    /// <param name="settings">Further settings, such as <c>--Portal:Mail:Server=localhost</c>.</param>
    public static async Task<PortalInHand> OpenAsync(
        TemporaryFolder folder,
        string? postgres,
        CancellationToken cancellationToken,
        TimeProvider? clock = null,
        params string[] settings
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = Environments.Production,
                ContentRootPath = Repository.Folder("src", "SocialMediaAware.Web"),
                Args =
                [
                    $"--Portal:DataFolder={folder.FullPath}",
                    .. settings,
                    .. postgres is null
                        ? Array.Empty<string>()
                        :
                        [
                            "--Database:Provider=PostgreSQL",
                            $"--Database:ConnectionString={postgres}",
                        ],
                ],
            }
        );
        builder.AddPortal();
        builder.Logging.ClearProviders();
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        var app = builder.Build();
        try
        {
            await app.PrepareAsync(cancellationToken);
            await app.Services.GetRequiredService<LedgerWriter>().StartAsync(cancellationToken);
            return new PortalInHand(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does something with the portal's services in a scope of its own, outside all walls.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
        return await work(scope.ServiceProvider);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await portal.Services.GetRequiredService<LedgerWriter>().StopAsync(CancellationToken.None);
        await portal.DisposeAsync();
    }
}
