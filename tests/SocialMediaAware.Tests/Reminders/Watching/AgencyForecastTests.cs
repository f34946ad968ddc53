using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Watching;

namespace SocialMediaAware.Tests.Reminders.Watching;

public sealed class AgencyForecastTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Forecast_OverAllProgrammes_IsWhatPlanningAndRemindingDayByDayWrite(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, "Hana HR");
        var leader = await portal.PersonAsync(agency, "Lucy Leader");
        var today = portal.Clock.GetUtcNow().NewZealandDate();
        // What is asked by hand, beside what the planner asks of everybody who starts.
        await portal.OnboardingAsync(agency);
        var byHand = await portal.ProgrammeAsync(agency, ProgrammeKind.OneOff);
        await portal.AssignmentAsync(
            await portal.PersonAsync(agency, "Ola Owing", ledBy: leader, region: "Wellington"),
            byHand,
            opensOn: today.AddDays(-20),
            dueOn: today.AddDays(-3)
        );
        var unreached = await portal.PersonAsync(agency, "Ute Unreached");
        await portal.AssignmentAsync(unreached, byHand);
        await portal.PersonAsync(unreached, null);
        // Somebody begins in three weeks, and the planner will ask them then.
        await portal.PersonAsync(agency, "Stella Starter", from: today.AddDays(21));
        await portal.PersonAsync(await portal.AgencyAsync("stats-nz"), "Else Where");

        var forecast = await portal.WithAsync(services =>
            services
                .GetRequiredService<AgencyForecast>()
                .ReadAsync([agency.Id], CancellationToken.None)
        );

        var written = new List<MailDay>();
        for (var day = today; day < today.AddDays(MailForecast.DaysAhead); day = day.AddDays(1))
        {
            portal.Clock.MoveTo(day);
            await portal.WithAsync(services =>
                services.GetRequiredService<PlanAssignments>().RunAsync(CancellationToken.None)
            );
            written.Add(new(day, await portal.RemindAsync()));
        }

        Assert.Equal(
            written.Where(day => day.People > 0),
            forecast.Days.Where(day => day.People > 0)
        );
        Assert.True(forecast.Total > 10);
    }

    [Fact]
    public async Task Page_WithALimit_PointsOutTheDaysThatDoNotFit()
    {
        await using var portal = await TestPortal.StartAsync(
            new()
            {
                Settings = new Dictionary<string, string> { ["Portal:Mail:MailsPerMinute"] = "1" },
            }
        );
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var programme = await portal.ProgrammeAsync(agency, ProgrammeKind.OneOff);
        using var client = await portal.SignedInAsync(hr.AccountId);
        Assert.Contains("No mail is coming", await WordsAsync(client), StringComparison.Ordinal);
        // A mail a minute is 540 on a day: one more is too many.
        await portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var root = await database.Units.FindAsync(agency.Id);
            for (var number = 0; number < 541; number++)
            {
                var person = Person.Appear($"p{number}@agency.example", now);
                database.AddRange(
                    person,
                    PersonName.Learn(person.Id, $"Person {number}", new(2026, 11, 1), now),
                    Placement.Learn(
                        person.Id,
                        root!,
                        PersonKind.Employee,
                        "Adviser",
                        null,
                        null,
                        null,
                        new(2026, 11, 1),
                        null,
                        now
                    ),
                    Assignment.Make(
                        agency.Id,
                        person.Id,
                        PersonKind.Employee,
                        programme.Id,
                        $"onboarding/{number}",
                        new(2026, 11, 13),
                        new(2026, 11, 27),
                        [("be-social-media-aware", 1)],
                        now
                    )
                );
            }

            await database.SaveChangesAsync();
        });

        var words = await WordsAsync(client);

        Assert.Contains("At most one mail goes out in a minute", words, StringComparison.Ordinal);
        Assert.Contains("Monday 16 November 2026", words, StringComparison.Ordinal);
        Assert.Contains("9 h 1 min", words, StringComparison.Ordinal);
        Assert.Contains("Too many", words, StringComparison.Ordinal);
    }

    private static async Task<string> WordsAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/reminders/forecast?agency=nonsense");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.PageAsync()).QuerySelector("main")!.TextContent;
    }
}
