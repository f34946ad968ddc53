using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;

namespace SocialMediaAware.Tests.Accounts;

public sealed class DemonstrationTests
{
    private const string Address = "/accounts/demonstration";

    [Fact]
    public async Task Demonstration_WhenInProduction_IsNotThereForGetOrPost()
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions
            {
                Settings = new Dictionary<string, string> { ["Portal:Demonstration"] = "true" },
            }
        );
        var member = await portal.PersonAsync(await portal.AgencyAsync());
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Address)).StatusCode);
        // With a token too, so that it is not antiforgery that refuses.
        using var answer = await visitor.SubmitAsync(
            await visitor.PageAsync("/accounts/sign-in"),
            Address,
            "main form",
            ("Account", member.AccountId.ToString())
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await portal.AuditAsync(AuditActions.SignedIn));
    }

    [Fact]
    public async Task Demonstration_WhenInDevelopment_SignsInAsSomebodyWhoIsFound()
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Environment = "Development" }
        );
        var agency = await portal.AgencyAsync();
        var member = await portal.PersonAsync(agency, "Wiremu Testcase");
        await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync($"{Address}?search=testcase&from=/accounts/password");
        Assert.Contains(page.QuerySelectorAll("h2"), heading => heading.TextContent == "HR");
        using var answer = await visitor.SubmitAsync(
            page,
            Address,
            $"main form:has(input[value='{member.AccountId}'])"
        );
        Assert.Equal("/accounts/password", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/accounts/password")).StatusCode);
        Assert.Contains(
            await portal.AuditAsync(AuditActions.SignedIn),
            entry => entry.Detail == "demonstration"
        );
    }

    [Fact]
    public async Task Demonstration_WhenTheMemberIsGone_SaysSo()
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Environment = "Development" }
        );
        await portal.PersonAsync(await portal.AgencyAsync());
        using var visitor = portal.Visitor();
        var page = await visitor.PageAsync(Address);
        using var answer = await visitor.SubmitAsync(
            page,
            Address,
            "main form[method=post]",
            ("Account", Guid.NewGuid().ToString())
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }
}
