using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts.Links;
using SocialMediaAware.Web.Features.Attestations;
using SocialMediaAware.Web.Features.Clock;
using SocialMediaAware.Web.Features.People.Import;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Web.Web;

/// <summary>
/// The services that commands need, with the settings of the portal and without its web server. What most of them open is
/// opened for reading only, so that a command can run beside a portal.
/// </summary>
public static class PortalCommandHost
{
    /// <summary>Builds them from the settings files, the environment, and what is given here.</summary>
    /// <exception cref="PortalStartException">There is nothing to read.</exception>
    public static WebApplication BuildForReading(params string[] settings)
    {
        var (builder, dataFolder) = Begin(settings);
        builder.Services.AddPortalDataForReading(builder.Configuration, dataFolder);
        builder.Services.AddLedgerForReading();
        builder.Services.AddPlanningForReading();
        builder.Services.AddImportForReading();
        return builder.Build();
    }

    /// <summary>Builds those of the few commands that write. On SQLite whoever uses them takes the data folder's lock first.</summary>
    /// <exception cref="PortalStartException">There is nothing to write to.</exception>
    public static WebApplication BuildForWriting(params string[] settings)
    {
        var (builder, dataFolder) = Begin(settings);
        // A command works on a portal's data; it never makes a database that is not there.
        builder.Services.AddPortalData(builder.Configuration, dataFolder);
        if (
            builder.Configuration.GetSection(DatabaseSettings.Section).Get<DatabaseSettings>()
                is not { IsPostgres: true }
            && !File.Exists(dataFolder.PathOf("portal.db"))
        )
        {
            throw new PortalStartException(
                $"There is no database {dataFolder.PathOf("portal.db")}. Set Portal:DataFolder to the portal's data folder."
            );
        }

        builder.Services.AddImportForWriting();
        builder.Services.AddScoped<LinkMaking>();
        return builder.Build();
    }

    private static (WebApplicationBuilder, DataFolder) Begin(string[] settings)
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
        return (builder, dataFolder);
    }
}
