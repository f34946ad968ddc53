using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>What is read, what is signed, which learning from elsewhere counts, and who is told.</summary>
public sealed class DraftContentPagesTests
{
    [Fact]
    public async Task Modules_WhenNumbered_AreKeptInThatOrder()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("modules"));
        Assert.Contains("minutes to read", page.Body!.TextContent);

        using var saved = await client.SubmitAsync(
            page,
            "",
            fields:
            [
                ("Chosen", "be-social-media-aware"),
                ("Chosen", "staying-safe-online"),
                ("Place[be-social-media-aware]", "2"),
                ("Place[staying-safe-online]", "1"),
            ]
        );

        Assert.Equal(programme.StepOf("statement"), saved.Headers.Location!.OriginalString);
        Assert.Equal(
            ["staying-safe-online", "be-social-media-aware"],
            (await portal.TermsAsync(programme)).ModuleSlugs
        );
    }

    [Theory]
    [InlineData(null, "", "#chosen")]
    [InlineData("be-social-media-aware", "first", "#place-be-social-media-aware")]
    [InlineData("be-social-media-aware", "0", "#place-be-social-media-aware")]
    [InlineData("ethnic-communities-social-media-personal", "1", "#chosen")]
    public async Task Modules_WhenNoneOrWrong_SaySo(string? chosen, string place, string where)
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("modules"));

        using var refused = await client.SubmitAsync(
            page,
            "",
            fields: [("Chosen", chosen), ($"Place[{chosen}]", place)]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(
            (await refused.PageAsync()).QuerySelector($".govuk-error-summary a[href='{where}']")
        );
    }

    [Fact]
    public async Task Modules_WhenOneIsAnotherAgencys_DoNotTellItsTitle()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var programme = await portal.DraftAsync(
            agency,
            with: terms => terms with { ModuleSlugs = ["ethnic-communities-social-media-personal"] }
        );

        var page = await client.PageAsync(programme.StepOf("modules"));

        Assert.Contains("Not published for your agency", page.Body!.TextContent);
        var title = SharedContent
            .Load("", [])
            .Library!.FindPublished("ethnic-communities-social-media-personal")!
            .Title;
        Assert.DoesNotContain(title, page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_WhenShown_HasTheModulesInTheirPlaceForEachKind()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("statement"));
        Assert.Equal(4, page.QuerySelectorAll("main textarea").Length);

        using var shown = await client.SubmitAsync(
            page.Towards($"{programme.StepOf("statement")}?handler=Preview"),
            "",
            fields: [("Words[Employee]", "I follow {modules}."), ("Words[Volunteer]", "")]
        );

        var preview = await shown.PageAsync();
        Assert.Contains(
            "I follow Be social media aware 2.0.",
            preview.QuerySelector("#words-employee-preview")!.TextContent
        );
        Assert.Contains(
            "not asked",
            preview.QuerySelector("#words-volunteer-preview")!.TextContent
        );
        // Nothing is saved by looking.
        Assert.Equal(
            GivenDrafts.Words,
            (await portal.TermsAsync(programme)).Statements[PersonKind.Employee]
        );
    }

    [Fact]
    public async Task Statement_WhenAKindHasNoWords_IsNotAsked()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("statement"));

        using var saved = await client.SubmitAsync(
            page,
            "",
            fields:
            [
                ("Words[Employee]", "I follow {modules}.\r\nTruly."),
                ("Words[Volunteer]", " "),
            ]
        );

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var statements = (await portal.TermsAsync(programme)).Statements;
        Assert.Equal([PersonKind.Employee], statements.Keys);
        Assert.Equal("I follow {modules}.\nTruly.", statements[PersonKind.Employee]);
    }

    [Theory]
    [InlineData("I agree.")]
    [InlineData("")]
    public async Task Statement_WhenItNamesNoModulesOrIsEmpty_IsRefusedAndKept(string words)
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("statement"));

        using var refused = await client.SubmitAsync(
            page,
            "",
            fields: [("Words[Employee]", words)]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.PageAsync();
        Assert.NotNull(again.QuerySelector(".govuk-error-summary a[href='#words-employee']"));
        Assert.Equal(words, again.QuerySelector("#words-employee")!.TextContent);
    }

    [Fact]
    public async Task Statement_WhenTheAudienceHasOneKindOnly_AsksForItsWordsOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        using var client = await portal.HumanResourcesAsync(agency);
        var programme = await portal.DraftAsync(
            agency,
            with: terms =>
                terms with
                {
                    Audience = new() { Groups = [new() { Kinds = [PersonKind.Volunteer] }] },
                }
        );

        var page = await client.PageAsync(programme.StepOf("statement"));

        Assert.Equal("words-volunteer", page.QuerySelector("main textarea")!.Id);
        Assert.Single(page.QuerySelectorAll("main textarea"));
    }

    [Fact]
    public async Task Elsewhere_WhenTicked_KeepsModulesOfTheProgrammeOnly()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("elsewhere"));

        using var saved = await client.SubmitAsync(
            page,
            "",
            fields: [("Accepted", "be-social-media-aware"), ("Accepted", "walking-a-fine-line")]
        );

        Assert.Equal(programme.StepOf("contact"), saved.Headers.Location!.OriginalString);
        Assert.Equal(
            ["be-social-media-aware"],
            (await portal.TermsAsync(programme)).AcceptedElsewhere
        );
    }

    [Fact]
    public async Task Contact_WhenChosen_MustBeHrOfTheAgency()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var agency = await portal.AgencyAsync();
        var colleague = await portal.PersonWithRoleAsync(
            agency,
            PortalRole.HumanResources,
            "Mere Tāmihana"
        );
        var stranger = await portal.PersonAsync(agency);
        var page = await client.PageAsync(programme.StepOf("contact"));
        Assert.Contains("Mere Tāmihana", page.Body!.TextContent);

        using var refused = await client.SubmitAsync(
            page,
            "",
            fields: [("Contact", stranger.AccountId.ToString())]
        );
        using var saved = await client.SubmitAsync(
            page,
            "",
            fields: [("Contact", colleague.AccountId.ToString())]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(programme.StepOf("check"), saved.Headers.Location!.OriginalString);
        Assert.Equal(colleague.AccountId, (await portal.TermsAsync(programme)).ContactAccountId);
    }

    private static async Task<(Programme, HttpClient)> SetUpAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        return (await portal.DraftAsync(agency), await portal.HumanResourcesAsync(agency));
    }
}
