using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>Entering people by hand, and finding those who come back.</summary>
public sealed class AddingTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Contractor_WhoLeftAndComesBack_IsOnePersonWithTwoTimes(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync("kainga-ora");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var browser = await portal.SignedInAsync(hr.AccountId);
        using var added = await AddAsync(browser, agency, "Wiremu Tāne", "C-17");
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var address = added.Headers.Location!.OriginalString;
        var personId = Guid.Parse(address.Split('/')[^1]);
        var lastDay = portal.Today().AddDays(-1);
        using var left = await browser.FillAsync(
            $"{address}/left",
            ("LastDay", lastDay.ForField()),
            ("Reason", "Contract ended")
        );
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);

        // The name is written otherwise; the number says who it is.
        using var asked = await AddAsync(browser, agency, "William Tane", "C-17");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var page = await asked.PageAsync();
        Assert.Contains("Yes: Wiremu Tāne", page.Text());
        Assert.DoesNotContain("No, somebody new", page.Text());
        using var back = await AddAsync(
            browser,
            agency,
            "William Tane",
            "C-17",
            ("Same", personId.ToString()),
            ("From", portal.Today().ForField())
        );
        Assert.Equal(address, back.Headers.Location!.OriginalString);
        var positions = await portal.PositionsAsync(personId);
        Assert.Equal(
            lastDay.AddDays(1),
            Assert.Single(positions, one => one.HoldsUntil is not null).HoldsUntil
        );
        Assert.Equal(2, positions.Count);
    }

    [Fact]
    public async Task Namesake_WhenTheySayItIsSomebodyNew_IsAnotherPersonWithAnAccount()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync("kainga-ora");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        await portal.PersonAsync(agency, "Māia Rāwiri");
        using var browser = await portal.SignedInAsync(hr.AccountId);
        using var asked = await AddAsync(browser, agency, "Maia Rawiri", null);
        Assert.Contains("Same name.", (await asked.PageAsync()).Text());

        using var added = await AddAsync(
            browser,
            agency,
            "Maia Rawiri",
            null,
            ("Same", "new"),
            ("Email", "maia@agency.example")
        );
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var personId = Guid.Parse(added.Headers.Location!.OriginalString.Split('/')[^1]);
        var lookUpForm = Account.LookUpForm("maia@agency.example");
        Assert.Equal(
            personId,
            await portal.WithDatabaseAsync(database =>
                database
                    .Users.Where(account => account.NormalizedEmail == lookUpForm)
                    .Select(account => account.PersonId)
                    .SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Form_WhenNothingIsFilledIn_NamesEveryFieldAndEntersNobody()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync("kainga-ora");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var browser = await portal.SignedInAsync(hr.AccountId);
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync("/people/add"),
            "/people/add"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var links = (await answer.PageAsync())
            .QuerySelectorAll(".govuk-error-summary a")
            .Select(link => link.GetAttribute("href"));
        Assert.Equal(
            ["#preferred", "#unit", "#position", "#kind", "#days", "#from", "#reason"],
            links
        );
    }

    private static Task<HttpResponseMessage> AddAsync(
        HttpClient browser,
        Agency agency,
        string name,
        string? number,
        params (string Name, string? Value)[] more
    ) =>
        browser.FillAsync(
            "/people/add",
            [
                ("Preferred", name),
                ("Unit", agency.Id.ToString()),
                ("Position", "Builder"),
                ("Kind", nameof(PersonKind.Contractor)),
                ("EmployeeNumber", number ?? ""),
                ("Reason", "New contract"),
                .. more,
                .. more.Any(field => field.Name == "From")
                    ? Array.Empty<(string, string?)>()
                    : [("From", "2026-11-02")],
            ]
        );
}
