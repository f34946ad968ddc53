using Microsoft.Playwright;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>One polling day drives the refresher, its due date and the line under the header; and then it moves.</summary>
public sealed class ElectionJourneys(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task PollingDay_WhenHumanResourcesMoveIt_MovesWhatAPersonOwesAndTheBanner(
        int width,
        bool javaScript
    )
    {
        // Somebody who signed longer than 90 days before the refresher opens.
        await using var portal = await VisitSteps.StartAsync(browser, new DateOnly(2026, 3, 2));
        await portal.SignEverythingAsync(DemonstrationCast.NewStarter);
        await portal.ComeToAsync(new DateOnly(2026, 7, 27));
        await using var person = await browser.VisitAsync(portal, width, javaScript);
        await person.SignInAsync(DemonstrationCast.NewStarter);
        await ExpectDueAsync(person, "Friday 7 August 2026");
        await ExpectBannerAsync(person, "Pre-election period soon", "Friday 7 August 2026");
        await person.LookAsync("election-home");

        await using var humanResources = await browser.VisitAsync(portal, width, javaScript);
        await humanResources.SignInAsync(DemonstrationCast.HumanResources);
        await LookAndMoveAsync(humanResources);

        await person.Page.GotoAsync("/");
        await ExpectDueAsync(person, "Friday 14 August 2026");
        await ExpectBannerAsync(person, "Pre-election period soon", "Friday 14 August 2026");
        await person.LookAsync("election-home-moved");
        await person.PressAsync("Begin");
        await person.LookAsync("election-overview");
        await person.PressAsync("Begin", exact: true);
        Assert.InRange(await person.DoEverythingAsync("election-"), 2, 10);
        await person.SignAsync(DemonstrationCast.NewStarter);
        await person.LookAsync("election-receipt");

        // On the day that was to be the first of the period, it has not begun; a week later it has.
        await portal.ComeToAsync(new DateOnly(2026, 8, 7));
        await person.SignInAsync(DemonstrationCast.NewStarter);
        await ExpectBannerAsync(person, "Pre-election period soon", "Friday 14 August 2026");
        await portal.ComeToAsync(new DateOnly(2026, 8, 14));
        await person.SignInAsync(DemonstrationCast.NewStarter);
        await ExpectBannerAsync(person, "Pre-election period", "Saturday 14 November 2026");
        await person.LookAsync("election-period");
        await person
            .Page.Locator(".sma-phase")
            .GetByRole(AriaRole.Link, new() { Name = "What this means for you" })
            .ClickAsync();
        await person.LookAsync("elections-period");
    }

    [Fact]
    public async Task PollingDay_WhenHumanResourcesHaveOnlyAKeyboard_CanBeMoved()
    {
        await using var portal = await VisitSteps.StartAsync(browser, new DateOnly(2026, 7, 27));
        await using var visit = await browser.VisitAsync(portal, 1280);
        var page = visit.Page;
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await page.GotoAsync("/elections");
        await visit.PressByKeyboardAsync(
            page.GetByRole(
                AriaRole.Link,
                new() { Name = "Move the polling day of General election 2026" }
            )
        );
        await page.WaitForURLAsync("**/move/*");
        var isDayFirst = await IsDayFirstAsync(visit);
        await visit.TabToAsync(page.Locator("#day"));
        await page.Keyboard.TypeAsync(isDayFirst ? "14112026" : "11142026");
        await visit.TabToAsync(page.Locator("#announcedon"));
        await page.Keyboard.TypeAsync(isDayFirst ? "26072026" : "07262026");
        await visit.TabToAsync(page.Locator("#source"));
        await page.Keyboard.TypeAsync("Prime Minister’s press conference");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/confirm?*");
        await visit.PressByKeyboardAsync(
            page.GetByRole(AriaRole.Button, new() { Name = "Move the polling day" })
        );
        await page.WaitForURLAsync("**/elections");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Saturday 14 November 2026");
    }

    // In which order a date field takes its parts depends on how the machine's browser is set up.
    private static async Task<bool> IsDayFirstAsync(Visit visit)
    {
        var day = visit.Page.Locator("#day");
        await visit.TabToAsync(day);
        await visit.Page.Keyboard.TypeAsync("14112026");
        var isDayFirst = await day.InputValueAsync() == "2026-11-14";
        await visit.Page.ReloadAsync();
        return isDayFirst;
    }

    private static async Task LookAndMoveAsync(Visit visit)
    {
        var page = visit.Page;
        await page.Locator("footer")
            .GetByRole(AriaRole.Link, new() { Name = "Elections" })
            .ClickAsync();
        await visit.LookAsync("elections");
        await visit.PressAsync("Move the polling day of General election 2026");
        await visit.LookAsync("election-move");
        await visit.PressAsync("Show what moves", exact: true);
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await visit.LookAsync("election-move-errors");
        await page.Locator("#day").FillAsync("2026-11-14");
        await page.Locator("#announcedon").FillAsync("2026-07-26");
        await page.Locator("#source").FillAsync("Prime Minister’s press conference");
        await visit.PressAsync("Show what moves", exact: true);

        var due = page.GetByRole(AriaRole.Row, new() { Name = "The refresher is due" });
        await Assertions.Expect(due).ToContainTextAsync("Friday 7 August 2026");
        await Assertions.Expect(due).ToContainTextAsync("Friday 14 August 2026");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("in your agency move");
        await visit.LookAsync("election-confirm");
        await visit.PressAsync("Move the polling day", exact: true);
        await page.WaitForURLAsync("**/elections");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Saturday 14 November 2026");
        await visit.LookAsync("elections-moved");
    }

    private static async Task ExpectDueAsync(Visit visit, string day)
    {
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("One thing to do");
        await Assertions
            .Expect(visit.Page.GetByRole(AriaRole.Article, new() { Name = "Before the election" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("main .sma-lead")).ToContainTextAsync(day);
    }

    private static async Task ExpectBannerAsync(Visit visit, string title, string day) =>
        await Assertions
            .Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true }))
            .ToContainTextAsync(day);
}
