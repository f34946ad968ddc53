using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>The library, where it comes from, and what content owners and HR see of it.</summary>
public sealed class LibraryJourneys(Browser browser) : IClassFixture<Browser>
{
    private const string Module = "be-social-media-aware";

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Staff_WhenTheySearchPrintAndLookWhereThingsComeFrom_SeeItWhole(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.SignInAsync(DemonstrationCast.NewStarter);

        await visit.GoAsync("/learning", "library-with-search");
        await visit.Page.Locator("#q").FillAsync("Kainga");
        await visit.PressAsync("Search", exact: true);
        await visit.LookAsync("library-found");
        await Assertions
            .Expect(visit.Page.Locator("mark").First)
            .ToContainTextAsync("Kāinga", new() { IgnoreCase = true });
        await visit.GoAsync("/learning/search?q=zebra", "library-found-nothing");
        await visit.GoAsync("/learning/glossary", "glossary");
        await visit.GoAsync($"/learning/{Module}/print", "module-to-print");
        await visit.GoAsync($"/learning/{Module}/sources", "module-sources");
        await visit.GoAsync("/sources?kind=MustNot", "sources");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task ContentOwner_WhenTheyLookAfterAModule_SeesItWhole(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.SignInAsync(DemonstrationCast.ContentOwner);

        await visit.GoAsync("/content", "content");
        await visit.GoAsync($"/content/{Module}", "content-module");
        await visit.GoAsync($"/content/{Module}/confirm", "content-confirmed");
        await visit.SignOutAsync();
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        // The demonstration comes confirmed.
        await portal.WithDatabaseAsync(async database =>
        {
            database.RemoveRange(
                await database
                    .RuleConfirmations.Where(one => one.ModuleSlug == Module)
                    .ToListAsync()
            );
            await database.SaveChangesAsync();
        });
        await visit.GoAsync($"/content/{Module}/confirm", "content-confirm");
        await visit.PressAsync("Confirm", exact: true);
        await visit.LookAsync("content-confirm-with-errors");
    }
}
