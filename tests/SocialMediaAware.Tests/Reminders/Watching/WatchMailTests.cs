using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Reminders.Sending;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Watching;
using SocialMediaAware.Web.Features.Settings;
using SocialMediaAware.Web.Mail;

namespace SocialMediaAware.Tests.Reminders.Watching;

public sealed class WatchMailTests
{
    // Eight o'clock on Monday 16 November 2026 in New Zealand.
    private static TestClock Early() =>
        new(new DateTimeOffset(2026, 11, 15, 19, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("nothing was written", TestProvider.Sqlite)]
    [InlineData("nothing was written", TestProvider.PostgreSql)]
    [InlineData("nothing was delivered", TestProvider.Sqlite)]
    [InlineData("the server takes nothing for now", TestProvider.Sqlite)]
    [InlineData("the server refuses everything", TestProvider.Sqlite)]
    [InlineData("nobody knows what went", TestProvider.Sqlite)]
    public async Task Watch_WhenMailWasExpectedAndNoneWent_RaisesOneAlarmAndTellsEachOnce(
        string why,
        TestProvider provider
    )
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync(
            new() { Clock = Early(), Provider = provider }
        );
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, "Hana HR");
        var admin = await portal.PersonWithRoleAsync(agency, PortalRole.Administrator, "Ada Admin");
        await portal.OwingAsync("One");
        await portal.OwingAsync("Two");
        if (why != "nothing was written")
        {
            await portal.RemindAsync();
        }

        await GoWrongAsync(portal, world, why);
        portal.Clock.Move(TimeSpan.FromMinutes(119));
        Assert.Equal(0, await WatchAsync(portal));
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        world.AlwaysAnswer(MailHandOver.Delivered);
        var before = world.Taken.Count;

        Assert.Equal(1, await WatchAsync(portal));
        portal.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal(0, await WatchAsync(portal));

        var alarm = await AlarmAsync(portal);
        Assert.Equal((2, 2), (alarm.Expected, alarm.Mailed));
        Assert.Null(alarm.EndedAt);
        var told = world.Taken.Skip(before).Select(taken => taken.Message).ToList();
        Assert.Equal(
            new[] { admin.Email, hr.Email }.Order(),
            told.Select(message => message.To.Address).Order()
        );
        Assert.All(
            told,
            message =>
            {
                Assert.Contains(
                    "Monday 16 November 2026",
                    message.Content.Subject,
                    StringComparison.Ordinal
                );
                Assert.Contains("2 people", message.Content.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Alarm_IsSeenByThoseWhoLookAfterMailAndEndsWhenMailWent()
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync(new() { Clock = Early() });
        var agency = await portal.AgencyAsync();
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, "Hana HR");
        var admin = await portal.PersonWithRoleAsync(agency, PortalRole.Administrator, "Ada Admin");
        var (owing, _) = await portal.OwingAsync();
        portal.Clock.Move(TimeSpan.FromHours(2));
        Assert.Equal("Healthy", await HealthAsync(portal, HttpStatusCode.OK));
        // The alarm's own mail cannot go either.
        world.AlwaysAnswer(new MailHandOver(MailOutcome.TryLater, "421 Closed."));
        Assert.Equal(1, await WatchAsync(portal));
        Assert.Equal(0, (await AlarmAsync(portal)).Mailed);

        (CastMember Who, string Address, bool Sees)[] views =
        [
            (hr, "/", true),
            (hr, "/reminders", true),
            (admin, "/", true),
            (admin, "/settings/jobs", true),
            (owing, "/", false),
        ];
        foreach (var (who, address, sees) in views)
        {
            using var client = await portal.SignedInAsync(who.AccountId);
            var words = (await client.PageAsync(address)).QuerySelector("main")!.TextContent;
            Assert.Equal(
                sees,
                words.Contains("No mail has gone out today", StringComparison.Ordinal)
            );
        }

        Assert.Equal("Unhealthy", await HealthAsync(portal, HttpStatusCode.ServiceUnavailable));
        using (var visitor = portal.Visitor())
        {
            // A restart mends nothing of this.
            using var ready = await visitor.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        world.AlwaysAnswer(MailHandOver.Delivered);
        await portal.RemindAsync();
        await portal.DeliverAsync();
        portal.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal(0, await WatchAsync(portal));

        Assert.Equal(portal.Clock.GetUtcNow().AddMinutes(-10), (await AlarmAsync(portal)).EndedAt);
        Assert.Equal("Healthy", await HealthAsync(portal, HttpStatusCode.OK));
        using var later = await portal.SignedInAsync(hr.AccountId);
        var page = (await later.PageAsync("/reminders")).QuerySelector("main")!.TextContent;
        Assert.DoesNotContain("No mail has gone out today", page, StringComparison.Ordinal);
        Assert.Contains("The first went out at 10:00 am.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a mail went")]
    [InlineData("nobody owes anything")]
    [InlineData("it is held on purpose")]
    [InlineData("it was launched a moment ago")]
    [InlineData("everybody is further west")]
    [InlineData("one address was refused")]
    [InlineData("it is Sunday")]
    public async Task Watch_WhenAllIsAsItShouldBe_RaisesNone(string why)
    {
        var world = new SteeredDelivery();
        await using var portal = await world.PortalAsync(new() { Clock = Early() });
        var agency = await portal.AgencyAsync();
        if (why == "it was launched a moment ago")
        {
            portal.Clock.Move(TimeSpan.FromMinutes(119));
        }

        var (person, assignment) = await portal.OwingAsync();
        switch (why)
        {
            case "a mail went":
                await portal.RemindAsync();
                await portal.DeliverAsync();
                await portal.AssignmentAsync(
                    await portal.PersonAsync(agency, "Two"),
                    await portal.OnboardingAsync(agency)
                );
                break;
            case "nobody owes anything":
                await portal.ChangeAsync(assignment, one => one.Sign(portal.Clock.GetUtcNow()));
                break;
            case "it is held on purpose":
                await portal.RemindAsync();
                await portal.WithDatabaseAsync(async database =>
                {
                    database.Add(
                        MailHold.Begin(
                            agency.Id,
                            "Strike",
                            person.AccountId,
                            portal.Clock.GetUtcNow()
                        )
                    );
                    await database.SaveChangesAsync();
                });
                break;
            case "everybody is further west":
                await portal.PersonAsync(person, person.Email, "Europe/London");
                break;
            case "one address was refused":
                world.AlwaysAnswer(new(MailOutcome.Refused, "550", IsAddressRefused: true));
                await portal.RemindAsync();
                await portal.DeliverAsync();
                break;
            default:
                break;
        }

        portal.Clock.Move(why == "it is Sunday" ? TimeSpan.FromDays(6.2) : TimeSpan.FromHours(3));

        Assert.Equal(0, await WatchAsync(portal));
        Assert.False(await portal.WithDatabaseAsync(database => database.MailAlarms.AnyAsync()));
    }

    [Fact]
    public async Task Clockwork_WhenItStandsStill_IsSaidToThoseWhoLookAndToWhoeverWatches()
    {
        var silence = new TestClock(DateTimeOffset.UnixEpoch);
        await using var portal = await TestPortal.StartAsync(
            new() { Services = services => services.AddSingleton(new Clockwork(silence)) }
        );
        var hr = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync(),
            PortalRole.HumanResources
        );
        Assert.Equal("Healthy", await HealthAsync(portal, HttpStatusCode.OK));

        silence.Move(TimeSpan.FromMinutes(31));

        Assert.Equal("Unhealthy", await HealthAsync(portal, HttpStatusCode.ServiceUnavailable));
        using var client = await portal.SignedInAsync(hr.AccountId);
        foreach (var address in new[] { "/", "/reminders" })
        {
            Assert.Contains(
                "The portal does nothing by itself",
                (await client.PageAsync(address)).Body!.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    private static async Task GoWrongAsync(TestPortal portal, SteeredDelivery world, string why)
    {
        world.AlwaysAnswer(
            why switch
            {
                "the server refuses everything" => new(MailOutcome.Refused, "554 No."),
                "nobody knows what went" => new(MailOutcome.Uncertain, "The line went dead."),
                _ => new(MailOutcome.TryLater, "421 Closed."),
            }
        );
        if (why is not "nothing was written" and not "nothing was delivered")
        {
            await portal.DeliverAsync();
        }
    }

    private static Task<int> WatchAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<WatchMail>().RunAsync(CancellationToken.None)
        );

    private static Task<MailAlarm> AlarmAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(database => database.MailAlarms.AsNoTracking().SingleAsync());

    private static async Task<string> HealthAsync(TestPortal portal, HttpStatusCode expected)
    {
        using var visitor = portal.Visitor();
        using var response = await visitor.GetAsync("/health/mail");
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
