using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>Finding people in the list.</summary>
public sealed class PeopleListTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task List_WhenItIsSearchedAndFiltered_ShowsThoseAndNobodyElse(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync("kainga-ora");
        var customer = await portal.UnitAsync(agency, "Customer");
        var north = await portal.UnitAsync(agency, "North", customer);
        var today = portal.Today();
        var aroha = await portal.PersonAsync(agency, "Aroha Pātea", unit: north);
        await portal.PersonAsync(agency, "Bob Zed", PersonKind.Contractor, region: "Taranaki");
        await portal.PersonAsync(agency, "Carla New", from: today.AddDays(5));
        var dan = await portal.PersonAsync(agency, "Dan Gone", unit: customer);
        var elsewhere = await portal.AgencyAsync("stats-nz");
        await portal.PersonAsync(elsewhere, "Aroha Elsewhere");
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, "Tamsin O");
        await portal.WithDatabaseAsync(async database =>
        {
            var change = PeopleChange.Record(
                agency.Id,
                PeopleChangeKind.Left,
                dan.PersonId,
                null,
                "Left",
                portal.Clock.GetUtcNow()
            );
            var his = (await portal.PositionsAsync(dan.PersonId))[0];
            database.Attach(his);
            database.AddRange(
                change,
                his.EndOn(today.AddDays(-1), change)!,
                PersonFlag.Learn(
                    agency.Id,
                    aroha.PersonId,
                    "spokespeople",
                    null,
                    today,
                    null,
                    change
                )
            );
            await database.SaveChangesAsync();
        });
        using var browser = await portal.SignedInAsync(hr.AccountId);
        (string Query, string[] Names)[] expected =
        [
            ("", ["Aroha Pātea", "Bob Zed", "Carla New", "Tamsin O"]),
            ("?standing=Here", ["Aroha Pātea", "Bob Zed", "Tamsin O"]),
            ("?standing=Starting", ["Carla New"]),
            ("?standing=Left", ["Dan Gone"]),
            ("?standing=WithoutAddress", []),
            ("?q=patea+AROHA", ["Aroha Pātea"]),
            ($"?q={aroha.Email.ToUpperInvariant()[..20]}", ["Aroha Pātea"]),
            ("?q=gone", []),
            ("?q=gone&standing=Everybody", ["Dan Gone"]),
            ($"?unit={customer.Id}", ["Aroha Pātea"]),
            ($"?unit={customer.Id}&standing=Everybody", ["Aroha Pātea", "Dan Gone"]),
            ("?kind=Contractor", ["Bob Zed"]),
            ("?region=Taranaki", ["Bob Zed"]),
            ("?flag=spokespeople", ["Aroha Pātea"]),
            (
                "?kind=nonsense&standing=99&flag=x&page=zero",
                ["Aroha Pātea", "Bob Zed", "Carla New", "Tamsin O"]
            ),
        ];
        foreach (var (query, names) in expected)
        {
            var page = await browser.PageAsync($"/people{query}");
            Assert.Equal(
                (query, string.Join(", ", names)),
                (
                    query,
                    string.Join(
                        ", ",
                        page.QuerySelectorAll("tbody th a").Select(link => link.TextContent)
                    )
                )
            );
        }

        Assert.Contains(
            await portal.AuditAsync(AuditActions.PeopleViewed),
            entry =>
                entry.Subject == "/people?q=gone&standing=Everybody" && entry.AgencyId == agency.Id
        );
        using var foreign = await browser.GetAsync($"/people?unit={elsewhere.Id}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, foreign.StatusCode);
    }
}
