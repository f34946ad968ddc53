using System.Net;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Audit;

public sealed class AuditPageTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private Agency agency = null!;
    private Agency otherAgency = null!;

    public async Task InitializeAsync()
    {
        portal = await TestPortal.StartAsync();
        agency = await portal.AgencyAsync("kainga-ora");
        otherAgency = await portal.AgencyAsync("stats-nz");
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Audit_WhenHrAsks_IsRefused()
    {
        using var visitor = await SignedInAsync(PortalRole.HumanResources);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/audit")).StatusCode);
    }

    [Theory]
    [InlineData(PortalRole.Auditor, false)]
    [InlineData(PortalRole.Administrator, true)]
    public async Task Audit_WhenRead_ShowsTheEntriesOfOnesAgenciesAndTheWholePortalsToAdministrators(
        PortalRole role,
        bool seesWholePortal
    )
    {
        await WriteAsync(
            (agency.Id, "inside", 0),
            (otherAgency.Id, "outside", 0),
            (null, "everywhere", 0)
        );
        using var visitor = await SignedInAsync(role);
        var text = (await visitor.PageAsync("/audit")).QuerySelector("main")!.TextContent;
        Assert.Contains("inside", text);
        Assert.DoesNotContain("outside", text);
        Assert.Equal(seesWholePortal, text.Contains("everywhere", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Audit_WhenLongerThanAPage_IsReadToItsEndWithEachEntryOnce(
        TestProvider provider
    )
    {
        await StartAgainOnAsync(provider);
        await WriteAsync([
            .. Enumerable
                .Range(0, 120)
                .Select(number => ((Guid?)agency.Id, $"entry-{number:D3}", number / 7)),
        ]);
        using var visitor = await SignedInAsync(PortalRole.Administrator);
        var seen = new List<string>();
        var address = "/audit?what=refused";
        for (var page = 0; page < 4 && address is not null; page++)
        {
            var shown = await visitor.PageAsync(address);
            seen.AddRange(
                shown
                    .QuerySelectorAll("tbody tr td:nth-of-type(3)")
                    .Select(cell => cell.TextContent.Trim())
            );
            address = shown.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
        Assert.StartsWith("entry-119", seen.Max(StringComparer.Ordinal), StringComparison.Ordinal);
        Assert.Contains(
            seen[..7],
            entry => entry.StartsWith("entry-119", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Audit_WhenDaysAreNamed_ShowsThoseDaysInNewZealand()
    {
        // The portal's clock says Monday 16 November, ten in the morning.
        await WriteAsync(
            (agency.Id, "yesterday-late", -11 * 60),
            (agency.Id, "today-early", -9 * 60)
        );
        using var visitor = await SignedInAsync(PortalRole.Auditor);
        var text = (await visitor.PageAsync("/audit?from=2026-11-15&until=2026-11-15"))
            .QuerySelector("main")!
            .TextContent;
        Assert.Contains("yesterday-late", text);
        Assert.DoesNotContain("today-early", text);
    }

    [Theory]
    [InlineData("?from=not-a-day&until=9999-12-31&before=nothing&what=%27")]
    [InlineData("?from=0001-01-01&until=0001-01-01")]
    [InlineData("?before=00000000-0000-0000-0000-000000000000")]
    public async Task Audit_WhenTheFilterMakesNoSense_StillAnswers(string query)
    {
        using var visitor = await SignedInAsync(PortalRole.Auditor);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/audit{query}")).StatusCode);
    }

    [Fact]
    public void Actions_WhenListed_AllHaveWords()
    {
        var texts = System
            .Xml.Linq.XDocument.Load(
                Repository.Folder(
                    "src",
                    "SocialMediaAware.Web",
                    "Features",
                    "Audit",
                    "AuditTexts.resx"
                )
            )
            .Descendants("data")
            .Select(data => data.Attribute("name")!.Value)
            .ToHashSet();
        var actions = typeof(AuditActions)
            .GetFields()
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();
        Assert.Equal(actions.Order(), AuditActions.All.Order());
        Assert.All(actions, action => Assert.Contains($"Action-{action}", texts));
    }

    private async Task StartAgainOnAsync(TestProvider provider)
    {
        await portal.DisposeAsync();
        portal = await TestPortal.StartAsync(new TestPortalOptions { Provider = provider });
        agency = await portal.AgencyAsync("kainga-ora");
    }

    private async Task<HttpClient> SignedInAsync(PortalRole role) =>
        await portal.SignedInAsync((await portal.PersonWithRoleAsync(agency, role)).AccountId);

    private Task WriteAsync(params (Guid? AgencyId, string Subject, int Minutes)[] entries) =>
        portal.WithDatabaseAsync(async database =>
        {
            foreach (var (agencyId, subject, minutes) in entries)
            {
                database.Add(
                    AuditEntry.Record(
                        AuditActions.Refused,
                        null,
                        agencyId,
                        subject,
                        "",
                        portal.Clock.GetUtcNow().AddMinutes(minutes)
                    )
                );
            }

            await database.SaveChangesAsync();
        });
}
