using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>What the portal is for: somebody new reads, practises, signs and keeps a receipt; HR sees it.</summary>
public sealed class OnboardingJourneys(Browser browser) : IClassFixture<Browser>
{
    /// <summary>More answers than any draw can ask for, counting those that come back.</summary>
    private const int MostAnswers = 60;

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task NewStaff_WhenTheyReadPractiseAndSign_FindTheirReceiptAgain(
        int width,
        bool javaScript
    )
    {
        await using var portal = await StartAsync();
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var page = visit.Page;

        await page.GotoAsync("/");
        await visit.LookAsync("sign-in");
        await SignInAsync(visit, DemonstrationCast.NewStarter);
        await visit.LookAsync("home-to-do");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("One thing to do");

        await visit.PressAsync("Begin");
        await visit.LookAsync("section");
        await visit.PressAsync("Continue", exact: true);
        await SignOutAsync(visit);

        // On another device, the next step is the one after what was read.
        await SignInAsync(visit, DemonstrationCast.NewStarter);
        await visit.PressAsync("Continue with");
        await Assertions.Expect(page.Locator(".sma-step--current").First).ToBeAttachedAsync();
        Assert.DoesNotContain("/the-standards", page.Url, StringComparison.Ordinal);
        await DoEverythingAsync(visit);

        await visit.LookAsync("sign");
        await visit.PressAsync("Sign", exact: true);
        await visit.LookAsync("sign-with-errors");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await page.Locator("#declared").CheckAsync();
        await page.Locator("#name").FillAsync(DemonstrationCast.NewStarter.Name.ToLowerInvariant());
        await visit.PressAsync("Sign", exact: true);
        await page.WaitForURLAsync("**/attestations/*");
        await visit.LookAsync("receipt");
        var receipt = page.Url;

        await SignOutAsync(visit);
        await SignInAsync(visit, DemonstrationCast.NewStarter);
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
        await using var portal = await StartAsync();
        await using var visit = await browser.VisitAsync(portal, width);
        var page = visit.Page;
        await SignInAsync(visit, DemonstrationCast.HumanResources);
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
        await using var portal = await StartAsync();
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.GoAsync("/accounts/demonstration", "demonstration");
        await visit.GoAsync("/help", "help");
        await visit.GoAsync("/help/staff", "help-staff");
        await visit.GoAsync("/nowhere", "not-found");
        await SignInAsync(visit, DemonstrationCast.NewStarter);
        await visit.GoAsync("/learning", "library");
        await visit.GoAsync("/learning/be-social-media-aware", "module");
        await visit.GoAsync("/learning/be-social-media-aware/harmful-content", "section-table");
        await visit.GoAsync("/attestations", "receipts-none");
        await visit.GoAsync("/questions/ask", "question-ask");
        await visit.GoAsync("/questions", "questions-none");
        await visit.GoAsync("/accounts/password", "password");
        await visit.GoAsync("/reports", "forbidden");
        await SignOutAsync(visit);
        await SignInAsync(visit, DemonstrationCast.Administrator);
        await visit.GoAsync("/settings/roles", "roles");
        await visit.GoAsync("/audit", "audit");
    }

    private static Task<TestPortal> StartAsync() =>
        TestPortal.StartAsync(
            new TestPortalOptions { Environment = "Development", OnARealPort = true }
        );

    private static async Task SignInAsync(Visit visit, DemonstrationMember member)
    {
        await visit.Page.GotoAsync(
            $"/accounts/demonstration?search={Uri.EscapeDataString(member.Name)}"
        );
        await visit.Page.Locator(".sma-person", new() { HasText = member.Name }).First.ClickAsync();
        await visit.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    private static async Task SignOutAsync(Visit visit)
    {
        // On a phone the links are behind the menu.
        var menu = visit.Page.Locator(".sma-header__menu summary");
        if (await menu.IsVisibleAsync())
        {
            await menu.ClickAsync();
        }

        await visit.Page.Locator("header button:visible").First.ClickAsync();
        await visit.Page.WaitForURLAsync(url =>
            new Uri(url).AbsolutePath.StartsWith("/accounts", StringComparison.Ordinal)
            || new Uri(url).AbsolutePath == "/"
        );
    }

    /// <summary>Reads every section and answers every situation of every module, until the page to sign is reached.</summary>
    private static async Task DoEverythingAsync(Visit visit)
    {
        var page = visit.Page;
        var answers = 0;
        var pictured = new HashSet<string>(StringComparer.Ordinal);
        while (
            !new Uri(page.Url).AbsolutePath.StartsWith(
                "/attestations/sign",
                StringComparison.Ordinal
            )
        )
        {
            Assert.True(answers < MostAnswers, "The practice does not end.");
            var options = page.Locator("main input[name=options]");
            if (await options.CountAsync() > 0)
            {
                await LookOnceAsync(visit, pictured, "situation");
                await options.Nth(answers % await options.CountAsync()).CheckAsync();
                await visit.PressAsync("Answer", exact: true);
                await page.Locator(".sma-answers").WaitForAsync();
                await LookOnceAsync(visit, pictured, "situation-answered");
                answers++;
                continue;
            }

            if (
                await page.Locator(".sma-answers").CountAsync() == 0
                && page.Url.Contains("/quizzes/", StringComparison.Ordinal)
            )
            {
                await LookOnceAsync(
                    visit,
                    pictured,
                    await page.Locator("main form").CountAsync() > 0
                        ? "practice-start"
                        : "practice-done"
                );
            }

            await page.Locator("main .govuk-button:not(.govuk-button--secondary)")
                .First.ClickAsync();
            await page.WaitForLoadStateAsync();
        }

        Assert.True(answers >= 8, $"Only {answers} situations were asked.");
    }

    private static async Task LookOnceAsync(Visit visit, HashSet<string> pictured, string name)
    {
        if (pictured.Add(name))
        {
            await visit.LookAsync(name);
        }
    }
}
