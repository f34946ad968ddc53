using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Settings;

public sealed class RolesTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private Agency otherAgency = null!;
    private CastMember administrator = null!;
    private CastMember member = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync("kainga-ora");
        otherAgency = await portal.AgencyAsync("stats-nz");
        administrator = await portal.PersonWithRoleAsync(agency, PortalRole.Administrator);
        member = await portal.PersonAsync(agency, "Wiremu Rangi");
        browser = await portal.SignedInAsync(administrator.AccountId);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Roles_WhenSomebodyElseAsks_AreRefusedAndTheRefusalIsNoted()
    {
        using var visitor = await portal.SignedInAsync(member.AccountId);
        using var answer = await visitor.GetAsync("/settings/roles");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("not for you", (await answer.PageAsync()).QuerySelector("h1")!.TextContent);
        var entry = Assert.Single(await portal.AuditAsync(AuditActions.Refused));
        Assert.Equal(
            (member.AccountId, agency.Id, "/settings/roles", "GET 403"),
            (entry.AccountId!.Value, entry.AgencyId!.Value, entry.Subject, entry.Detail)
        );
    }

    [Fact]
    public async Task Roles_WhenListed_AreThoseOfTheAgenciesAdministered()
    {
        await portal.RoleAsync(member, PortalRole.Auditor, agency);
        var elsewhere = await portal.PersonWithRoleAsync(
            otherAgency,
            PortalRole.Auditor,
            "Ana Else"
        );
        var text = (await browser.PageAsync("/settings/roles")).QuerySelector("table")!.TextContent;
        Assert.Contains(member.Email, text);
        Assert.DoesNotContain(elsewhere.Email, text);
        var found = await browser.PageAsync("/settings/roles?search=WIREMU&page-number=-3");
        Assert.Single(found.QuerySelectorAll("tbody tr"));
        var none = await browser.PageAsync("/settings/roles?search=nobody");
        Assert.Null(none.QuerySelector("table"));
        Assert.NotEmpty(await portal.AuditAsync(AuditActions.PeopleViewed));
    }

    [Fact]
    public async Task Roles_WhenMoreThanAPage_ArePaged()
    {
        await portal.WithDatabaseAsync(async database =>
        {
            for (var number = 0; number < 60; number++)
            {
                var at = portal.Clock.GetUtcNow();
                var account = Account.For($"person-{number:D3}@agency.example", null, at);
                database.Add(account);
                database.Add(RoleGrant.Give(account.Id, PortalRole.Auditor, agency.Id, null, at));
            }

            await database.SaveChangesAsync();
        });
        var first = await browser.PageAsync("/settings/roles");
        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Equal(11, (await browser.PageAsync(next)).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Role_WhenGivenAndTakenBack_ActsAtTheNextRequestAndIsNoted()
    {
        using var visitor = await portal.SignedInAsync(member.AccountId);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/audit")).StatusCode);

        using var given = await GiveAsync(
            $" {member.Email.ToUpperInvariant()} ",
            "Auditor",
            agency.Id.ToString()
        );
        Assert.Equal("/settings/roles", given.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/audit")).StatusCode);
        Assert.Contains(
            "Auditor",
            (await browser.PageAsync("/settings/roles"))
                .QuerySelector(".govuk-notification-banner")!
                .TextContent
        );

        var address = $"/settings/roles/revoke/{await GrantOfAsync(member)}";
        var page = await browser.PageAsync(address);
        using var revoked = await browser.SubmitAsync(page, address);
        using var twice = await browser.SubmitAsync(page, address);
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, twice.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/audit")).StatusCode);
        var granted = Assert.Single(await portal.AuditAsync(AuditActions.RoleGranted));
        Assert.Equal(
            (administrator.AccountId, agency.Id, member.Email, "Auditor"),
            (granted.AccountId!.Value, granted.AgencyId!.Value, granted.Subject, granted.Detail)
        );
        Assert.Single(await portal.AuditAsync(AuditActions.RoleRevoked));
    }

    [Theory]
    [InlineData("nobody@agency.example", "Auditor", true, "email")]
    [InlineData("", "Auditor", true, "email")]
    [InlineData(null, "Leader", true, "role")]
    [InlineData(null, "King", true, "role")]
    [InlineData(null, "99", true, "role")]
    [InlineData(null, "Auditor", false, "agency")]
    public async Task Role_WhenTheFormIsNotRight_SaysSoAndGivesNothing(
        string? email,
        string role,
        bool isOwnAgency,
        string field
    )
    {
        using var answer = await GiveAsync(
            email ?? member.Email,
            role,
            (isOwnAgency ? agency : otherAgency).Id.ToString()
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.PageAsync()).QuerySelector($"#{field}-error"));
        Assert.Empty(await portal.AuditAsync(AuditActions.RoleGranted));
    }

    [Fact]
    public async Task Role_WhenGivenInTwoTabsAtOnce_IsHeldOnce()
    {
        var page = await browser.PageAsync("/settings/roles/give");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => SendAsync(page, member.Email, "Auditor", agency.Id))
        );
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers, answer => Assert.True((int)answer.StatusCode < 500));
        Assert.Single(await portal.AuditAsync(AuditActions.RoleGranted));
        await GrantOfAsync(member);
    }

    [Fact]
    public async Task Role_WhenOfAnotherAgency_IsNotThere()
    {
        var elsewhere = await portal.PersonWithRoleAsync(otherAgency, PortalRole.Auditor);
        var grant = await GrantOfAsync(elsewhere);
        var address = $"/settings/roles/revoke/{grant}";
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
        using var answer = await browser.SubmitAsync(
            await browser.PageAsync("/settings/roles/give"),
            address
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(grant, await GrantOfAsync(elsewhere));
        Assert.Equal(2, (await portal.AuditAsync(AuditActions.Refused)).Count);
    }

    [Fact]
    public async Task Administrator_WhenTakingBackTheirOwnLastRole_IsToldWhyNot()
    {
        await portal.PersonWithRoleAsync(agency, PortalRole.Administrator);
        var address = $"/settings/roles/revoke/{await GrantOfAsync(administrator)}";
        using var answer = await browser.SubmitAsync(await browser.PageAsync(address), address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "your own last role",
            (await answer.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent
        );
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/settings/roles")).StatusCode);
    }

    [Fact]
    public async Task Administrator_WhenTheLastOfAnAgency_IsKept()
    {
        await portal.RoleAsync(administrator, PortalRole.Administrator, otherAgency);
        var address = $"/settings/roles/revoke/{await GrantOfAsync(administrator)}";
        using var answer = await browser.SubmitAsync(await browser.PageAsync(address), address);
        Assert.Contains(
            "last administrator of the agency",
            (await answer.PageAsync()).QuerySelector(".govuk-error-summary")!.TextContent
        );
    }

    private Task<Guid> GrantOfAsync(CastMember of) =>
        portal.WithDatabaseAsync(database =>
            database
                .RoleGrants.Where(grant =>
                    grant.AccountId == of.AccountId && grant.RevokedAt == null
                )
                .OrderBy(grant => grant.Id)
                .Select(grant => grant.Id)
                .FirstAsync()
        );

    private async Task<HttpResponseMessage> GiveAsync(string email, string role, string agencyId) =>
        await SendAsync(
            await browser.PageAsync("/settings/roles/give"),
            email,
            role,
            Guid.Parse(agencyId)
        );

    private Task<HttpResponseMessage> SendAsync(
        AngleSharp.Dom.IDocument page,
        string email,
        string role,
        Guid agencyId
    ) =>
        browser.SubmitAsync(
            page,
            "/settings/roles/give",
            "main form",
            ("Email", email),
            ("Role", role),
            ("Agency", agencyId.ToString())
        );
}
