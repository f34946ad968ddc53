using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes.Drafting;

/// <summary>HR describes whom a programme is for, group by group.</summary>
public sealed class AudiencePagesTests
{
    [Fact]
    public async Task Group_WhenAdded_IsSaidInASentenceAndCounted()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var unit = await portal.UnitAsync(agency, "Corporate Services");
        var member = await portal.PersonAsync(agency, unit: unit);
        await portal.TaskAsync(agency, member, "spokespeople");
        var programme = await portal.DraftAsync(agency);
        using var client = await portal.HumanResourcesAsync(agency);
        var all = await client.PageAsync(programme.StepOf("audience"));
        Assert.Contains("Everybody in kainga-ora.", all.Body!.TextContent);
        Assert.Contains("About 2 people today", all.Body.TextContent);

        var page = await client.PageAsync(programme.StepOf("audience/new"));
        using var saved = await client.SubmitAsync(
            page,
            "",
            fields:
            [
                ("Kinds", "Employee"),
                ("Units", unit.Id.ToString()),
                ("Below", unit.Id.ToString()),
                ("Below", agency.Id.ToString()),
                ("Flags", "spokespeople"),
                ("Every", "any"),
            ]
        );

        Assert.Equal(programme.StepOf("audience"), saved.Headers.Location!.OriginalString);
        var group = Assert.Single((await portal.TermsAsync(programme)).Audience.Groups);
        Assert.Equal([new AudienceUnit(unit.Id, true)], group.Units);
        var again = await client.PageAsync(programme.StepOf("audience"));
        Assert.Contains(
            "Employees in Corporate Services and the units below it who are spokespeople.",
            again.Body!.TextContent
        );
        Assert.Contains("1 person today", again.Body.TextContent);
    }

    [Fact]
    public async Task Group_WhenChangedOrRemoved_LeavesTheOthers()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(
            portal,
            new() { Kinds = [PersonKind.Employee] },
            new() { Kinds = [PersonKind.Contractor] },
            new() { Kinds = [PersonKind.Consultant] }
        );
        var second = await client.PageAsync(programme.StepOf("audience/2"));
        using var changed = await client.SubmitAsync(second, "", fields: [("Kinds", "Volunteer")]);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        var page = await client.PageAsync(programme.StepOf("audience"));
        using var removed = await client.SubmitAsync(page, "", "main li:first-child form");

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(
            [PersonKind.Volunteer, PersonKind.Consultant],
            (await portal.TermsAsync(programme)).Audience.Groups.SelectMany(group => group.Kinds)
        );
    }

    [Fact]
    public async Task Groups_WhenItIsMadeForEverybody_AreGone()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(
            portal,
            new AudienceGroup { Kinds = [PersonKind.Employee] }
        );
        var page = await client.PageAsync(programme.StepOf("audience"));

        using var saved = await client.SubmitAsync(page, "", "main form[action*=Everybody]");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Empty((await portal.TermsAsync(programme)).Audience.Groups);
    }

    [Fact]
    public async Task Group_WhenNothingIsChosenOrATaskIsAskedForAndLeftOut_SaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("audience/new"));

        using var empty = await client.SubmitAsync(page, "");
        using var both = await client.SubmitAsync(
            page,
            "",
            fields: [("Flags", "candidates"), ("Without", "candidates"), ("Kinds", "Robot")]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.NotNull(
            (await empty.PageAsync()).QuerySelector(".govuk-error-summary a[href='#kinds']")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, both.StatusCode);
        var again = await both.PageAsync();
        Assert.NotNull(again.QuerySelector(".govuk-error-summary a[href='#without']"));
        Assert.NotNull(again.QuerySelector("#flags-candidates[checked]"));
        Assert.Empty((await portal.TermsAsync(programme)).Audience.Groups);
    }

    [Fact]
    public async Task Group_WhenCountedWithoutSaving_IsShownInFullOrAsAFragment()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        await portal.PersonAsync(await portal.AgencyAsync(), kind: PersonKind.Volunteer);
        var page = await client.PageAsync(programme.StepOf("audience/new"));
        var address = $"{programme.StepOf("audience/new")}?handler=Count";
        (string, string?)[] fields = [("Kinds", "Volunteer")];

        using var whole = await client.SubmitAsync(page.Towards(address), "", fields: fields);
        client.DefaultRequestHeaders.Add("HX-Request", "true");
        using var fragment = await client.SubmitAsync(page.Towards(address), "", fields: fields);

        var shown = await whole.PageAsync();
        Assert.Contains("1 person today", shown.QuerySelector("#count")!.TextContent);
        Assert.NotNull(shown.QuerySelector("#kinds-Volunteer[checked]"));
        var part = await fragment.Content.ReadAsStringAsync();
        Assert.Contains("Volunteers.", part);
        Assert.DoesNotContain("<main", part, StringComparison.Ordinal);
        Assert.Empty((await portal.TermsAsync(programme)).Audience.Groups);
    }

    [Fact]
    public async Task Group_WhenItsUnitIsGone_SaysSoAndKeepsIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var gone = Guid.NewGuid();
        var (programme, client) = await SetUpAsync(
            portal,
            new AudienceGroup { Units = [new(gone, false)] }
        );

        var page = await client.PageAsync(programme.StepOf("audience/1"));
        using var saved = await client.SubmitAsync(
            page,
            "",
            fields: [("Units", gone.ToString()), ("Kinds", "Employee")]
        );

        Assert.Contains("a unit (no longer there)", page.Body!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var group = Assert.Single((await portal.TermsAsync(programme)).Audience.Groups);
        Assert.Equal([new AudienceUnit(gone, false)], group.Units);
    }

    [Fact]
    public async Task Group_WhenSomebodyElseSavedMeanwhile_IsNotAddedToTheirs()
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(portal);
        var page = await client.PageAsync(programme.StepOf("audience/new"));
        await portal.SaveMeanwhileAsync(programme);

        using var refused = await client.SubmitAsync(page, "", fields: [("Kinds", "Employee")]);
        using var saved = await client.SubmitAsync(
            await refused.PageAsync(),
            "",
            fields: [("Kinds", "Employee")]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Single((await portal.TermsAsync(programme)).Audience.Groups);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("first")]
    public async Task Group_WhenThereIsNoneOfTheNumber_IsNotFound(string number)
    {
        await using var portal = await TestPortal.StartAsync();
        var (programme, client) = await SetUpAsync(
            portal,
            new AudienceGroup { Kinds = [PersonKind.Employee] }
        );

        using var answer = await client.GetAsync(programme.StepOf($"audience/{number}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<(Programme, HttpClient)> SetUpAsync(
        TestPortal portal,
        params AudienceGroup[] groups
    )
    {
        var agency = await portal.AgencyAsync();
        var programme = await portal.DraftAsync(
            agency,
            with: terms => terms with { Audience = new() { Groups = groups } }
        );
        return (programme, await portal.HumanResourcesAsync(agency));
    }
}
