using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Demonstration;
using SocialMediaAware.Web.Features.Reminders;
using SocialMediaAware.Web.Features.Reminders.Watching;

namespace SocialMediaAware.BrowserTests;

/// <summary>HR looks after mail: what went, what is to come, holding it, and a day on which none went.</summary>
public sealed class MailJourneys(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task HumanResources_FromTheOutboxToTheForecast_LookAfterMail(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        // Since yesterday nobody has been reminded, and it is ten o'clock.
        await portal.ComeToAsync(new DateOnly(2026, 11, 17));
        await portal.WithAsync(async services =>
        {
            await services.GetRequiredService<WatchMail>().RunAsync(CancellationToken.None);
            await services.GetRequiredService<Remind>().RunAsync(CancellationToken.None);
        });
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var page = visit.Page;
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await visit.LookAsync("home-without-mail");
        await visit.GoAsync("/reminders", "mail-alarm");
        await Assertions
            .Expect(page.Locator("main"))
            .ToContainTextAsync("No mail has gone out today");

        await page.GetByRole(AriaRole.Link, new() { Name = "Hold mail" }).ClickAsync();
        await page.WaitForURLAsync("**/reminders/hold");
        await visit.LookAsync("mail-hold");
        await page.Locator("#reason").FillAsync("Cyclone in the north");
        await visit.PressAsync("Hold all mail", exact: true);
        await page.WaitForURLAsync("**/reminders");
        await visit.LookAsync("mail-held");
        await page.GetByRole(AriaRole.Link, new() { Name = "See, or let mail go" }).ClickAsync();
        await page.WaitForURLAsync("**/reminders/hold");
        await visit.LookAsync("mail-release");
        await page.Locator("main form button").First.ClickAsync();
        await page.WaitForURLAsync("**/reminders");

        await portal.WithAsync(async services =>
            await services.GetRequiredService<DeliverMail>().RunAsync(CancellationToken.None)
        );
        var mail = await portal.WithDatabaseAsync(database =>
            database
                .OutboxMessages.Where(message =>
                    message.State == OutboxState.Sent && !message.IsAcrossAgencies
                )
                .OrderBy(message => message.Id)
                .Select(message => message.Id)
                .FirstAsync()
        );
        await visit.GoAsync("/reminders?state=Sent&kind=Reminder", "mail-sent");
        await visit.GoAsync($"/reminders/{mail}", "mail-one");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();
        await page.WaitForURLAsync("**/again");
        await visit.LookAsync("mail-again");
        await visit.PressAsync("Send it again", exact: true);
        await page.WaitForURLAsync($"**/reminders/{mail}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Next try");
        await visit.LookAsync("mail-waits-again");

        await visit.GoAsync("/reminders/forecast", "mail-forecast");
        await Assertions.Expect(page.Locator("main table")).ToBeVisibleAsync();
    }
}
