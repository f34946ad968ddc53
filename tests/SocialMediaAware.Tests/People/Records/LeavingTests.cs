using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>People who leave, and people who die: at once, and taken back where it was a mistake.</summary>
public sealed class LeavingTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Leaver_WhenTheLastDayIsPast_OwesNothingAndGetsNoMailAtOnce(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var (agency, aroha, browser) = await OwingAsync(portal);
        using var own = browser;
        Assert.Equal(OutboxState.Pending, Assert.Single(await portal.MailsAsync()).State);

        using var left = await browser.FillAsync(
            $"/people/person/{aroha.PersonId}/left",
            ("LastDay", portal.Today().AddDays(-1).ForField()),
            ("Reason", "New job")
        );
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.All(await DutiesAsync(portal, aroha), duty => Assert.NotNull(duty.LeftAt));
        Assert.Equal(OutboxState.Withdrawn, Assert.Single(await portal.MailsAsync()).State);
        await portal.RemindAsync();
        Assert.Single(await portal.MailsAsync());

        using var back = await browser.FillAsync(
            $"/people/person/{aroha.PersonId}/left/back",
            ("Reason", "It was another Aroha")
        );
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Null(Assert.Single(await portal.PositionsAsync(aroha.PersonId)).HoldsUntil);
        Assert.Contains(await DutiesAsync(portal, aroha), duty => duty.LeftAt is null);
        using var twice = await browser.GetAsync($"/people/person/{aroha.PersonId}/left/back");
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
    }

    [Fact]
    public async Task Leaver_OnTheirLastDay_GetsNoMailAndOwesNothingTheDayAfter()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, aroha, browser) = await OwingAsync(portal);
        using var own = browser;
        using var left = await browser.FillAsync(
            $"/people/person/{aroha.PersonId}/left",
            ("LastDay", portal.Today().ForField()),
            ("Reason", "New job")
        );
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        await portal.RemindAsync();
        await portal.DeliverAsync();
        Assert.All(
            await portal.MailsAsync(),
            mail => Assert.Equal(OutboxState.Withdrawn, mail.State)
        );
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Dead_AreNamedNowhereAndCanBeTakenBack(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var (agency, aroha, browser) = await OwingAsync(portal);
        using var own = browser;
        await portal.RoleAsync(aroha, PortalRole.ContentOwner, agency);
        var administrator = await portal.PersonWithRoleAsync(agency, PortalRole.Administrator);
        using var office = await portal.SignedInAsync(administrator.AccountId);
        using var hers = await portal.SignedInAsync(aroha.AccountId);
        (HttpClient Who, string Where)[] lists =
        [
            (browser, "/people"),
            (browser, "/people?standing=Everybody&q=aroha"),
            (browser, "/people?standing=Left"),
            (browser, "/reports/completion/people"),
            (browser, "/reports/completion/download?table=people"),
            (browser, "/reminders"),
            (browser, "/reminders/without-address"),
            (office, "/settings/roles"),
            (office, "/audit"),
        ];
        await hers.GetAsync("/reminders");
        Assert.Contains("Aroha", await TextsAsync(lists));

        using var died = await browser.FillAsync(
            $"/people/person/{aroha.PersonId}/died",
            ("Day", portal.Today().ForField()),
            ("Reason", "Her family called")
        );
        Assert.Equal("/people", died.Headers.Location!.OriginalString);
        await browser.GetAsync("/people");
        Assert.DoesNotContain("Aroha", await TextsAsync(lists));
        Assert.All(await DutiesAsync(portal, aroha), duty => Assert.NotNull(duty.LeftAt));
        Assert.All(
            await portal.MailsAsync(),
            mail => Assert.Equal(OutboxState.Withdrawn, mail.State)
        );
        using var shut = await hers.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, shut.StatusCode);
        using var gone = await browser.GetAsync($"/people/person/{aroha.PersonId}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        using var back = await browser.FillAsync(
            "/people/died?q=aroha",
            ("Person", aroha.PersonId.ToString()),
            ("Reason", "It was her aunt")
        );
        Assert.Equal($"/people/person/{aroha.PersonId}", back.Headers.Location!.OriginalString);
        Assert.Null(Assert.Single(await portal.PositionsAsync(aroha.PersonId)).HoldsUntil);
        Assert.Contains("Aroha", (await browser.PageAsync("/people")).Text());
        Assert.Contains(await DutiesAsync(portal, aroha), duty => duty.LeftAt is null);
        using var again = await portal.SignedInAsync(aroha.AccountId);
        using var home = await again.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    private static async Task<string> TextsAsync((HttpClient Who, string Where)[] lists)
    {
        var texts = new List<string>();
        foreach (var (who, where) in lists)
        {
            using var answer = await who.GetAsync(where);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            texts.Add(await answer.Content.ReadAsStringAsync());
        }

        // What was searched for stands in the field and in the addresses.
        return string.Join('\n', texts)
            .Replace("value=\"aroha\"", "", StringComparison.Ordinal)
            .Replace("q=aroha", "", StringComparison.Ordinal);
    }

    private static Task<List<Assignment>> DutiesAsync(TestPortal portal, CastMember member) =>
        portal.WithDatabaseAsync(database =>
            database
                .Assignments.AsNoTracking()
                .Where(one => one.PersonId == member.PersonId)
                .ToListAsync()
        );

    private static async Task<(Agency, CastMember, HttpClient)> OwingAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync("kainga-ora");
        // HR was here before onboarding began, and owes nothing.
        var hr = await portal.PersonAsync(
            agency,
            "Tamsin Okoro",
            from: portal.Today().AddDays(-400)
        );
        await portal.RoleAsync(hr, PortalRole.HumanResources, agency);
        await portal.OnboardingAsync(agency);
        var aroha = await portal.PersonAsync(agency, "Aroha Pātea");
        await portal.WithAsync(services =>
            services.GetRequiredService<PlanningAtOnce>().RunForAsync(aroha.PersonId, default)
        );
        await portal.RemindAsync();
        return (agency, aroha, await portal.SignedInAsync(hr.AccountId));
    }
}
