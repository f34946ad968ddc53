using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>HR sees its programmes and begins another.</summary>
public sealed class BeginningPagesTests
{
    [Fact]
    public async Task List_WhenThereAreProgrammesOfEveryStanding_HasThemUnderTheirHeadings()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var other = await portal.AgencyAsync("stats-nz");
        using var client = await portal.HumanResourcesAsync(agency);
        var running = await portal.OnboardingAsync(agency);
        await portal.AssignmentAsync(await portal.PersonAsync(agency), running);
        var draft = await portal.DraftAsync(agency);
        var hidden = await portal.DraftAsync(other);

        var page = await client.PageAsync("/programmes");

        var headings = page.QuerySelectorAll("main h2").Select(heading => heading.TextContent);
        Assert.Equal(["Running", "Being made", "Ready to use"], headings);
        Assert.Contains("1 person has it open now", page.Body!.TextContent);
        Assert.Contains("Each year, from 1 February to 31 March.", page.Body.TextContent);
        Assert.NotNull(page.QuerySelector($"main a[href='/programmes/{running.Id}']"));
        Assert.NotNull(page.QuerySelector($"main a[href='/programmes/{draft.Id}/edit']"));
        Assert.DoesNotContain(hidden.Id.ToString(), page.Body.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_WhenHrHasOneAgency_AsksForTheKindAtOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);

        using var answer = await client.GetAsync("/programmes/new");

        Assert.Equal(
            $"/programmes/new/kind?agency={agency.Id}",
            answer.Headers.Location!.OriginalString
        );
    }

    [Fact]
    public async Task New_WhenHrHasTwoAgencies_AsksForWhichFirst()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var second = await portal.AgencyAsync("stats-nz");
        var member = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        await portal.RoleAsync(member, PortalRole.HumanResources, second);
        using var client = await portal.SignedInAsync(member.AccountId);

        var page = await client.PageAsync("/programmes/new");
        using var without = await client.SubmitAsync(page, "/programmes/new");
        using var chosen = await client.SubmitAsync(
            page,
            "/programmes/new",
            fields: [("Agency", second.Id.ToString())]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(
            $"/programmes/new/kind?agency={second.Id}",
            chosen.Headers.Location!.OriginalString
        );
    }

    [Theory]
    [InlineData("Onboarding")]
    [InlineData("Yearly")]
    [InlineData("Election")]
    [InlineData("PolicyChange")]
    [InlineData("OneOff")]
    public async Task Kind_WhenChosen_BeginsAProgrammeWithTheUsualWordsAndTellsTheAuditLog(
        string kind
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var page = await client.PageAsync($"/programmes/new/kind?agency={agency.Id}");

        using var begun = await client.SubmitAsync(page, "", fields: [("Kind", kind)]);
        using var twice = await client.SubmitAsync(page, "", fields: [("Kind", kind)]);

        var programme = await portal.WithDatabaseAsync(database =>
            database.Programmes.SingleAsync(one => one.Draft != null)
        );
        Assert.Equal(kind, programme.Kind.ToString());
        var first = $"/programmes/{programme.Id}/edit/name";
        Assert.Equal(first, begun.Headers.Location!.OriginalString);
        Assert.Equal(first, twice.Headers.Location!.OriginalString);
        Assert.Equal(4, programme.Draft!.Statements.Count);
        Assert.All(
            programme.Draft.Statements.Values,
            words => Assert.Contains(ProgrammeStatement.ModulesPlace, words)
        );
        Assert.Contains(
            agency.ShortName,
            programme.Draft.Statements[PersonKind.Volunteer],
            StringComparison.Ordinal
        );
        Assert.Null(programme.LaunchedAt);
        Assert.NotEmpty(await portal.AuditAsync(AuditActions.ProgrammeDrafted));
    }

    [Fact]
    public async Task Kind_WhenItIsLikeAnother_TakesItsTermsButNotItsDays()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var like = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            terms =>
                terms with
                {
                    Name = "After the cyclone",
                    Schedule = new() { OpensOn = new(2026, 12, 1), DueOn = new(2026, 12, 18) },
                }
        );
        var page = await client.PageAsync($"/programmes/new/kind?agency={agency.Id}");

        using var without = await client.SubmitAsync(page, "", fields: [("Kind", "like")]);
        using var begun = await client.SubmitAsync(
            page,
            "",
            fields: [("Kind", "like"), ("Like", like.Id.ToString())]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var copy = await portal.WithDatabaseAsync(database =>
            database.Programmes.SingleAsync(one => one.Draft != null && one.Id != like.Id)
        );
        Assert.Equal("Copy of After the cyclone", copy.Name);
        Assert.Equal(["be-social-media-aware"], copy.Draft!.ModuleSlugs);
        Assert.Null(copy.Draft.Schedule.DueOn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Fortnightly")]
    [InlineData("17")]
    public async Task Kind_WhenItIsNone_SaysSo(string? kind)
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var page = await client.PageAsync($"/programmes/new/kind?agency={agency.Id}");

        using var refused = await client.SubmitAsync(page, "", fields: [("Kind", kind)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(
            (await refused.PageAsync()).QuerySelector(".govuk-error-summary a[href='#kind']")
        );
    }

    [Fact]
    public async Task Kind_WhenTheAgencyIsAnothers_BeginsNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        using var client = await portal.HumanResourcesAsync(await portal.AgencyAsync());
        var other = await portal.AgencyAsync("stats-nz");

        using var answer = await client.GetAsync($"/programmes/new/kind?agency={other.Id}");

        Assert.Equal("/programmes/new", answer.Headers.Location!.OriginalString);
    }
}
