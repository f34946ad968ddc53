using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;
using SocialMediaAware.Web.Features.Reports.InformationRequests;

namespace SocialMediaAware.Tests.Reports.InformationRequests;

public sealed class PackFlowTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Pack_WhenDrawnUpDecidedAndReleased_TellsNothingThatIsWithheld(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        var customer = await portal.UnitAsync(agency, "Customer | *North*");
        var finance = await portal.UnitAsync(agency, "Finance");
        var programme = await portal.YearlyAsync(agency);
        await ConfirmAsync(portal, agency);
        await portal.RoundAsync(programme, customer, 30, 20);
        await portal.RoundAsync(programme, finance, 12, 9);
        await portal.RoundAsync(programme, finance, 2, 1, PersonKind.Volunteer);
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);

        var pack = await client.DrawUpAsync();
        var figures = await client.PageAsync($"{pack}/figures");
        Assert.Contains("To decide", figures.Body!.TextContent, StringComparison.Ordinal);
        await client.AcceptAllAsync(pack);
        using (var released = await client.ReleaseAsync(pack))
        {
            Assert.Equal(pack, released.Headers.Location?.OriginalString);
        }

        var files = await client.FilesAsync(pack);
        await ExpectWithheldAsync(portal, files);
        var text = await TextAsync(portal);
        Assert.Equal(text.Bytes, files[$"texts/{text.ModuleSlug}/{text.Major}.{text.Minor}.md"]);
        var readme = Encoding.UTF8.GetString(files["README.md"]);
        Assert.Contains("OIA-2026-014", readme, StringComparison.Ordinal);
        Assert.Contains("section 9(2)(a)", readme, StringComparison.Ordinal);
        foreach (
            var (path, bytes) in files.Where(file =>
                !file.Key.StartsWith("texts/", StringComparison.Ordinal)
            )
        )
        {
            Assert.DoesNotContain(
                "Nobody Knows",
                Encoding.UTF8.GetString(bytes),
                StringComparison.Ordinal
            );
            Assert.DoesNotContain(
                hr.Name,
                Encoding.UTF8.GetString(bytes),
                StringComparison.Ordinal
            );
        }

        var html = Encoding.UTF8.GetString(files["README.html"]);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        await ExpectTheSameAgainAsync(portal, client, pack, files);
    }

    // All figures that the tables of the pack hold, beside what its files say of them.
    private static async Task ExpectWithheldAsync(
        TestPortal portal,
        IReadOnlyDictionary<string, byte[]> files
    )
    {
        var (tables, decisions) = await portal.WithDatabaseAsync(async database =>
        {
            var request = await database
                .InformationRequests.Include(one => one.Decisions)
                .SingleAsync();
            return (
                await database.ReadTablesAsync(request.Id, default),
                request.Decisions.ToDictionary(one => one.Key)
            );
        });
        Assert.NotEmpty(decisions);
        Assert.All(decisions.Values, one => Assert.Equal(DecisionStanding.Withheld, one.Standing));
        var told = 0;
        foreach (var table in tables)
        {
            var rows = CsvFiles.Parse(files[$"{table.Name}.csv"]);
            Assert.Equal(table.Rows.Count, rows.Count);
            foreach (var (row, place) in table.Rows.Select((row, place) => (row, place)))
            {
                for (var column = 0; column < row.Counts.Count; column++)
                {
                    var cell = rows[place][1 + row.Labels.Count + column];
                    var isWithheld = decisions.ContainsKey(table.KeyOf(row, column));
                    Assert.Equal(isWithheld ? "withheld" : $"{row.Counts[column]}", cell);
                    told += isWithheld ? 0 : 1;
                }

                if (table.HasRates && IsWithheld(table, row, "due", "signed"))
                {
                    Assert.Equal("withheld", rows[place][^1]);
                }
            }
        }

        Assert.True(told > 0, "Everything is withheld.");
        Assert.Empty(PackProtection.Workable(tables, decisions.Values, []));

        bool IsWithheld(PackTable table, PackRow row, params string[] columns) =>
            columns.Any(column => decisions.ContainsKey(PackTable.KeyOf(row.Key, column)));
    }

    private static async Task ExpectTheSameAgainAsync(
        TestPortal portal,
        HttpClient client,
        string pack,
        IReadOnlyDictionary<string, byte[]> files
    )
    {
        portal.Clock.Move(TimeSpan.FromDays(40));
        var hr = (await portal.AuditAsync(AuditActions.InformationPackReleased)).Single();
        using var later = await portal.SignedInAsync(hr.AccountId!.Value);
        var one = await later.GetByteArrayAsync($"{pack}/download");
        var other = await later.GetByteArrayAsync($"{pack}/download");
        Assert.Equal(SHA256.HashData(one), SHA256.HashData(other));
        var again = await later.FilesAsync(pack);
        Assert.Equal(files["manifest.json"], again["manifest.json"]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(files["manifest.json"]));
        Assert.Contains(
            hash,
            (await later.PageAsync(pack)).Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(hash, hr.Detail, StringComparison.Ordinal);
        Assert.Single(await portal.AuditAsync(AuditActions.InformationPackDrawnUp));
        Assert.Single(await portal.AuditAsync(AuditActions.InformationPackDecided));
        Assert.Equal(4, (await portal.AuditAsync(AuditActions.InformationPackDownloaded)).Count);
        using var decided = await later.GetAsync($"{pack}/release");
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
    }

    [Fact]
    public async Task Pack_WhenThePeriodIsToldAgainAfterACorrection_IsComparedWithTheEarlierOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var customer = await portal.UnitAsync(agency, "Customer");
        var finance = await portal.UnitAsync(agency, "Finance");
        var programme = await portal.YearlyAsync(agency);
        await portal.RoundAsync(programme, customer, 30, 15);
        await portal.RoundAsync(programme, finance, 30, 15);
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        using var client = await portal.SignedInAsync(hr.AccountId);
        var first = await client.DrawUpAsync();
        Assert.Contains(
            "No figure has to be withheld.",
            (await client.PageAsync($"{first}/figures")).Body!.TextContent,
            StringComparison.Ordinal
        );
        (await client.ReleaseAsync(first)).Dispose();

        // Two more sign: nothing small by itself, and a difference of two beside the first pack.
        await portal.RoundAsync(programme, finance, 2, 2);
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        var second = await client.DrawUpAsync();
        await portal.RoundAsync(programme, finance, 9, 9);
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        var third = await client.DrawUpAsync();
        var comparison = await client.PageAsync($"{second}/comparison");

        Assert.Contains(
            "OIA-2026-014",
            comparison.QuerySelector(".sma-lead")!.TextContent,
            StringComparison.Ordinal
        );
        var row = comparison
            .QuerySelectorAll("tbody tr")
            .First(row =>
                row.TextContent.Contains("Finance", StringComparison.Ordinal)
                && row.TextContent.Contains("Signed", StringComparison.Ordinal)
            );
        Assert.Contains("15", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("17", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("(withheld now)", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("A change of", row.TextContent, StringComparison.Ordinal);
        await client.AcceptAllAsync(second);
        Assert.Null((await client.PageAsync($"{second}/release")).QuerySelector("#reason"));
        using var released = await client.ReleaseAsync(second);
        Assert.Equal(second, released.Headers.Location?.OriginalString);

        // The third was drawn up before the second was released: it is compared with that one too.
        await client.AcceptAllIfAnyAsync(third);
        using var late = await client.ReleaseAsync(third);
        var now = await portal.WithDatabaseAsync(database =>
            database
                .InformationRequests.OrderBy(one => one.DrawnUpAt)
                .ThenBy(one => one.Id)
                .LastAsync()
        );
        Assert.Equal(
            late.StatusCode == HttpStatusCode.UnprocessableEntity,
            (await client.PageAsync($"{third}/figures")).Body!.TextContent.Contains(
                "To decide",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(2, now.ComparedPacks);
    }

    private static Task ConfirmAsync(TestPortal portal, Agency agency) =>
        portal.WithDatabaseAsync(async database =>
        {
            var isConfirmed = await database.RuleConfirmations.AnyAsync(one =>
                one.AgencyId == agency.Id && one.ModuleSlug == "be-social-media-aware"
            );
            if (!isConfirmed)
            {
                database.Add(
                    RuleConfirmation.Confirm(
                        agency.Id,
                        "be-social-media-aware",
                        1,
                        "The union.",
                        null,
                        portal.Clock.GetUtcNow()
                    )
                );
                await database.SaveChangesAsync();
            }
        });

    private static Task<Web.Features.Learning.PublishedModuleText> TextAsync(TestPortal portal) =>
        portal.WithDatabaseAsync(database =>
            database.PublishedModuleTexts.FirstAsync(text =>
                text.ModuleSlug == "be-social-media-aware"
            )
        );
}
