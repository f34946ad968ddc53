using Microsoft.Playwright;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>The year after: whoever signed comes back, does the short path and signs again; HR watches.</summary>
public sealed class YearlyJourneys(Browser browser) : IClassFixture<Browser>
{
    private static readonly DateOnly January = new(2027, 1, 18);
    private static readonly DateOnly FirstMarch = new(2027, 3, 1);
    private static readonly DateOnly NextFebruary = new(2028, 2, 15);

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task Staff_WhenTheyJoinInJanuary_AreCountedThatYearAndSignByTheShortPathTheNext(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser, January);
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var page = visit.Page;
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });

        await visit.SignInAsync(DemonstrationCast.NewStarter);
        await visit.PressAsync("Begin");
        Assert.True(await visit.DoEverythingAsync() >= 8, "Too few situations were asked.");
        await visit.SignAsync(DemonstrationCast.NewStarter);

        // Six weeks later the yearly round is open, and the signature of January counts for it.
        await portal.ComeToAsync(FirstMarch);
        await visit.SignInAsync(DemonstrationCast.NewStarter);
        await Assertions.Expect(heading).ToContainTextAsync("You are up to date");
        await visit.LookAsync("yearly-counted");

        await portal.ComeToAsync(NextFebruary);
        await visit.SignInAsync(DemonstrationCast.NewStarter);
        await Assertions.Expect(heading).ToContainTextAsync("One thing to do");
        var card = page.GetByRole(AriaRole.Article, new() { Name = "Yearly acknowledgment" });
        await Assertions.Expect(card).ToContainTextAsync("since you signed on 18 January 2027");
        await visit.LookAsync("yearly-home");
        await card.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(heading).ToContainTextAsync("changed since you signed");
        await visit.LookAsync("yearly-overview");

        await visit.PressAsync("Begin", exact: true);
        var answers = await visit.DoEverythingAsync("yearly-");
        Assert.True(answers is >= 2 and <= 10, $"{answers} situations were asked.");
        await visit.LookAsync("yearly-sign");
        await visit.SignAsync(DemonstrationCast.NewStarter);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("15 February 2028");
        await visit.LookAsync("yearly-receipt");

        await page.GotoAsync("/");
        await Assertions.Expect(heading).ToContainTextAsync("You are up to date");
        await Assertions
            .Expect(page.Locator(".sma-row", new() { HasText = "Signed 15 February 2028" }))
            .ToContainTextAsync("Yearly acknowledgment");
        await visit.LookAsync("yearly-home-signed");
    }

    [Fact]
    public async Task Staff_WhenTheyHaveOnlyAKeyboard_SignByTheShortPath()
    {
        await using var portal = await VisitSteps.StartAsync(browser, January);
        await portal.SignEverythingAsync(DemonstrationCast.NewStarter);
        await portal.ComeToAsync(NextFebruary);
        await using var visit = await browser.VisitAsync(portal, 1280);
        var page = visit.Page;
        await visit.SignInAsync(DemonstrationCast.NewStarter);
        await visit.PressByKeyboardAsync(
            page.GetByRole(AriaRole.Button, new() { Name = "Begin with Yearly acknowledgment" })
        );
        await page.WaitForURLAsync("**/learning/assignments/*");
        await visit.PressByKeyboardAsync(MainButton(page));
        await page.WaitForURLAsync("**/quizzes/*");
        await AnswerByKeyboardAsync(visit);

        await visit.TabToAsync(page.Locator("#declared"));
        await page.Keyboard.PressAsync("Space");
        await visit.TabToAsync(page.Locator("#name"));
        await page.Keyboard.TypeAsync(DemonstrationCast.NewStarter.Name);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/attestations/*");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("15 February 2028");
    }

    private static ILocator MainButton(IPage page) =>
        page.Locator("main .govuk-button:not(.govuk-button--secondary)").First;

    private static async Task AnswerByKeyboardAsync(Visit visit)
    {
        var page = visit.Page;
        for (var answers = 0; !page.Url.Contains("/attestations/sign", StringComparison.Ordinal); )
        {
            Assert.True(answers <= 10, "The practice does not end.");
            var options = page.Locator("main input[name=options]");
            var count = await options.CountAsync();
            if (count > 0)
            {
                var isOne = await options.First.GetAttributeAsync("type") == "radio";
                await visit.TabToAsync(options.First);
                await page.Keyboard.PressAsync("Space");
                for (var down = 0; isOne && down < answers % count; down++)
                {
                    await page.Keyboard.PressAsync("ArrowDown");
                }

                await visit.PressByKeyboardAsync(MainButton(page));
                await page.Locator(".sma-answers").WaitForAsync();
                answers++;
                continue;
            }

            var before = await page.Locator("main h1").TextContentAsync();
            var answered = page.Locator(".sma-answers");
            var wasAnswered = await answered.CountAsync() > 0;
            await visit.PressByKeyboardAsync(MainButton(page));
            if (wasAnswered)
            {
                // The next situation can be the same one again, when a pool is used up.
                await Assertions.Expect(answered).ToHaveCountAsync(0);
                continue;
            }

            await Assertions.Expect(page.Locator("main h1")).Not.ToHaveTextAsync(before!);
        }
    }
}
