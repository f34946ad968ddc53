using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>HR makes a programme, sees what it would do, launches, pauses and ends it; somebody reads why it is asked of them.</summary>
public sealed partial class ProgrammeJourneys(Browser browser) : IClassFixture<Browser>
{
    private const string Name = "After the cyclone";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task HumanResources_FromTheTemplateToTheEnd_SeeEachThingBeforeItHappens(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var page = visit.Page;
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await visit.GoAsync("/programmes", "programmes");
        await visit.PressAsync("Make a programme");
        await page.WaitForURLAsync("**/programmes/new/kind**");
        await visit.LookAsync("programme-kind");
        await page.Locator("input[name=Kind][value=OneOff]").CheckAsync();
        await SubmitAsync(page, "**/edit/name");

        await visit.LookAsync("programme-name");
        await page.Locator("#name").FillAsync(Name);
        await page.Locator("#summary").FillAsync("What to keep to online until things are calm.");
        await SubmitAsync(page, "**/edit/audience");

        await visit.LookAsync("programme-audience");
        await page.Locator("main a[href$='/edit/audience/new']").ClickAsync();
        await page.WaitForURLAsync("**/edit/audience/new");
        await page.Locator("input[name=Kinds][value=Employee]").CheckAsync();
        await visit.LookAsync("programme-group");
        await SubmitAsync(page, "**/edit/audience");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Employees");
        await page.Locator(".sma-actions a.govuk-button").ClickAsync();
        await page.WaitForURLAsync("**/edit/modules");

        await visit.LookAsync("programme-modules");
        await page.Locator("input[name=Chosen]").First.CheckAsync();
        await SubmitAsync(page, "**/edit/statement");
        await visit.LookAsync("programme-statement");
        await SubmitAsync(page, "**/edit/when");
        await page.Locator("#openson").FillAsync("2026-11-16");
        await page.Locator("#dueon").FillAsync("2026-12-18");
        await visit.LookAsync("programme-when");
        await SubmitAsync(page, "**/edit/reminders");
        await visit.LookAsync("programme-reminders");
        await SubmitAsync(page, "**/edit/elsewhere");
        await visit.LookAsync("programme-elsewhere");
        await SubmitAsync(page, "**/edit/contact");
        await visit.LookAsync("programme-contact");
        await SubmitAsync(page, "**/edit/check");
        await visit.LookAsync("programme-check");

        await page.Locator(".sma-actions a.govuk-button").ClickAsync();
        await page.WaitForURLAsync("**/launch");
        await visit.LookAsync("programme-launch");
        await page.Locator("main form button.govuk-button[type=submit]").Last.ClickAsync();
        await page.WaitForURLAsync(TheProgramme());
        await visit.LookAsync("programme-running");
        foreach (var act in new[] { "pause", "resume", "end" })
        {
            await page.Locator($"main a[href$='/{act}']").ClickAsync();
            await page.WaitForURLAsync($"**/{act}");
            await visit.LookAsync($"programme-{act}");
            await page.Locator("#reason").FillAsync("The river is back in its bed");
            await page.Locator("main form button.govuk-button[type=submit]").Last.ClickAsync();
            await page.WaitForURLAsync(TheProgramme());
        }

        await visit.LookAsync("programme-ended");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Somebody_WhoWondersWhyItIsAsked_ReadsItAndAsksForMoreTime(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.SignInAsync(DemonstrationCast.NewStarter);

        await visit.Page.Locator("main a[href='/why']").ClickAsync();
        await visit.Page.WaitForURLAsync("**/why");
        await visit.LookAsync("why");
        await Assertions
            .Expect(visit.Page.Locator("main"))
            .ToContainTextAsync("Work in the agency began on");
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("main a[href^='/more-time/']").First.ClickAsync();
        await visit.Page.WaitForURLAsync("**/more-time/**");
        await visit.LookAsync("more-time");
    }

    [GeneratedRegex("/programmes/[0-9a-f-]{36}$")]
    private static partial Regex TheProgramme();

    // The form of the page is its last; those above it are links that look like text. A count that is under way may arrive first.
    private static async Task SubmitAsync(IPage page, string leadsTo)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Locator("main form button.govuk-button[type=submit]").Last.ClickAsync();
        await page.WaitForURLAsync(leadsTo);
    }
}
