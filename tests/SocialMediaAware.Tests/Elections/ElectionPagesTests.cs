using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using static SocialMediaAware.Tests.Elections.ElectionsGiven;

namespace SocialMediaAware.Tests.Elections;

public sealed partial class ElectionPagesTests : IAsyncLifetime
{
    // As it was taken in: its first polling day, and the Commission's guidance.
    private const int SeenVersion = 2;

    private TestPortal portal = null!;
    private Agency agency = null!;
    private Agency otherAgency = null!;
    private CastMember hr = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        var clock = TestClock.OnAMonday();
        clock.MoveTo(Day("2026-08-10"));
        portal = await TestPortal.StartAsync(new() { Clock = clock });
        agency = await portal.AgencyAsync("kainga-ora");
        otherAgency = await portal.AgencyAsync("stats-nz");
        hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        browser = await portal.SignedInAsync(hr.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Elections_WhenStaffRead_SayWhatItMeansAndOfferNoChange()
    {
        using var staff = await portal.SignedInAsync((await portal.PersonAsync(agency)).AccountId);
        var page = await staff.PageAsync("/elections");
        var main = page.QuerySelector("main")!;
        Assert.Contains("We are in the pre-election period", main.TextContent);
        Assert.Contains("You keep your political rights", main.TextContent);
        var general = page.QuerySelector("section[aria-labelledby=general-2026]")!;
        Assert.Contains("Saturday 7 November 2026", general.TextContent);
        Assert.Contains(
            "Pre-election period",
            general.QuerySelector("[aria-current=step]")!.TextContent
        );
        Assert.Contains(
            "has not turned this one on",
            page.QuerySelector("section[aria-labelledby=local-2028]")!.TextContent
        );
        Assert.Empty(main.QuerySelectorAll("a[href^='/elections/']"));
        var past = page.QuerySelector("details.govuk-details")!.TextContent;
        Assert.Contains("moved from Saturday 19 September 2020 to Saturday 17 October 2020", past);
        Assert.DoesNotContain("General election 2026", past);
    }

    [Theory]
    [InlineData("/elections/move/never-2027")]
    [InlineData("/elections/move/never-2027/confirm?day=2027-01-02")]
    [InlineData("/elections/government/local-2028")]
    [InlineData("/elections/choose/never-2027")]
    [InlineData("/elections/choose/general-2026?agency=nonsense")]
    public async Task Election_WhenThereIsNone_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);

    [Fact]
    public async Task PollingDay_WhenMoved_IsShownFirstAndThenMovesEverything()
    {
        var programme = await portal.OnboardingAsync(agency);
        var elsewhere = await portal.OnboardingAsync(otherAgency);
        foreach (var isSigned in new[] { false, false, true })
        {
            var member = await portal.PersonAsync(agency);
            await portal.RefresherAsync(member, programme, "general-2026", isSigned);
        }

        await portal.RefresherAsync(
            await portal.PersonAsync(otherAgency),
            elsewhere,
            "general-2026"
        );
        const string address = "/elections/move/general-2026";
        using var asked = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            ("Day", "2026-11-28"),
            ("AnnouncedOn", "2026-08-09"),
            ("Source", "Prime Minister’s press conference")
        );
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var confirm = asked.Headers.Location!.OriginalString;
        var page = await browser.PageAsync(confirm);
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("2 open assignments in your agency move", words);
        Assert.Contains("One is signed and stays", words);
        Assert.DoesNotContain("not a Saturday", words);
        Assert.Equal(
            [
                "The refresher opensFriday 17 July 2026Friday 7 August 2026",
                "The refresher is dueFriday 7 August 2026Friday 28 August 2026",
                "The pre-election period beginsFriday 7 August 2026Friday 28 August 2026",
                "Polling daySaturday 7 November 2026Saturday 28 November 2026",
            ],
            page.QuerySelectorAll("tbody tr").Select(row => row.TextContent.Trim())
        );
        Assert.Equal(Day("2026-11-07"), (await portal.ElectionAsync("general-2026")).PollingDay);

        using var moved = await browser.SubmitAsync(page, confirm);
        using var again = await browser.SubmitAsync(page, confirm);

        Assert.Equal("/elections", moved.Headers.Location!.OriginalString);
        Assert.Equal("/elections", again.Headers.Location!.OriginalString);
        var election = await portal.ElectionAsync("general-2026");
        Assert.Equal((Day("2026-11-28"), 2), (election.PollingDay, election.PollingDays.Count));
        Assert.Equal(hr.AccountId, election.NewestPollingDay.ByAccountId);
        var entry = Assert.Single(await portal.AuditAsync(AuditActions.PollingDayMoved));
        Assert.Equal((hr.AccountId, "general-2026"), (entry.AccountId!.Value, entry.Subject));
        Assert.Contains("2026-11-07 to 2026-11-28", entry.Detail);
        var list = await browser.PageAsync("/elections");
        Assert.Contains(
            "Saturday 28 November 2026",
            list.QuerySelector(".govuk-notification-banner")!.TextContent
        );
        Assert.Contains(
            "moved from Saturday 7 November 2026 to Saturday 28 November 2026",
            list.QuerySelector("main")!.TextContent
        );
        Assert.Contains("press conference", list.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task PollingDay_WhenMoved_IsPlannedAtOnceForEveryAgency()
    {
        await portal.OnboardingAsync(otherAgency);
        var newcomer = await portal.PersonAsync(otherAgency);
        Assert.Equal(0, await AssignmentsOfAsync(newcomer));
        using var answer = await MoveAsync(browser, "2026-11-28", version: SeenVersion);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(1, await AssignmentsOfAsync(newcomer));
    }

    [Theory]
    [InlineData("", "2026-08-09", "a source", "day")]
    [InlineData("28/11/2026", "2026-08-09", "a source", "day")]
    [InlineData("2026-11-07", "2026-08-09", "a source", "day")]
    [InlineData("2026-08-09", "2026-08-09", "a source", "day")]
    [InlineData("9999-12-31", "2026-08-09", "a source", "day")]
    [InlineData("2026-11-28", "", "a source", "announcedon")]
    [InlineData("2026-11-28", "2026-08-11", "a source", "announcedon")]
    [InlineData("2026-11-28", "2026-01-20", "a source", "announcedon")]
    [InlineData("2026-11-28", "2026-08-09", " ", "source")]
    [InlineData("2026-11-28", "2026-08-09", null, "source")]
    public async Task PollingDay_WhenTheFormIsNotRight_SaysSoAndKeepsWhatWasTyped(
        string day,
        string announced,
        string? source,
        string field
    )
    {
        const string address = "/elections/move/general-2026";
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync(address),
            address,
            "main form",
            ("Day", day),
            ("AnnouncedOn", announced),
            ("Source", source)
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.NotNull(page.QuerySelector($"#{field}-error"));
        Assert.StartsWith("Error: ", page.Title);
        Assert.Equal(day, page.QuerySelector("#day")!.GetAttribute("value") ?? "");
        using var forced = await MoveAsync(browser, day, SeenVersion, announced, source);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        Assert.Single((await portal.ElectionAsync("general-2026")).PollingDays);
    }

    [Fact]
    public async Task PollingDay_WhenItIsNoSaturday_WarnsAndDoesNotRefuse()
    {
        const string address =
            "/elections/move/general-2026/confirm?day=2026-11-27&announcedOn=2026-08-09&source=x";
        var page = await browser.PageAsync(address);
        Assert.Contains(
            "Friday 27 November 2026 is not a Saturday",
            page.QuerySelector(".govuk-warning-text")!.TextContent
        );
        using var moved = await browser.SubmitAsync(page, address);
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
    }

    [Fact]
    public async Task PollingDay_WhenItHasPassed_DoesNotMove()
    {
        const string address = "/elections/move/general-2023";
        Assert.Contains(
            "It has passed",
            (await browser.PageAsync(address)).QuerySelector("main")!.TextContent
        );
    }

    [Fact]
    public async Task PollingDay_WhenSomebodyElseWasQuicker_TellsTheSecond()
    {
        var other = await portal.PersonWithRoleAsync(otherAgency, PortalRole.Administrator);
        using var otherBrowser = await portal.SignedInAsync(other.AccountId);
        using var first = await MoveAsync(browser, "2026-11-28", version: SeenVersion);
        using var second = await MoveAsync(otherBrowser, "2026-12-05", version: SeenVersion);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        var page = await second.PageAsync();
        Assert.Contains(
            "Somebody else changed this election",
            page.QuerySelector(".govuk-error-summary")!.TextContent
        );
        Assert.Contains("Saturday 28 November 2026", page.QuerySelector("main")!.TextContent);
        Assert.Equal(Day("2026-11-28"), (await portal.ElectionAsync("general-2026")).PollingDay);
        // Having looked again, the second may go on.
        using var third = await otherBrowser.SubmitAsync(
            page,
            "/elections/move/general-2026/confirm"
        );
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
    }

    private Task<int> AssignmentsOfAsync(CastMember member) =>
        portal.WithDatabaseAsync(database =>
            Task.FromResult(
                database.Assignments.Count(assignment => assignment.PersonId == member.PersonId)
            )
        );

    private static async Task<HttpResponseMessage> MoveAsync(
        HttpClient visitor,
        string day,
        int version,
        string announced = "2026-08-09",
        string? source = "https://example.org/news"
    )
    {
        const string form = "/elections/move/general-2026";
        var page = await visitor.PageAsync(form);
        // The form of the first page has the token; its fields are those of the second.
        page.QuerySelector("main form")!.SetAttribute("action", $"{form}/confirm");
        return await visitor.SubmitAsync(
            page,
            form,
            "main form",
            ("Day", day),
            ("AnnouncedOn", announced),
            ("Source", source),
            ("Version", $"{version}")
        );
    }

    // The form, and then what it brings.
    private async Task<HttpResponseMessage> AddAsync(string kind, string region, string day)
    {
        var asked = await AskAsync(kind, region, day);
        if (asked.StatusCode is not HttpStatusCode.Redirect)
        {
            return asked;
        }

        var confirm = asked.Headers.Location!.OriginalString;
        asked.Dispose();
        return await browser.SubmitAsync(await browser.PageAsync(confirm), confirm);
    }

    private async Task<HttpResponseMessage> AskAsync(string kind, string region, string day) =>
        await browser.SubmitAsync(
            await browser.PageAsync("/elections/add"),
            "/elections/add",
            "main form",
            ("Kind", kind),
            ("Region", region),
            ("Day", day),
            ("AnnouncedOn", "2026-08-10"),
            ("Source", "https://example.org/news")
        );

    // The first choice on the page, and then what it does.
    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient visitor, string address)
    {
        using var asked = await visitor.SubmitAsync(await visitor.PageAsync(address), address);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var confirm = asked.Headers.Location!.OriginalString;
        return await visitor.SubmitAsync(await visitor.PageAsync(confirm), confirm);
    }
}
