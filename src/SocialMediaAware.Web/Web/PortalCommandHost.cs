using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Web;

/// <summary>
/// The services that commands need, with the settings of the portal and without its web server. What it opens is opened for
/// reading only, so that a command can run beside a portal.
/// </summary>
public static class PortalCommandHost
{
    /// <summary>Builds them from the settings files, the environment, and what is given here.</summary>
    /// <exception cref="PortalStartException">There is nothing to read.</exception>
    public static WebApplication BuildForReading(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        // Standard output belongs to what the command prints.
        builder
            .Logging.ClearProviders()
            .AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning);
        var dataFolder = DataFolder.Open(
            builder.Configuration["Portal:DataFolder"],
            builder.Environment.ContentRootPath
        );
        builder.Services.AddContent(
            ContentFolder.Resolve(
                builder.Configuration[ContentFolder.Setting],
                builder.Environment.ContentRootPath
            )
        );
        builder.Services.AddClock(builder.Configuration, builder.Environment, dataFolder);
        builder.Services.AddPortalDataForReading(builder.Configuration, dataFolder);
        builder.Services.AddLedgerForReading();
        builder.Services.AddPlanningForReading();
        return builder.Build();
    }
}
