using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People.Demonstration;

namespace SocialMediaAware.BrowserTests;

/// <summary>HR keeps people right, leaders see their team, and somebody without a computer signs with a code.</summary>
public sealed class PeopleJourneys(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task HumanResources_WhenTheyOpenThePagesAboutPeople_SeeThemWhole(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        foreach (
            var (address, name) in new[]
            {
                ("/people", "people"),
                ("/people?standing=everybody&q=maka", "people-found"),
                ("/people/add", "people-add"),
                ("/people/merge", "people-merge"),
                ("/people/died", "people-died"),
                ("/people/units", "units"),
                ("/people/units/add", "units-add"),
                ("/people/units/restructures", "restructures"),
                ("/people/units/restructures/start", "restructure-start"),
                ("/people/import", "people-import"),
                ("/people/corrections", "corrections"),
                ("/people/exemptions", "exemptions"),
                ("/people/exemptions/give", "exemptions-give"),
                ("/people/extensions", "extensions"),
                ("/people/extensions/give", "extensions-give"),
                ("/outside-learning", "outside-learning"),
                ("/outside-learning/add", "outside-learning-add"),
                ("/outside-learning/import", "outside-learning-import"),
                ("/outside-learning/programmes", "outside-learning-programmes"),
                ("/assisted", "assisted"),
                ("/assisted/open", "assisted-open"),
                ("/assisted/paper", "assisted-paper"),
                ("/my-data", "my-data"),
                ("/my-data/correction", "my-data-correction"),
                ("/help/people", "help-people"),
            }
        )
        {
            await visit.GoAsync(address, name);
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task HumanResources_WhenTheyOpenAPerson_SeeEachPageOfThemWhole(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        var (person, placement) = await portal.WithDatabaseAsync(async database =>
        {
            var found = await database.People.SingleAsync(one =>
                one.Email == DemonstrationCast.PeopleLeader.Email
            );
            return (
                found.Id,
                await database
                    .Placements.Where(one => one.PersonId == found.Id && one.UnlearntAt == null)
                    .Select(one => one.Id)
                    .FirstAsync()
            );
        });
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        foreach (
            var part in new[]
            {
                "",
                "/name",
                "/contact",
                "/position",
                $"/position/{placement}/move",
                $"/position/{placement}/standing",
                $"/position/{placement}/end",
                $"/position/{placement}/correct",
                "/leave",
                "/leaders",
                "/flags",
                "/exempt",
                "/left",
                "/died",
            }
        )
        {
            var name = part.Split('/')[^1];
            await visit.GoAsync(
                $"/people/person/{person}{part}",
                name.Length == 0 ? "person" : $"person-{name}"
            );
        }
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task HumanResources_WhenTheyAddSomebody_FindThemMoveThemAndEnterLeave(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var page = visit.Page;
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await page.GotoAsync("/people");
        await visit.PressAsync("Add somebody");
        await visit.PressAsync("Add somebody");
        await visit.LookAsync("people-add-errors");
        await page.Locator("#preferred").FillAsync("Wikitōria Pene");
        await page.Locator("#unit").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await page.Locator("#position").FillAsync("Visitor host");
        await page.Locator("#from").FillAsync("2026-11-30");
        await page.Locator("#reason").FillAsync("She starts next Monday.");
        await visit.PressAsync("Add somebody");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Wikitōria Pene");
        await visit.LookAsync("person-added");
        var person = new Uri(page.Url).AbsolutePath;

        await page.GotoAsync($"{person}/leave");
        await page.Locator("#from").FillAsync("2026-12-07");
        await page.Locator("#lastday").Or(page.Locator("#last-day")).FillAsync("2026-12-18");
        await visit.PressAsync("Enter leave");
        await visit.LookAsync("person-leave-entered");

        await page.GotoAsync("/people?q=wikitoria");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Wikitōria Pene");
        await page.GotoAsync(person);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("She starts next Monday.");
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task HumanResources_WhenTheyBringAFile_SeeWhatItWouldChangeBeforeItDoes(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var page = visit.Page;
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await BringAsync(
            visit,
            "employee_number,name,unit,kind\nV-1,Ānaru Kelsey,Nowhere,volunteer\n"
        );
        await visit.LookAsync("people-import-refused");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nowhere");

        await BringAsync(
            visit,
            "employee_number,name,unit,kind,email\n"
                + "V-1,Ānaru Kelsey,Communications,volunteer,anaru.kelsey@visitors.example\n"
        );
        await visit.LookAsync("people-import-preview");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ānaru Kelsey");
        await page.Locator("main form[method=post] button.govuk-button").First.ClickAsync();
        await visit.LookAsync("people-import-done");
        await page.GotoAsync("/people?q=anaru%20kelsey");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ānaru Kelsey");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Leaders_WhenTheyOpenTheirTeam_SeeItWhole(int width)
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width);
        await visit.SignInAsync(DemonstrationCast.PeopleLeader);
        await visit.GoAsync("/team", "team");
        await Assertions
            .Expect(visit.Page.Locator("main"))
            .ToContainTextAsync(DemonstrationCast.NewStarter.Name);
        await visit.GoAsync("/team/assistants", "team-assistants");
        await visit.Page.GotoAsync("/team");
        var leave = await visit
            .Page.Locator("main a[href*='/leave']")
            .First.GetAttributeAsync("href");
        await visit.GoAsync(leave!, "team-leave");
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task Somebody_WithACodeAtASharedScreen_SignsAndLeavesNothingBehind(
        int width,
        bool javaScript
    )
    {
        await using var portal = await VisitSteps.StartAsync(browser);
        await using var visit = await browser.VisitAsync(portal, width, javaScript);
        var page = visit.Page;
        await visit.SignInAsync(DemonstrationCast.HumanResources);
        await page.GotoAsync("/assisted/open");
        await page.Locator("#title").FillAsync("Morning tea");
        await page.Locator("#place").FillAsync("The depot");
        foreach (var box in await page.Locator("main input[name=Programmes]").AllAsync())
        {
            await box.CheckAsync();
        }

        await visit.PressAsync("Open it");
        if (!page.Url.EndsWith("/people", StringComparison.Ordinal))
        {
            await visit.PressAsync("Ask people");
        }

        await page.Locator("#search").FillAsync(DemonstrationCast.NewStarter.Name);
        await visit.PressAsync("Show", exact: true);
        await page.Locator("main input[name=Asked]").First.CheckAsync();
        await visit.PressAsync("Add them");
        await visit.LookAsync("assisted-session");
        var session = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{session}/codes");
        await visit.PressAsync("Make the codes");
        await visit.LookAsync("assisted-codes");
        var code = (await page.Locator(".sma-slip__code").First.TextContentAsync())!.Trim();
        await page.GotoAsync(session);
        await visit.PressAsync("Start the shared screen on this device");
        await visit.LookAsync("shared-screen");

        await page.Locator("#code").FillAsync("AAAA AAAA");
        await visit.PressAsync("Begin");
        await visit.LookAsync("shared-screen-wrong-code");
        await page.Locator("#code").FillAsync(code.ToLowerInvariant());
        await visit.PressAsync("Begin");
        await visit.LookAsync("shared-screen-tasks");
        await page.Locator("main .govuk-button").First.ClickAsync();
        await visit.DoEverythingAsync("assisted-");
        await visit.LookAsync("assisted-sign");
        await visit.SignAsync(DemonstrationCast.NewStarter);
        await visit.LookAsync("assisted-receipt");

        await page.GotoAsync("/assisted/screen");
        await visit.LookAsync("shared-screen-again");
        await Assertions
            .Expect(page.Locator("body"))
            .Not.ToContainTextAsync(DemonstrationCast.NewStarter.Name);
        await page.GotoAsync("/attestations");
        await Assertions
            .Expect(page.Locator("body"))
            .Not.ToContainTextAsync(DemonstrationCast.NewStarter.Name);
    }

    private static async Task BringAsync(Visit visit, string text)
    {
        await visit.Page.GotoAsync("/people/import");
        await visit
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "volunteers.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(text),
                }
            );
        await visit.Page.Locator("#feed").FillAsync("volunteers");
        await visit.PressAsync("Show what it would change");
    }
}
