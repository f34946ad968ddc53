using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Elections.ElectionsGiven;

namespace SocialMediaAware.Tests.Elections;

public sealed partial class ElectionPagesTests
{
    [Fact]
    public async Task Election_WhenAdded_IsOffUntilTheAgencyTurnsItOn()
    {
        using var added = await AddAsync("ByElection", "Tāmaki Makaurau", "2026-12-05");
        Assert.Equal("/elections", added.Headers.Location!.OriginalString);
        const string key = "by-election-tamaki-makaurau-2026";
        var election = await portal.ElectionAsync(key);
        Assert.Equal("Tāmaki Makaurau by-election 2026", election.Name);
        Assert.DoesNotContain(key, await portal.ElectionsOnAsync(agency));
        Assert.Single(await portal.AuditAsync(AuditActions.ElectionAdded));
        using var twice = await AddAsync("ByElection", "Tāmaki Makaurau", "2026-12-12");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.NotNull((await twice.PageAsync()).QuerySelector("#day-error"));

        var address = $"/elections/choose/{key}?agency={agency.Id}";
        using var chosen = await ChooseAsync(browser, address);
        Assert.Equal("/elections", chosen.Headers.Location!.OriginalString);
        Assert.Contains(key, await portal.ElectionsOnAsync(agency));
        Assert.DoesNotContain(key, await portal.ElectionsOnAsync(otherAgency));
        portal.Clock.Move(TimeSpan.FromSeconds(1));
        using var back = await ChooseAsync(browser, address);
        Assert.DoesNotContain(key, await portal.ElectionsOnAsync(agency));
        var entries = await portal.AuditAsync(AuditActions.ElectionChosen);
        Assert.Equal(["on", "off"], entries.Select(entry => entry.Detail));
        Assert.All(entries, entry => Assert.Equal(agency.Id, entry.AgencyId));
    }

    [Fact]
    public async Task Election_BeforeItIsAdded_ShowsWhatItBringsAndADoubleClickAddsOne()
    {
        await portal.ProgrammeAsync(agency, ProgrammeKind.Election);
        using var asked = await AskAsync("General", "", "2029-11-03");
        var confirm = asked.Headers.Location!.OriginalString;
        var page = await browser.PageAsync(confirm);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Friday 13 July 2029", words); // opens 21 days before 3 August
        Assert.Contains("It counts for", words);
        Assert.Contains("One person is asked for: Before the election", words);
        Assert.Empty(await portal.AuditAsync(AuditActions.ElectionAdded));

        using var added = await browser.SubmitAsync(page, confirm);
        using var again = await browser.SubmitAsync(page, confirm);

        Assert.Equal("/elections", added.Headers.Location!.OriginalString);
        Assert.Equal("/elections", again.Headers.Location!.OriginalString);
        Assert.Single(await portal.AuditAsync(AuditActions.ElectionAdded));
        Assert.Contains("general-2029", await portal.ElectionsOnAsync(agency));
        using var cut = await browser.GetAsync("/elections/add/confirm?kind=Local");
        Assert.StartsWith("/elections/add?", cut.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Election_WhenNothingWasFilledIn_SaysWhatIsMissingInTheOrderOfTheForm()
    {
        const string address = "/elections/add";
        using var answer = await browser.SubmitAsync(await browser.PageAsync(address), address);
        Assert.Equal(
            ["#kind", "#day", "#announcedon", "#source"],
            (await answer.PageAsync())
                .QuerySelectorAll(".govuk-error-summary a")
                .Select(link => link.GetAttribute("href"))
        );
    }

    [Theory]
    [InlineData("", "", "2026-12-05", "kind")]
    [InlineData("Coronation", "", "2026-12-05", "kind")]
    [InlineData("ByElection", " ", "2026-12-05", "region")]
    [InlineData("ByElection", "!!!", "2026-12-05", "region")]
    [InlineData("Local", "", "2026-08-09", "day")]
    [InlineData("Local", "", "", "day")]
    [InlineData("General", "", "2026-12-05", "day")] // there is one of that year
    public async Task Election_WhenTheFormIsNotRight_IsNotAdded(
        string kind,
        string region,
        string day,
        string field
    )
    {
        using var answer = await AddAsync(kind, region, day);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.PageAsync()).QuerySelector($"#{field}-error"));
        Assert.Empty(await portal.AuditAsync(AuditActions.ElectionAdded));
    }

    [Fact]
    public async Task Choice_OfAnotherAgency_IsNotMine()
    {
        await portal.PersonWithRoleAsync(otherAgency, PortalRole.HumanResources);
        const string address = "/elections/choose/general-2026";
        using var got = await browser.GetAsync($"{address}?agency={otherAgency.Id}");
        Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
        var own = await browser.PageAsync(address);
        using var posted = await browser.SubmitAsync(
            own,
            address,
            "main form",
            ("Agency", otherAgency.Id.ToString()),
            ("IsOn", "false")
        );
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        using var mine = await ChooseAsync(browser, address);
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        Assert.DoesNotContain("general-2026", await portal.ElectionsOnAsync(agency));
        Assert.Contains("general-2026", await portal.ElectionsOnAsync(otherAgency));
        using var broken = await browser.SubmitAsync(own, address, "main form", ("IsOn", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
    }
}
