using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Elections.ElectionsGiven;

namespace SocialMediaAware.Tests.Elections;

/// <summary>By-elections and local elections that concern people of some regions only.</summary>
public sealed class RegionalElectionTests : IAsyncLifetime
{
    private const string Key = "by-election-port-waikato-2026";
    private TestPortal portal = null!;
    private Agency agency = null!;
    private HttpClient browser = null!;

    private string Address => $"/elections/choose/{Key}?agency={agency.Id}";

    public async Task InitializeAsync()
    {
        var clock = TestClock.OnAMonday();
        clock.MoveTo(Day("2026-08-10"));
        portal = await TestPortal.StartAsync(new() { Clock = clock });
        agency = await portal.AgencyAsync("kainga-ora");
        await portal.WithDatabaseAsync(async database =>
        {
            // Its pre-election period begins on 12 September and its refresher opens on 22 August.
            database.Add(
                ElectionEvent.Announce(
                    Key,
                    "Port Waikato by-election 2026",
                    ElectionKind.ByElection,
                    "Port Waikato",
                    new(Day("2026-12-12"), "A made-up announcement", Day("2026-08-01")),
                    by: null,
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        browser = await portal.SignedInAsync(hr.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task ByElection_WhenTurnedOnForARegion_IsShownFirstAndThenOnForIt()
    {
        await PeopleOfRegionsAsync();
        await portal.ProgrammeAsync(agency, ProgrammeKind.Election);

        var confirm = await AskAsync("Waikato");
        var page = await browser.PageAsync(confirm);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("who work in Waikato", words);
        Assert.Contains("Saturday 22 August 2026", words);
        Assert.Contains("due on Friday 11 September 2026", words);
        Assert.Contains("Nothing that is open is withdrawn", words);
        Assert.DoesNotContain(Key, await portal.ElectionsOnAsync(agency));

        using var answer = await browser.SubmitAsync(page, confirm);
        using var again = await browser.SubmitAsync(page, confirm);

        Assert.Equal("/elections", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(["Waikato"], await RegionsAsync());
        Assert.Equal(
            "on in Waikato",
            Assert.Single(await portal.AuditAsync(AuditActions.ElectionChosen)).Detail
        );
        Assert.Contains(
            "who work in Waikato",
            (await browser.PageAsync("/elections"))
                .QuerySelector($"section[aria-labelledby={Key}]")!
                .TextContent
        );
    }

    [Fact]
    public async Task Preview_WhenTheWholeAgencyIsConcerned_CountsEverybodyWhoWouldBeAsked()
    {
        await PeopleOfRegionsAsync();
        await portal.ProgrammeAsync(agency, ProgrammeKind.Election);
        // The three of the regions, and HR themself.
        Assert.Contains(
            "4 people are asked for: Before the election",
            (await browser.PageAsync(await AskAsync())).QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task Preview_WhereNoRefresherRuns_SaysSo() =>
        Assert.Contains(
            "No election refresher runs in your agency",
            (await browser.PageAsync(await AskAsync())).QuerySelector("main")!.TextContent
        );

    [Fact]
    public async Task Preview_WhenItIsTurnedOff_CountsWhatIsWithdrawnAndWhatStays()
    {
        var programme = await portal.ProgrammeAsync(agency, ProgrammeKind.Election);
        await portal.ChoiceAsync(agency, Key, isOn: true);
        portal.Clock.MoveTo(Day("2026-08-24"));
        foreach (var isSigned in new[] { false, false, true })
        {
            await portal.RefresherAsync(await portal.PersonAsync(agency), programme, Key, isSigned);
        }

        using var hr = await portal.SignedInAsync(
            (await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources)).AccountId
        );
        using var asked = await hr.SubmitAsync(await hr.PageAsync(Address), Address, "form#off");
        var page = await hr.PageAsync(asked.Headers.Location!.OriginalString);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("2 open refreshers are withdrawn", words);
        Assert.Contains("One is signed and stays", words);
        using var off = await hr.SubmitAsync(page, asked.Headers.Location!.OriginalString);
        Assert.DoesNotContain(Key, await portal.ElectionsOnAsync(agency));
    }

    [Theory]
    [InlineData("Waikato", true)]
    [InlineData("Otago Province", false)]
    [InlineData(null, true)]
    public async Task Line_UnderTheHeader_ShowsToPeopleOfTheRegions(string? region, bool isShown)
    {
        await ChooseAsync("Waikato");
        await portal.ChoiceAsync(agency, "general-2026", isOn: false);
        var member = await portal.PersonAsync(agency, region: region);
        portal.Clock.MoveTo(Day("2026-09-21"));
        using var staff = await portal.SignedInAsync(member.AccountId);
        var page = await staff.PageAsync("/elections");
        Assert.Equal(isShown, page.QuerySelector(".sma-phase") is not null);
        var card = page.QuerySelector($"section[aria-labelledby={Key}]")!.TextContent;
        Assert.Equal(!isShown, card.Contains("It concerns people who work in Waikato"));
    }

    [Fact]
    public async Task Line_UnderTheHeader_ShowsToHRWhereverTheyWork()
    {
        await ChooseAsync("Waikato");
        await portal.ChoiceAsync(agency, "general-2026", isOn: false);
        var member = await portal.PersonAsync(agency, region: "Otago Province");
        await portal.RoleAsync(member, PortalRole.HumanResources, agency);
        portal.Clock.MoveTo(Day("2026-09-21"));
        using var hr = await portal.SignedInAsync(member.AccountId);
        Assert.NotNull((await hr.PageAsync("/")).QuerySelector(".sma-phase"));
    }

    [Fact]
    public async Task Regions_OfAGeneralElection_CannotBeChosen()
    {
        await PeopleOfRegionsAsync();
        var page = await browser.PageAsync("/elections/choose/general-2026");
        Assert.Empty(page.QuerySelectorAll("input[type=checkbox]"));
        const string forced = "/elections/choose/general-2026/confirm?isOn=true&region=Waikato";
        using var answer = await browser.GetAsync(forced);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Regions_WhereNobodyOfTheAgencyWorks_AreRefusedAndTheSameChoiceToo()
    {
        await PeopleOfRegionsAsync();
        using var unknown = await SubmitAsync("Atlantis");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.NotNull((await unknown.PageAsync()).QuerySelector("#region-error"));
        await ChooseAsync("Waikato");
        using var same = await SubmitAsync("Waikato");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
    }

    [Fact]
    public async Task Planner_IsToldOfTheRegions()
    {
        await ChooseAsync("Waikato", "Otago Province");
        Assert.Equal(["Otago Province", "Waikato"], await RegionsAsync());
        var round = Round.OfElection(
            new(Key, Day("2026-12-12"), Day("2026-09-12")) { Regions = ["Waikato"] }
        );
        Assert.Equal(["Waikato"], round.Regions);
    }

    private async Task PeopleOfRegionsAsync()
    {
        await portal.PersonAsync(agency, region: "Waikato");
        await portal.PersonAsync(agency, region: "Waikato");
        await portal.PersonAsync(agency, region: "Otago Province");
    }

    private async Task ChooseAsync(params string[] regions)
    {
        foreach (var region in regions)
        {
            await portal.PersonAsync(agency, region: region);
        }

        var confirm = await AskAsync(regions);
        using var done = await browser.SubmitAsync(await browser.PageAsync(confirm), confirm);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private async Task<string> AskAsync(params string[] regions)
    {
        using var answer = await SubmitAsync(regions);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<HttpResponseMessage> SubmitAsync(params string[] regions) =>
        await browser.SubmitAsync(
            await browser.PageAsync(Address),
            Address,
            "form#on",
            [.. regions.Select(region => ("Region", (string?)region))]
        );

    private async Task<IReadOnlyList<string>> RegionsAsync()
    {
        var found = await portal.PlannedElectionsAsync(agency);
        return found.Single(one => one.Key == Key).Regions;
    }
}
