using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialMediaAware.Tests.Deployment;
using SocialMediaAware.Tests.Mail.Servers;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Web;

namespace SocialMediaAware.Tests.Mail.Killing;

/// <summary>
/// A process that delivers what waits, with all of the portal's own services, and then ends: something that a test can kill. It is
/// the program of this assembly.
/// </summary>
public static class DeliveringProcess
{
    private const string Now = "now";
    private const string Workers = "workers";

    /// <summary>Starts one.</summary>
    /// <param name="dataFolder">The portal's data folder.</param>
    /// <param name="listener">Where mails go.</param>
    /// <param name="now">What its clock says.</param>
    /// <param name="workers">How many deliver at the same time.</param>
    public static Process Start(
        string dataFolder,
        SinkListener listener,
        DateTimeOffset now,
        int workers
    )
    {
        var start = new ProcessStartInfo(
            Commands.DotNet,
            [
                typeof(DeliveringProcess).Assembly.Location,
                $"--{Now}={now.ToString("O", CultureInfo.InvariantCulture)}",
                $"--{Workers}={workers}",
                $"--Portal:DataFolder={dataFolder}",
                $"--Portal:ContentFolder={Repository.Folder("content")}",
                .. KilledWhileMailing
                    .SettingsFor(listener)
                    .Select(setting => $"--{setting.Key}={setting.Value}"),
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It lives for a moment: what makes long lives quick only costs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>Delivers once.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = arguments,
                ApplicationName = "SocialMediaAware.Web",
                EnvironmentName = "Production",
            }
        );
        builder.AddPortal();
        builder.Logging.ClearProviders();
        var now = DateTimeOffset.Parse(builder.Configuration[Now]!, CultureInfo.InvariantCulture);
        builder.Services.AddSingleton<TimeProvider>(new TestClock(now));
        await using var app = builder.Build();
        var workers = Enumerable.Range(0, app.Configuration.GetValue<int>(Workers));
        await Task.WhenAll(workers.Select(_ => Task.Run(() => DeliverAsync(app.Services))));
        return 0;
    }

    private static async Task DeliverAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterEveryAgency();
        await scope
            .ServiceProvider.GetRequiredService<DeliverMail>()
            .RunAsync(CancellationToken.None);
    }
}
