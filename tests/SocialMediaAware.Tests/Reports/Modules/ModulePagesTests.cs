using System.Net;
using System.Text;
using AngleSharp.Dom;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.Learning;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Reports.Modules;

/// <summary>The pages about modules, scenarios and obligations over HTTP, and their files.</summary>
public sealed class ModulePagesTests
{
    private const string Contested = "the-open-letter";
    private const string ContestedModule = "code-of-conduct-public-sector";

    [Fact]
    public async Task Pages_WithAnswersOfEveryKind_SayWhatTheFilesSay()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.YearlyAsync(agency, Answered.Slug, ContestedModule);
        var reader = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        using var client = await portal.SignedInAsync(reader.AccountId);
        await NothingIsShownAsync(portal, client);
        await OneIsRightAsync(portal, agency, client);
        await SeveralAreRightAsync(portal, agency, client);
        await SourcesDisagreeAsync(portal, agency, client);
        await TheTextWasAnotherAsync(portal, agency, client);
        await ObligationsAreInOrderAsync(client);
        await FilesSayTheSameAsync(client);
        await NothingElseIsFoundAsync(portal, client);
    }

    private static async Task NothingIsShownAsync(TestPortal portal, HttpClient client)
    {
        var list = await client.PageAsync("/reports/modules");
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
        var page = await ModuleAsync(client);
        Assert.Equal(
            portal.Module().Scenarios.Count,
            page.QuerySelectorAll(".sma-report-part").Length
        );
        Assert.Empty(page.QuerySelectorAll("table"));
        var obligations = await client.PageAsync("/reports/obligations");
        Assert.Empty(obligations.QuerySelectorAll("table"));
        Assert.Empty(await client.RowsAsync("/reports/modules/download?table=obligations"));
    }

    private static async Task OneIsRightAsync(TestPortal portal, Agency agency, HttpClient client)
    {
        var scenario = ScenarioOf(portal, "the-invitation");
        var right = scenario.Options.Single(option => option.IsRight).Index;
        var wrong = (right + 1) % scenario.Options.Count;
        await portal.CountAsync(agency, scenario, 4, [right]);
        await portal.CountAsync(agency, scenario, 2, [wrong]);
        // Who met it before does not count, and neither does another agency.
        await portal.CountAsync(agency, scenario, 30, [wrong], isFirst: false);
        await portal.CountAsync(await portal.AgencyAsync("msd"), scenario, 30, [wrong]);

        var part = (await ModuleAsync(client)).QuerySelector(".sma-report-part")!;

        Assert.Equal(scenario.Title, part.QuerySelector("h3")!.TextContent);
        Assert.Contains("6 people have answered. 66% chose the right", Words(part));
        Assert.Equal(
            scenario.Options.Select(option =>
                option.Index == right ? "4|66%"
                : option.Index == wrong ? "2|33%"
                : "0|0%"
            ),
            Cells(part)
        );
        var marked = Assert.Single(part.QuerySelectorAll("tbody th .govuk-tag"));
        Assert.Contains(scenario.Options[right].PlainText, Words(marked.ParentElement!));
        Assert.All(
            part.QuerySelectorAll("svg"),
            bar => Assert.Equal("true", bar.GetAttribute("aria-hidden"))
        );
    }

    private static async Task SeveralAreRightAsync(
        TestPortal portal,
        Agency agency,
        HttpClient client
    )
    {
        var scenario = ScenarioOf(portal, "after-the-post-about-you");
        await portal.CountAsync(agency, scenario, 3, [0, 2, 3]);
        await portal.CountAsync(agency, scenario, 2, [0, 2]);
        await portal.CountAsync(agency, scenario, 5, [0, 1], "onboarding/kainga-ora");

        var all = await PartAsync(client, scenario.Slug);
        Assert.Contains("10 people have answered. 30% chose exactly the right", Words(all));
        Assert.Equal(["10|100%", "5|50%", "5|50%", "3|30%"], Cells(all));

        // A round that the agency's programmes do not have cannot be chosen; its answers are among all.
        await portal.AssignedAsync(
            await portal.PersonAsync(agency),
            await portal.YearlyAsync(agency)
        );
        var one = await PartAsync(client, scenario.Slug, $"?cycle={Answered.Cycle}");
        Assert.Contains("5 people have answered. 60% chose exactly the right", Words(one));
        var other = await client.PageAsync(
            $"/reports/modules/{Answered.Slug}?cycle=onboarding/nobody"
        );
        Assert.Contains("is none of Kāinga Ora’s", Words(other.QuerySelector("main")!));
    }

    private static async Task SourcesDisagreeAsync(
        TestPortal portal,
        Agency agency,
        HttpClient client
    )
    {
        var scenario = portal.Module(ContestedModule).FindScenario(Contested)!;
        Assert.True(scenario.Contested);
        await portal.CountAsync(agency, scenario, 5, [0]);

        var part = await PartAsync(client, scenario.Slug, module: ContestedModule);

        Assert.Contains("5 people have answered. Sources disagree", Words(part));
        Assert.Empty(part.QuerySelectorAll(".govuk-tag"));
    }

    private static async Task TheTextWasAnotherAsync(
        TestPortal portal,
        Agency agency,
        HttpClient client
    )
    {
        var scenario = ScenarioOf(portal, "the-invitation");
        var before = Encoding
            .UTF8.GetString(scenario.SourceBytes)
            .Replace(scenario.Title, "The old invitation", StringComparison.Ordinal);
        var hash = new byte[32];
        await portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                PublishedScenarioText.Keep(
                    Answered.Slug,
                    scenario.Slug,
                    hash,
                    Encoding.UTF8.GetBytes(before),
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        await portal.CountAsync(agency, scenario, 5, [0], hashHex: Convert.ToHexStringLower(hash));

        var page = await ModuleAsync(client);

        var old = page.QuerySelectorAll(".sma-report-part")
            .Single(part => part.QuerySelector("h3")!.TextContent == "The old invitation");
        Assert.Contains("Earlier text First used on Monday 16 November 2026", Words(old));
        Assert.Contains("5 people have answered.", Words(old));
        Assert.Contains(
            "6 people have answered.",
            Words(page.QuerySelector("#the-invitation")!.ParentElement!)
        );
    }

    private static async Task ObligationsAreInOrderAsync(HttpClient client)
    {
        var page = await client.PageAsync("/reports/obligations");
        var rates = page.QuerySelectorAll("tbody tr td:last-child")
            .Select(cell => int.Parse(Words(cell).TrimEnd('%')))
            .ToList();
        Assert.NotEmpty(rates);
        Assert.Equal(rates.OrderDescending(), rates);
        Assert.DoesNotContain(Contested, page.QuerySelector("main")!.InnerHtml);
        foreach (var link in page.QuerySelectorAll("tbody td a"))
        {
            var (address, anchor) = (link.GetAttribute("href")!.Split('#')) switch
            {
                [var first, var second] => (first, second),
                _ => throw new InvalidOperationException("The link names no scenario."),
            };
            Assert.NotNull((await client.PageAsync(address)).GetElementById(anchor));
        }
    }

    private static async Task FilesSayTheSameAsync(HttpClient client)
    {
        var page = await ModuleAsync(client);
        var rows = await client.RowsAsync(
            $"/reports/modules/download?table=answers&module={Answered.Slug}&cycle={Answered.Cycle}"
        );
        var shares = rows.Where(row => row[4] == "The invitation")
            .Select(row => $"{row[8]}|{row[9]}")
            .ToList();
        Assert.Contains("4|6", shares);
        Assert.Contains("2|6", shares);
        Assert.NotNull(page.GetElementById("the-invitation"));
        var obligations = await client.RowsAsync("/reports/modules/download?table=obligations");
        var shown = await client.PageAsync("/reports/obligations");
        Assert.Equal(
            shown.QuerySelectorAll("tbody tr").Select(row => Words(row.QuerySelectorAll("td")[1])),
            obligations.Select(row => row[7])
        );
        Assert.Equal(2, (await client.RowsAsync("/reports/modules/download")).Count);
    }

    private static async Task NothingElseIsFoundAsync(TestPortal portal, HttpClient client)
    {
        var msd = await portal.AgencyAsync("msd");
        await portal.YearlyAsync(msd, "msd-code-about");
        foreach (
            var address in new[]
            {
                "/reports/modules/msd-code-about",
                "/reports/modules/nothing",
                $"/reports/modules?agency={msd.Id}",
                $"/reports/modules/{Answered.Slug}?agency={msd.Id}",
                $"/reports/obligations?agency={msd.Id}",
                "/reports/obligations?agency=nonsense",
                $"/reports/modules/download?agency={msd.Id}",
                "/reports/modules/download?table=nothing",
                "/reports/modules/download?table=times",
                "/reports/modules/download?table=times&module=msd-code-about",
                "/reports/modules/download?table=modules&cycle=yearly/1999",
            }
        )
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }
    }

    private static Scenario ScenarioOf(TestPortal portal, string slug) =>
        portal.Module().FindScenario(slug)!;

    private static Task<IDocument> ModuleAsync(HttpClient client, string query = "") =>
        client.PageAsync($"/reports/modules/{Answered.Slug}{query}");

    private static async Task<IElement> PartAsync(
        HttpClient client,
        string id,
        string query = "",
        string module = Answered.Slug
    ) =>
        (await client.PageAsync($"/reports/modules/{module}{query}"))
            .GetElementById(id)!
            .ParentElement!;

    private static IEnumerable<string> Cells(IElement part) =>
        part.QuerySelectorAll("tbody tr")
            .Select(row => string.Join('|', row.QuerySelectorAll("td").Select(Words)));

    private static string Words(IElement element) =>
        string.Join(
            ' ',
            element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
}
