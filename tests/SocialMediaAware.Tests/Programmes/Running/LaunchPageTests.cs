using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Attestations;
using SocialMediaAware.Tests.Reminders;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Running;

public sealed partial class LaunchPageTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private CastMember hr = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync();
        hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        browser = await portal.SignedInAsync(hr.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Launch_WhenLookedAtAndConfirmed_AsksPeopleOnlyThen()
    {
        await portal.ConfirmAsync(agency);
        var customer = await portal.UnitAsync(agency, "Customer");
        var person = await portal.PersonAsync(agency, "Aroha Pātea", unit: customer);
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            GivenProgrammes.Once(portal) with
            {
                AcceptedElsewhere = [GivenProgrammes.Module],
            }
        );
        var address = $"/programmes/{programme.Id}/launch";

        var page = await browser.PageAsync(address);
        Assert.Empty(await portal.AssignmentsAsync(programme.Id));
        await portal.PlanAsync();
        Assert.Empty(await portal.AssignmentsAsync(programme.Id));
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("2 people would owe it today", words);
        Assert.Contains(
            "Aroha Pātea",
            page.QuerySelector("[aria-labelledby=samples]")!.TextContent
        );
        Assert.Contains("Customer10", page.QuerySelector("#by-unit + div tbody")!.TextContent);
        Assert.Contains("Nobody is left out", words);
        Assert.Contains("is open", page.QuerySelector("article.sma-card h3")!.TextContent);
        Assert.DoesNotContain("@agency.example", page.Source.Text);
        Assert.Equal(60, page.QuerySelectorAll("svg.sma-chart rect").Length);
        Assert.Contains(
            await AuditAsync(AuditActions.PeopleViewed),
            entry => entry.Subject == address && entry.AgencyId == agency.Id
        );

        using var launched = await browser.SubmitAsync(page, address);
        using var again = await browser.SubmitAsync(page, address);

        Assert.Equal($"/programmes/{programme.Id}", launched.Headers.Location!.OriginalString);
        Assert.Equal($"/programmes/{programme.Id}", again.Headers.Location!.OriginalString);
        var assignments = await portal.AssignmentsAsync(programme.Id);
        Assert.Equal(2, assignments.Count);
        Assert.Contains(assignments, one => one.PersonId == person.PersonId);
        var kept = await portal.ProgrammeAsync(programme.Id);
        Assert.Equal(ProgrammeStanding.Running, kept.Standing);
        Assert.Null(kept.Draft);
        var change = Assert.Single(await portal.ChangesAsync(programme.Id));
        Assert.Equal(
            (ProgrammeChangeKind.Launched, hr.AccountId),
            (change.Kind, change.ByAccountId!.Value)
        );
        Assert.Equal(
            GivenProgrammes.Module,
            await portal.WithDatabaseAsync(database =>
                database
                    .OutsideAcceptances.Where(one => one.ProgrammeId == programme.Id)
                    .Select(one => one.ModuleSlug)
                    .SingleAsync()
            )
        );
        Assert.Single(await AuditAsync(AuditActions.ProgrammeRun));
        var shown = await browser.PageAsync($"/programmes/{programme.Id}");
        Assert.Contains(
            "2 people owe it today",
            shown.QuerySelector(".govuk-notification-banner")!.TextContent
        );
        Assert.Contains("Launched", shown.QuerySelector(".sma-thread")!.TextContent);
    }

    [Fact]
    public async Task Launch_WhenTheNumbersChangedMeanwhile_ShowsThemAnewAndLaunchesNothing()
    {
        await portal.ConfirmAsync(agency);
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            GivenProgrammes.Once(portal)
        );
        var address = $"/programmes/{programme.Id}/launch";
        var page = await browser.PageAsync(address);
        await portal.PersonAsync(agency);

        using var refused = await browser.SubmitAsync(page, address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var anew = await refused.PageAsync();
        Assert.Contains("Something changed", anew.QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains("2 people would owe it today", anew.QuerySelector("main")!.TextContent);
        Assert.Null((await portal.ProgrammeAsync(programme.Id)).LaunchedAt);
        using var launched = await browser.SubmitAsync(anew, address);
        Assert.Equal(HttpStatusCode.Redirect, launched.StatusCode);
    }

    [Fact]
    public async Task Launch_WhenTheDraftChangedMeanwhile_LaunchesNothing()
    {
        await portal.ConfirmAsync(agency);
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            GivenProgrammes.Once(portal)
        );
        var address = $"/programmes/{programme.Id}/launch";
        var page = await browser.PageAsync(address);
        await portal.ProposeAsync(programme, terms => terms with { Summary = "Other words." });

        using var refused = await browser.SubmitAsync(page, address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Null((await portal.ProgrammeAsync(programme.Id)).LaunchedAt);
    }

    [Fact]
    public async Task Launch_WhenARuleIsNotConfirmed_SaysWhichAndIsRefused()
    {
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            GivenProgrammes.Once(portal)
        );
        var address = $"/programmes/{programme.Id}/launch";
        var page = await browser.PageAsync(address);
        Assert.NotNull(
            page.QuerySelector(
                $"a[href='/content/{GivenProgrammes.Module}/confirm?agency={agency.Id}']"
            )
        );
        Assert.Empty(page.QuerySelectorAll("main form"));
        await portal.ConfirmAsync(agency);
        var ready = await browser.PageAsync(address);
        await portal.WithDatabaseAsync(async database =>
        {
            database.RemoveRange(database.RuleConfirmations);
            await database.SaveChangesAsync();
        });

        using var refused = await browser.SubmitAsync(ready, address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("not confirmed", await refused.Content.ReadAsStringAsync());
        Assert.Null((await portal.ProgrammeAsync(programme.Id)).LaunchedAt);
    }

    [Fact]
    public async Task Launch_WhenTheDraftIsIncomplete_SaysSo()
    {
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            new ProgrammeTerms { Name = "Half of it" }
        );
        var page = await browser.PageAsync($"/programmes/{programme.Id}/launch");
        Assert.Contains("Something is missing", page.QuerySelector("main")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/launch")]
    public async Task Programme_WhenItIsAnotherAgencys_IsNotFound(string page)
    {
        var programme = await portal.DraftAsync(
            await portal.AgencyAsync("stats-nz"),
            ProgrammeKind.OneOff,
            GivenProgrammes.Once(portal)
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GetAsync($"/programmes/{programme.Id}{page}")).StatusCode
        );
    }

    private Task<List<AuditEntry>> AuditAsync(string action) =>
        portal.WithDatabaseAsync(database =>
            database.AuditEntries.Where(entry => entry.Action == action).ToListAsync()
        );
}
