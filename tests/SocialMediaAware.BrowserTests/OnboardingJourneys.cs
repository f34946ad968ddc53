using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>What the portal is for: somebody new reads, practises, signs and keeps a receipt; HR sees it.</summary>
public sealed class OnboardingJourneys(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task NewStaff_WhenTheyReadPractiseAndSign_FindTheirReceiptAgain(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var page = visit.Page;

        await page.GotoAsync("/");
        await visit.LookAsync("sign-in");
        await visit.SignInAsync(DemonstrationCast.NewStarter);
        await visit.LookAsync("home-to-do");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("One thing to do");

        await visit.PressAsync("Begin");
        await visit.LookAsync("section");
        await visit.PressAsync("Continue", exact: true);
        await visit.SignOutAsync();

        // On another device, the next step is the one after what was read.
        await visit.SignInAsync(DemonstrationCast.NewStarter);
        await visit.PressAsync("Continue with");
        await Assertions.Expect(page.Locator(".sma-step--current").First).ToBeAttachedAsync();
        Assert.DoesNotContain("/the-standards", page.Url, StringComparison.Ordinal);
        Assert.True(await visit.DoEverythingAsync() >= 8, "Too few situations were asked.");

        await visit.LookAsync("sign");
        await visit.PressAsync("Sign", exact: true);
        await visit.LookAsync("sign-with-errors");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await visit.SignAsync(DemonstrationCast.NewStarter);
        await visit.LookAsync("receipt");
        var receipt = page.Url;

        await visit.SignOutAsync();
        await visit.SignInAsync(DemonstrationCast.NewStarter);
        await visit.LookAsync("home-up-to-date");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("You are up to date");
        await visit.PressAsync("Receipt for");
        Assert.Equal(receipt, page.Url);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task HumanResources_WhenTheyOpenTheReport_SeeOnboardingByUnitAndWhoIsOverdue(
        int width
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width);
        var page = visit.Page;
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await visit.LookAsync("home-hr");
        await visit.GoAsync("/reports", "reports");
        await visit.GoAsync("/reports/completion", "report-onboarding");
        await visit.GoAsync("/reports/completion/people?status=overdue", "report-overdue");
        await Assertions
            .Expect(page.GetByText(DemonstrationCast.OverdueStarter.Name).First)
            .ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Everyone_WhenTheyOpenTheirOtherPages_SeesThemWhole(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.GoAsync("/accounts/demonstration", "demonstration");
        await visit.GoAsync("/help", "help");
        await visit.GoAsync("/help/staff", "help-staff");
        await visit.GoAsync("/nowhere", "not-found");
        await visit.SignInAsync(DemonstrationCast.NewStarter);
        await visit.GoAsync("/learning", "library");
        await visit.GoAsync("/learning/be-social-media-aware", "module");
        await visit.GoAsync("/learning/be-social-media-aware/harmful-content", "section-table");
        await visit.GoAsync("/attestations", "receipts-none");
        await visit.GoAsync("/questions/ask", "question-ask");
        await visit.GoAsync("/questions", "questions-none");
        await visit.GoAsync("/accounts/password", "password");
        await visit.GoAsync("/reports", "forbidden");
        await visit.SignOutAsync();
        await visit.SignInAsync(DemonstrationCast.Administrator);
        await visit.GoAsync("/settings/roles", "roles");
        await visit.GoAsync("/audit", "audit");
    }
}
