using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>The pages on which HR keeps the record of people.</summary>
public sealed class RecordPagesTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private Unit customer = null!;
    private Unit construction = null!;
    private CastMember aroha = null!;
    private CastMember stranger = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync("kainga-ora");
        customer = await portal.UnitAsync(agency, "Customer");
        construction = await portal.UnitAsync(agency, "Construction");
        aroha = await portal.PersonAsync(agency, "Aroha Pātea", unit: customer);
        stranger = await portal.PersonAsync(await portal.AgencyAsync("stats-nz"), "Someone Else");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        browser = await portal.SignedInAsync(hr.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Theory]
    [InlineData("name", "Preferred", "")]
    [InlineData("contact", "Email", "not an address")]
    [InlineData("position", "Position", "")]
    [InlineData("left", "LastDay", "31 of May")]
    [InlineData("died", "Day", "2099-01-01")]
    public async Task Form_WhenSomethingIsWrong_SaysSoAtTheFieldAndKeepsWhatWasTyped(
        string page,
        string field,
        string wrong
    )
    {
        using var answer = await browser.FillAsync(
            $"/people/person/{aroha.PersonId}/{page}",
            (field, wrong),
            ("Reason", "As Aroha wrote")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.PageAsync();
        var id = field.ToLowerInvariant();
        Assert.NotNull(shown.QuerySelector($".govuk-error-summary a[href='#{id}']"));
        Assert.NotNull(shown.QuerySelector($"#{id}-error"));
        Assert.Equal("As Aroha wrote", shown.QuerySelector("#reason")!.GetAttribute("value"));
        Assert.StartsWith("Error: ", shown.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("move", "Unit")]
    [InlineData("standing", "Position")]
    [InlineData("end", "LastDay")]
    [InlineData("correct", "From")]
    public async Task PositionForm_WhenAFieldIsEmpty_SaysSoAndChangesNothing(
        string page,
        string field
    )
    {
        var address = await portal.PositionAddressAsync(aroha, page);
        using var answer = await browser.FillAsync(address, (field, ""), ("Reason", "Because"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.PageAsync();
        Assert.NotNull(shown.QuerySelector($"#{field.ToLowerInvariant()}-error"));
        Assert.Single(await portal.EverHeldAsync(aroha.PersonId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/name")]
    [InlineData("/left")]
    [InlineData("/died")]
    [InlineData("/position")]
    public async Task Record_WhenThePersonIsOfAnotherAgency_IsNotFound(string page)
    {
        using var answer = await browser.GetAsync($"/people/person/{stranger.PersonId}{page}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Position_WhenThePersonInTheAddressIsAnother_IsNotFound()
    {
        var theirs = (await portal.PositionsAsync(stranger.PersonId))[0];
        using var answer = await browser.GetAsync(
            $"/people/person/{aroha.PersonId}/position/{theirs.Id}/move"
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Address_WhenSomebodyElseSignsInWithIt_IsRefusedAtTheField()
    {
        var other = await portal.PersonAsync(agency);
        using var answer = await browser.FillAsync(
            $"/people/person/{aroha.PersonId}/contact",
            ("Email", other.Email.ToUpperInvariant()),
            ("Reason", "New address")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Somebody else signs in", (await answer.PageAsync()).Text());
    }

    [Fact]
    public async Task Address_WhenItChanges_IsWhatTheySignInWith()
    {
        await portal.PasswordAsync(aroha);
        using var answer = await browser.FillAsync(
            $"/people/person/{aroha.PersonId}/contact",
            ("Email", "aroha@agency.example"),
            ("Zone", "Pacific/Chatham"),
            ("Reason", "Moved to Waitangi")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var visitor = portal.Visitor();
        using var signIn = await visitor.SignInAsync(
            "aroha@agency.example",
            AccountsGiven.GoodPassword
        );
        Assert.Equal(HttpStatusCode.Redirect, signIn.StatusCode);
        var page = (await browser.PageAsync($"/people/person/{aroha.PersonId}")).Text();
        Assert.Contains("Pacific/Chatham", page);
        Assert.Contains("Moved to Waitangi", page);
        Assert.Contains($"{aroha.Email} → aroha@agency.example", page);
    }

    [Fact]
    public async Task Record_WhenAnAuditorReads_ShowsNoReasonNoFormerNameAndNoChange()
    {
        await browser.FillAsync(
            $"/people/person/{aroha.PersonId}/name",
            ("Preferred", "Aroha Winiata"),
            ("Reason", "She married")
        );
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        using var reader = await portal.SignedInAsync(auditor.AccountId);
        portal.Clock.Move(TimeSpan.FromDays(2));
        var known = portal.Today().AddDays(-3).ForField();
        foreach (var query in new[] { "", $"?known={known}" })
        {
            using var fresh = await portal.SignedInAsync(auditor.AccountId);
            var page = await fresh.PageAsync($"/people/person/{aroha.PersonId}{query}");
            Assert.Contains("Aroha Winiata", page.Text());
            Assert.DoesNotContain("Pātea", page.Text());
            Assert.DoesNotContain("She married", page.Text());
            Assert.Empty(
                page.QuerySelectorAll($"main a[href^='/people/person/{aroha.PersonId}/']")
            );
        }

        Assert.Contains(
            await portal.AuditAsync(AuditActions.PeopleViewed),
            entry => entry.Subject == $"/people/person/{aroha.PersonId}"
        );
    }

    [Fact]
    public async Task Record_AsItWasKnownOnADay_IsWhatThePortalKnewThen()
    {
        var before = portal.Today();
        portal.Clock.Move(TimeSpan.FromDays(3));
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var later = await portal.SignedInAsync(hr.AccountId);
        using var moved = await later.FillAsync(
            await portal.PositionAddressAsync(aroha, "move"),
            ("Unit", construction.Id.ToString()),
            ("From", before.AddDays(-1).ForField()),
            ("Reason", "The move was told late")
        );
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);

        var now = await later.PageAsync($"/people/person/{aroha.PersonId}");
        Assert.Equal("Adviser, Construction", now.QuerySelector(".sma-row__title")!.TextContent);
        Assert.Contains("The move was told late", now.Text());
        var then = await later.PageAsync(
            $"/people/person/{aroha.PersonId}?known={before.ForField()}"
        );
        Assert.Equal("Adviser, Customer", then.QuerySelector(".sma-row__title")!.TextContent);
        Assert.Contains("as the portal knew it at the end of", then.Text());
    }
}
