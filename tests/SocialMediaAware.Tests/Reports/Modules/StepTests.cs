using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Content;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Reports.Modules;

/// <summary>Whoever looks before and after somebody is done learns nothing about them.</summary>
public sealed class StepTests
{
    private const string Address = $"/reports/modules/{Answered.Slug}";

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Answers_UntilTheFifthPerson_ChangeNothing(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        await portal.YearlyAsync(agency);
        var reader = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        using var client = await portal.SignedInAsync(reader.AccountId);
        var scenario = portal.Module().Scenarios.First(one => one.Kind == ScenarioKind.One);
        var nothing = await EverythingAsync(client);
        for (var person = 1; person <= 4; person++)
        {
            await portal.CountAsync(agency, scenario, 1, [person % 2]);
            Assert.Equal(nothing, await EverythingAsync(client));
        }

        await portal.CountAsync(agency, scenario, 1, [0]);
        var five = await EverythingAsync(client);
        Assert.Contains("5 people have answered", five, StringComparison.Ordinal);
        for (var person = 6; person <= 9; person++)
        {
            await portal.CountAsync(agency, scenario, 1, [1]);
            Assert.Equal(five, await EverythingAsync(client));
        }

        // Another round has steps of its own, and does not push those of this one.
        await portal.CountAsync(agency, scenario, 4, [1], "yearly/2027");
        Assert.Equal(five, await EverythingAsync(client));
        await portal.CountAsync(agency, scenario, 1, [1]);
        Assert.Contains(
            "10 people have answered",
            await EverythingAsync(client),
            StringComparison.Ordinal
        );
        await LookAllTheTimeAsync(portal, agency, scenario, client);
    }

    [Fact]
    public async Task Page_WhilePeopleReadAndPractise_MovesByFivePeopleOrNotAtAll()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var programme = await portal.YearlyAsync(agency, Answered.Slug);
        var reader = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources);
        var before = await LookAsync(portal, reader);
        for (var number = 1; number <= 11; number++)
        {
            var person = await portal.PersonAsync(agency, $"Person {number}");
            await portal.FinishAsync(person, programme, firstIsRight: number % 3 > 0);
            var now = await LookAsync(portal, reader);
            Assert.Equal(number / 5 * 5, now.GetValueOrDefault("times").People);
            foreach (var (what, (people, words)) in now)
            {
                var (shown, said) = before.GetValueOrDefault(what, (0, words));
                Assert.True(
                    (people, words) == (shown, said) || people >= shown + 5,
                    $"Person {number} moved {what} from {shown} to {people}."
                );
            }

            before = now;
        }

        // Each section a minute, from the first Continue to the practice; four situations or more, a minute each.
        var sections = portal.Module().Sections.Count;
        Assert.Contains($"{sections} min{sections} to {sections} min", before["times"].Words);
        Assert.True(before.Count > 3, "Hardly anything was shown.");
    }

    /// <summary>Readers who look while people answer see pictures that are five people apart, on every replica.</summary>
    private static async Task LookAllTheTimeAsync(
        TestPortal portal,
        Agency agency,
        Scenario scenario,
        HttpClient client
    )
    {
        var seen = new List<int>();
        for (var person = 11; person <= 26; person++)
        {
            await portal.CountAsync(agency, scenario, 1, [2]);
            await Task.WhenAll(
                client.PageAsync(Address),
                client.PageAsync("/reports/obligations"),
                client.PageAsync("/reports/modules")
            );
            seen.Add(
                await portal.WithDatabaseAsync(database =>
                    database
                        .ShownAnswers.Where(shown => shown.CycleKey == Answered.Cycle)
                        .Select(shown => shown.People)
                        .SingleAsync()
                )
            );
        }

        Assert.Equal([10, 15, 20, 25], seen.Distinct());
    }

    private static async Task<string> EverythingAsync(HttpClient client)
    {
        var pages = new List<string>();
        foreach (var address in new[] { Address, "/reports/modules", "/reports/obligations" })
        {
            pages.Add((await client.PageAsync(address)).QuerySelector("main")!.TextContent);
        }

        foreach (var table in new[] { $"answers&module={Answered.Slug}", "obligations", "modules" })
        {
            pages.Add(await client.GetStringAsync($"/reports/modules/download?table={table}"));
        }

        return string.Join('\n', pages);
    }

    // What is shown of each scenario, and of the time, without the hour at which it is looked at.
    private static async Task<Dictionary<string, (int People, string Words)>> LookAsync(
        TestPortal portal,
        CastMember reader
    )
    {
        using var client = await portal.SignedInAsync(reader.AccountId);
        var page = await client.PageAsync(Address);
        var found = new Dictionary<string, (int, string)>();
        foreach (var part in page.QuerySelectorAll("section.sma-report-part"))
        {
            if (part.QuerySelector("table") is not null)
            {
                var words = part.TextContent;
                var people = words[..words.IndexOf(" people have", StringComparison.Ordinal)];
                found[part.QuerySelector("h3")!.Id!] = (int.Parse(people.Split('\n')[^1]), words);
            }
        }

        if (page.QuerySelector("table[aria-labelledby=times] tbody tr") is { } row)
        {
            var cells = row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
            found["times"] = (int.Parse(cells[0]), string.Join('|', cells));
        }

        return found;
    }
}
