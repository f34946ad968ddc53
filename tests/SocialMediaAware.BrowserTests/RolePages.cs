using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.Reminders;

namespace SocialMediaAware.BrowserTests;

/// <summary>The pages that HR and administrators come to through the year.</summary>
public sealed class RolePages(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task HumanResources_WhenTheyOpenThePagesOfTheYear_SeeThemWhole(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await portal.WithAsync(services =>
            services.GetRequiredService<Remind>().RunAsync(CancellationToken.None)
        );
        await portal.WithAsync(services =>
            services.GetRequiredService<DeliverMail>().RunAsync(CancellationToken.None)
        );
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await visit.GoAsync("/reminders", "reminders");
        var mail = await portal.WithDatabaseAsync(database =>
            database.Set<OutboxMessage>().Select(message => message.Id).FirstAsync()
        );
        await visit.GoAsync($"/reminders/{mail}", "reminder-mail");
        await visit.GoAsync("/reminders/without-address", "reminders-without-address");
        await visit.GoAsync("/elections", "elections-after");
        await visit.GoAsync("/elections/add", "election-add");
        await visit.PressAsync("Show what it brings");
        await visit.LookAsync("election-add-errors");
        await visit.GoAsync("/elections/government/general-2026", "election-government");
        await visit.GoAsync("/elections", "elections-again");
        await visit.PressAsync("Turn it");
        await visit.LookAsync("election-choose");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Administrators_WhenTheyOpenTheSettings_SeeThemWhole(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.SignInAsync(DemonstrationCast.Administrator);
        await visit.LookAsync("home-administrator");
        await visit.GoAsync("/settings/jobs", "jobs");
        await visit.GoAsync("/settings/clock", "clock");
        await visit.PressAsync("Move to this date");
        await visit.LookAsync("clock-errors");
        await Assertions.Expect(visit.Page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
    }
}
