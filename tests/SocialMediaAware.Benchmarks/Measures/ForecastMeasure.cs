using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Benchmarks.Portal;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders.Watching;

namespace SocialMediaAware.Benchmarks.Measures;

/// <summary>
/// The mail of sixty days for a whole public service with twelve programmes, as HR's page shows it, and what the watch over mail asks
/// once a day where none has gone.
/// </summary>
internal sealed class ForecastMeasure : IMeasure
{
    private const int BytesInAMegabyte = 1024 * 1024;

    /// <inheritdoc />
    public string Name => "forecast";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Figure>> TakeAsync(
        MeasurePlan plan,
        CancellationToken cancellationToken
    )
    {
        var people = plan.Of(70_000, 2_000);
        using var folder = new TemporaryFolder();
        await using var hand = await PortalInHand.OpenAsync(folder, null, cancellationToken);
        await hand.PlaceAsync(people, withAccounts: false);
        await hand.DrawUpSixMoreAsync();
        await hand.LaunchProgrammesAsync();
        await hand.PlanAsync(cancellationToken);
        var agencies = await hand.WithAsync(services =>
            services
                .GetRequiredService<PortalDbContext>()
                .Agencies.Select(agency => agency.Id)
                .ToArrayAsync(cancellationToken)
        );
        using var memory = new MemoryWatch();
        var began = Stopwatch.GetTimestamp();
        var mails = await hand.WithAsync(services =>
            services.GetRequiredService<AgencyForecast>().ReadAsync(agencies, cancellationToken)
        );
        var forecast = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var most = memory.MostBytes / BytesInAMegabyte;
        began = Stopwatch.GetTimestamp();
        var expected = await hand.WithAsync(async services =>
        {
            var today = services.GetRequiredService<TimeProvider>().Today().AddDays(1);
            var count = 0;
            foreach (var agency in agencies)
            {
                count += await services
                    .GetRequiredService<ExpectedMail>()
                    .CountAsync(
                        agency,
                        today,
                        today.MorningInNewZealand().AddHours(1),
                        cancellationToken
                    );
            }

            return count;
        });
        var watch = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return
        [
            new(
                $"Mail forecast, {people:N0} people, 12 programmes: {mails.Total:N0} mails in 60 days",
                $"{forecast.Words()} s",
                ""
            ),
            new("Mail forecast: memory at most", $"{most:N0} MB", ""),
            new(
                $"Watch over mail, once a day where none went: {expected:N0} people expected",
                $"{watch.Words()} s",
                ""
            ),
        ];
    }
}
