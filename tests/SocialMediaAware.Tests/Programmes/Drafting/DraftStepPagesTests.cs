using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>The steps by which HR makes a programme: each saves its own part, and leads to the next.</summary>
public sealed class DraftStepPagesTests
{
    [Theory]
    [InlineData("name")]
    [InlineData("audience")]
    [InlineData("audience/new")]
    [InlineData("modules")]
    [InlineData("statement")]
    [InlineData("when")]
    [InlineData("reminders")]
    [InlineData("elsewhere")]
    [InlineData("contact")]
    [InlineData("check")]
    public async Task Step_WhenTheProgrammeIsAnothersOrNobodys_IsNotFound(string step)
    {
        await using var portal = await TestPortal.StartAsync();
        using var client = await portal.HumanResourcesAsync(await portal.AgencyAsync());
        var hidden = await portal.DraftAsync(await portal.AgencyAsync("stats-nz"));

        using var another = await client.GetAsync(hidden.StepOf(step));
        using var nobodys = await client.GetAsync($"/programmes/{Guid.NewGuid()}/edit/{step}");

        Assert.Equal(HttpStatusCode.NotFound, another.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nobodys.StatusCode);
    }

    [Fact]
    public async Task Step_WhenHrLooksAfterContentOfAnotherAgencyOnly_IsNotFoundThere()
    {
        await using var portal = await TestPortal.StartAsync();
        var other = await portal.AgencyAsync("stats-nz");
        var member = await portal.PersonWithRoleAsync(
            await portal.AgencyAsync(),
            PortalRole.HumanResources
        );
        await portal.RoleAsync(member, PortalRole.ContentOwner, other);
        using var client = await portal.SignedInAsync(member.AccountId);
        var programme = await portal.DraftAsync(other);

        using var answer = await client.GetAsync(programme.StepOf("name"));
        var list = await client.PageAsync("/programmes");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(
            programme.Id.ToString(),
            list.Body!.InnerHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Name_WhenSaved_LeadsToTheNextStepAndTellsTheAuditLog()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("name"));
        Assert.Contains("Step 1 of 8", page.Body!.TextContent);

        using var saved = await client.SubmitAsync(
            page,
            "",
            fields: [("Name", " Each year "), ("Summary", "Read and sign.")]
        );

        Assert.Equal(programme.StepOf("audience"), saved.Headers.Location!.OriginalString);
        var terms = await portal.TermsAsync(programme);
        Assert.Equal(("Each year", "Read and sign."), (terms.Name, terms.Summary));
        Assert.Contains(
            await portal.AuditAsync(AuditActions.ProgrammeDrafted),
            entry => entry.Subject == $"programme {programme.Id}"
        );
    }

    [Fact]
    public async Task Step_WhenTheAnswersWereChecked_LeadsBackToTheCheck()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync($"{programme.StepOf("name")}?to=check");

        using var saved = await client.SubmitAsync(
            page,
            "",
            fields: [("Name", "Each year"), ("Summary", "Read and sign.")]
        );

        Assert.Equal(programme.StepOf("check"), saved.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Name_WhenMissingOrTooLong_SaysSoAndKeepsWhatWasTyped()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("name"));

        using var refused = await client.SubmitAsync(
            page,
            "",
            fields: [("Name", ""), ("Summary", new string('x', Programme.SummaryLength + 1))]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.PageAsync();
        Assert.NotNull(again.QuerySelector(".govuk-error-summary a[href='#name']"));
        Assert.NotNull(again.QuerySelector(".govuk-error-summary a[href='#summary']"));
        Assert.StartsWith("xxx", ((IHtmlInputElement)again.QuerySelector("#summary")!).Value);
    }

    [Fact]
    public async Task Step_WhenSomebodyElseSavedMeanwhile_LosesNothingOfEither()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("name"));
        await portal.SaveMeanwhileAsync(programme);

        using var refused = await client.SubmitAsync(
            page,
            "",
            fields: [("Name", "Mine"), ("Summary", "My sentence.")]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Saved by a colleague.", (await portal.TermsAsync(programme)).Summary);
        var again = await refused.PageAsync();
        Assert.Contains("Saved by a colleague.", again.Body!.TextContent);
        Assert.Equal("Mine", ((IHtmlInputElement)again.QuerySelector("#name")!).Value);
        using var saved = await client.SubmitAsync(
            again,
            "",
            fields: [("Name", "Mine"), ("Summary", "My sentence.")]
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("My sentence.", (await portal.TermsAsync(programme)).Summary);
    }

    [Fact]
    public async Task Step_WhenItsFormIsSentTwice_IsSavedOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("name"));
        (string, string?)[] fields = [("Name", "Each year"), ("Summary", "Read and sign.")];

        using var first = await client.SubmitAsync(page, "", fields: fields);
        using var second = await client.SubmitAsync(page, "", fields: fields);

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(
            1,
            await portal.WithDatabaseAsync(database =>
                database
                    .Programmes.Where(one => one.Id == programme.Id)
                    .Select(one => one.Revision)
                    .SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Step_WhenAProgrammeRuns_ChangesADraftAndNothingThatHolds()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var running = await portal.OnboardingAsync(agency);
        var page = await client.PageAsync(running.StepOf("name"));

        using var saved = await client.SubmitAsync(
            page,
            "",
            fields: [("Name", "Other"), ("Summary", "Other.")]
        );

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var there = await portal.WithDatabaseAsync(database =>
            database.Programmes.SingleAsync(one => one.Id == running.Id)
        );
        Assert.Equal("Getting started", there.Name);
        Assert.Equal("Other", there.Draft!.Name);
        Assert.Equal(["be-social-media-aware"], there.Draft.ModuleSlugs);
    }

    [Fact]
    public async Task Step_WhenAFormHasNoFieldsAtAll_IsRefusedCalmly()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var token = await client.PageAsync(programme.StepOf("name"));
        foreach (
            var step in (string[])
                ["name", "modules", "statement", "when", "reminders", "elsewhere", "contact"]
        )
        {
            using var answer = await client.PostAsync(
                programme.StepOf(step),
                new FormUrlEncodedContent([
                    KeyValuePair.Create(
                        "__RequestVerificationToken",
                        (
                            (IHtmlInputElement)
                                token.QuerySelector("[name=__RequestVerificationToken]")!
                        ).Value
                    ),
                ])
            );
            Assert.True(
                answer.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Redirect,
                $"{step}: {answer.StatusCode}"
            );
        }

        Assert.Equal(4, (await portal.TermsAsync(programme)).Statements.Count);
    }

    private static async Task<(Programme, HttpClient)> SetUpAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        return (await portal.DraftAsync(agency), await portal.HumanResourcesAsync(agency));
    }
}
