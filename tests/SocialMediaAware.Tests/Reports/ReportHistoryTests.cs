using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Reports;

/// <summary>Random organisations over random days, counted by the report and by a slow second count.</summary>
public sealed class ReportHistoryTests
{
    private const int Days = 16;
    private static int Seeds => Environment.GetEnvironmentVariable("SMA_FULL") == "1" ? 200 : 12;

    private static readonly string[] Statuses =
    [
        "Signed",
        "Open",
        "Overdue",
        "Do not agree",
        "Not due yet",
        "On hold",
        "Left",
    ];

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Reports_OfRandomHistories_AgreeWithASlowCountAndNeverChange(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await LiveAndCountAsync(portal, seed);
        }
    }

    private static async Task LiveAndCountAsync(TestPortal portal, int seed)
    {
        var agency = await portal.AgencyAsync($"agency-{seed}");
        var programme = await portal.OnboardingAsync(agency);
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        var organisation = new RandomOrganisation(portal, agency, programme, seed);
        var first = portal.Clock.Today().AddDays(1);
        var seen = new Dictionary<DateOnly, string>();
        for (var number = 0; number < Days; number++)
        {
            var day = first.AddDays(number);
            await organisation.LiveThroughAsync(day);
            if (number % 3 == 0)
            {
                organisation.MoveTo(day, TimeSpan.FromDays(1) - TimeSpan.FromMicroseconds(1));
                seen[day] = Text(await UnitsAsync(portal, auditor, agency, day));
            }
        }

        organisation.MoveTo(first.AddDays(Days), TimeSpan.FromHours(10));
        var (facts, placements) = await portal.WithDatabaseAsync(async database =>
            (
                await database.UnitFacts.Where(fact => fact.AgencyId == agency.Id).ToListAsync(),
                await database
                    .Placements.Where(placement => placement.AgencyId == agency.Id)
                    .ToListAsync()
            )
        );
        foreach (var (day, text) in seen)
        {
            var rows = await UnitsAsync(portal, auditor, agency, day);
            Assert.Equal(text, Text(rows));
            var slow = new SlowCount(agency.Id, organisation.Notes, facts, placements, day);
            AssertUnits(rows, slow, $"seed {seed}, {day:O}");
            await AssertPeopleAsync(portal, auditor, agency, day, rows, slow);
        }

        await SlowCorrectedCount.AssertAsync(
            portal,
            agency,
            programme,
            organisation.Notes,
            seen.Keys,
            $"seed {seed}"
        );
    }

    private static void AssertUnits(IReadOnlyList<string[]> rows, SlowCount slow, string where)
    {
        Assert.Equal(
            slow.UnitNames().Order(StringComparer.Ordinal),
            rows.Select(row => row[4]).Order(StringComparer.Ordinal)
        );
        foreach (var row in rows)
        {
            var counts = Statuses.Select(status => slow.Count(row[4], status)).ToList();
            var due = counts.Take(4).Sum();
            Assert.Equal(
                (where, row[4], $"{due}|{string.Join('|', counts)}"),
                (where, row[4], string.Join('|', [row[6], row[7], .. row[9..]]))
            );
            // Cut, never rounded up.
            Assert.Equal(
                due == 0 ? "" : $"{Math.Floor(10_000m * counts[0] / due) / 10_000:0.0000}",
                row[8]
            );
        }
    }

    // The list is exactly those who were counted: of the agency, and of one unit of it.
    private static async Task AssertPeopleAsync(
        TestPortal portal,
        CastMember auditor,
        Agency agency,
        DateOnly day,
        IReadOnlyList<string[]> units,
        SlowCount slow
    )
    {
        using var client = await portal.SignedInAsync(auditor.AccountId);
        var people = await client.RowsAsync(Address("people", agency.Id, day));
        Assert.Equal(
            slow.People().Select(one => $"{one.Person}|{one.Unit}|{one.Status}").Order(),
            people.Select(row => $"{row[4]}|{row[6]}|{row[9]}").Order()
        );
        Assert.Equal(units[0][9..].Sum(int.Parse) + int.Parse(units[0][7]), people.Count);
        var page = await client.PageAsync(
            $"/reports/completion?unit={agency.Id}&asat={day:yyyy-MM-dd}"
        );
        foreach (var link in page.QuerySelectorAll("tbody th a").Take(2))
        {
            var own = await client.RowsAsync(
                link.GetAttribute("href")!
                    .Replace("/people?", "/download?table=people&", StringComparison.Ordinal)
            );
            var row = units.Single(unit => unit[4] == link.TextContent);
            Assert.Equal(row[9..].Sum(int.Parse) + int.Parse(row[7]), own.Count);
            foreach (var status in Statuses)
            {
                Assert.Equal(slow.Count(row[4], status), own.Count(person => person[9] == status));
            }
        }
    }

    private static async Task<IReadOnlyList<string[]>> UnitsAsync(
        TestPortal portal,
        CastMember auditor,
        Agency agency,
        DateOnly day
    )
    {
        using var client = await portal.SignedInAsync(auditor.AccountId);
        return await client.RowsAsync(Address("units", agency.Id, day));
    }

    // When it was known is the moment of asking while the day lasts, and the day's end afterwards.
    private static string Text(IReadOnlyList<string[]> rows) =>
        string.Join('\n', rows.Select(row => string.Join('|', row[2..])));

    private static string Address(string table, Guid unitId, DateOnly day) =>
        $"/reports/completion/download?table={table}&unit={unitId}&asat={day:yyyy-MM-dd}";
}
