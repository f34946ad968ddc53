using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>All answers are checked, with what is not fair about them, before anything is launched or changed.</summary>
public sealed class CheckPageTests
{
    [Fact]
    public async Task Check_WhenAllIsAnswered_ShowsTheAnswersAndLeadsToTheLaunch()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var programme = await portal.DraftAsync(agency);

        var page = await client.PageAsync(programme.StepOf("check"));

        Assert.Equal(8, page.QuerySelectorAll(".govuk-summary-list__row").Length);
        Assert.NotNull(page.QuerySelector($"a[href='/programmes/{programme.Id}/launch']"));
        Assert.NotNull(page.QuerySelector($"a[href='{programme.StepOf("when")}?to=check']"));
        Assert.Contains("is not confirmed yet as your rule in force", page.Body!.TextContent);
    }

    [Fact]
    public async Task Check_WhenSomethingIsNotAnswered_NamesItAndLeadsNowhereElse()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var programme = await portal.DraftAsync(
            agency,
            ProgrammeKind.OneOff,
            terms => terms with { ModuleSlugs = [] }
        );

        var page = await client.PageAsync(programme.StepOf("check"));
        using var edit = await client.GetAsync($"/programmes/{programme.Id}/edit");

        Assert.NotNull(
            page.QuerySelector($".sma-callout a[href='{programme.StepOf("modules")}?to=check']")
        );
        Assert.NotNull(
            page.QuerySelector($".sma-callout a[href='{programme.StepOf("when")}?to=check']")
        );
        Assert.Null(page.QuerySelector("a[href$='/launch']"));
        Assert.Equal(programme.StepOf("modules"), edit.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Check_WhenPeopleAreLeftOutOrUnreached_SaysHowMany()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        await portal.WithoutAddressAsync(await portal.PersonAsync(agency));
        await portal.PersonAsync(agency, kind: PersonKind.Volunteer);
        var programme = await portal.DraftAsync(
            agency,
            with: terms =>
                terms with
                {
                    Statements = new Dictionary<PersonKind, string>
                    {
                        [PersonKind.Employee] = GivenDrafts.Words,
                    },
                }
        );

        var page = await client.PageAsync(programme.StepOf("check"));

        Assert.Contains("1 of these people have no mail address", page.Body!.TextContent);
        Assert.Contains("Volunteers are not asked", page.Body.TextContent);
        Assert.NotNull(
            page.QuerySelector($"a[href='/people?unit={agency.Id}&standing=WithoutAddress']")
        );
    }

    [Fact]
    public async Task Check_WhenAProgrammeRuns_LeadsToTheChangeOnceThereIsOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var running = await portal.OnboardingAsync(agency);
        var address = $"/programmes/{running.Id}/change";

        var before = await client.PageAsync(running.StepOf("check"));
        await portal.SaveMeanwhileAsync(running);
        var after = await client.PageAsync(running.StepOf("check"));

        Assert.Null(before.QuerySelector($"a[href='{address}']"));
        Assert.NotNull(after.QuerySelector($"a[href='{address}']"));
    }

    [Fact]
    public async Task Discard_WhenItWasNeverMore_ThrowsTheProgrammeAway()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var programme = await portal.DraftAsync(agency);
        var page = await client.PageAsync(programme.StepOf("check"));

        using var discarded = await client.SubmitAsync(page, "");
        using var twice = await client.SubmitAsync(page, "");

        Assert.Equal("/programmes", discarded.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);
        Assert.False(
            await portal.WithDatabaseAsync(database =>
                database.Programmes.AnyAsync(one => one.Id == programme.Id)
            )
        );
    }

    [Fact]
    public async Task Discard_WhenAProgrammeRuns_LeavesWhatHoldsAndRefusesWhatWasNotSeen()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var running = await portal.OnboardingAsync(agency);
        await portal.SaveMeanwhileAsync(running);
        var page = await client.PageAsync(running.StepOf("check"));
        await portal.WithDatabaseAsync(async database =>
        {
            var there = await database.Programmes.SingleAsync(one => one.Id == running.Id);
            there.Propose(there.Draft! with { Summary = "Later." });
            await database.SaveChangesAsync();
        });

        using var refused = await client.SubmitAsync(page, "");
        using var discarded = await client.SubmitAsync(await refused.PageAsync(), "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, discarded.StatusCode);
        var kept = await portal.WithDatabaseAsync(database =>
            database.Programmes.SingleAsync(one => one.Id == running.Id)
        );
        Assert.Null(kept.Draft);
        Assert.Equal("Getting started", kept.Name);
    }

    [Fact]
    public async Task Programmes_WhenSomebodyIsNotHr_AreForbidden()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.ContentOwner);
        using var client = await portal.SignedInAsync(auditor.AccountId);

        using var answer = await client.GetAsync("/programmes");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
