using SocialMediaAware.Tests.Reports;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Units;
using static SocialMediaAware.Tests.People.Units.GivenUnits;

namespace SocialMediaAware.Tests.People.Units;

/// <summary>Old reports keep the old tree: figures and names of units as at a day before are the same afterwards.</summary>
public sealed class RestructureReportTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite, -20)]
    [InlineData(TestProvider.Sqlite, 0)]
    [InlineData(TestProvider.PostgreSql, -20)]
    [InlineData(TestProvider.PostgreSql, 0)]
    public async Task Reports_OfDaysBefore_AreTheSameAfterARestructure(
        TestProvider provider,
        int offset
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var agency = await portal.AgencyAsync();
        var programme = await portal.OnboardingAsync(agency);
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        var north = await portal.UnitAsync(agency, "North");
        var south = await portal.UnitAsync(agency, "South");
        var team = await portal.UnitAsync(agency, "Team", north);
        var from = portal.Clock.Today().AddDays(-60);
        var people = new List<CastMember>();
        foreach (var unit in new[] { north, north, south, team, team })
        {
            var person = await portal.PersonAsync(agency, unit: unit, from: from);
            people.Add(person);
            await portal.AssignmentAsync(person, programme);
        }

        // The figures are looked at while their day is today, and again after it is past.
        var seen = portal.Clock.Today();
        portal.Clock.Move(TimeSpan.FromDays(30));
        var before = await UnitsAsync(portal, auditor, agency, seen);
        Assert.Contains(before, row => row.StartsWith("North|", StringComparison.Ordinal));

        var on = portal.Clock.Today().AddDays(offset);
        var (result, _) = await portal.RestructureAsync(
            agency,
            on,
            Rename(south, "South and islands"),
            Merge(south.Id, north),
            Move(team, agency.Id),
            Split(team, agency.Id, "New team", people[4].PersonId)
        );

        Assert.Equal(RestructureResult.Done, result);
        Assert.Equal(before, await UnitsAsync(portal, auditor, agency, seen));
        portal.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(before, await UnitsAsync(portal, auditor, agency, seen));
        var after = await UnitsAsync(portal, auditor, agency, portal.Clock.Today());
        Assert.Equal(
            ["New team|1", "South and islands|3", "Team|1"],
            after
                .Skip(1)
                .Select(row => string.Join('|', row.Split('|').Take(2)))
                .Order(StringComparer.Ordinal)
        );
    }

    // The unit's name, how many were due, and all figures after it.
    private static async Task<IReadOnlyList<string>> UnitsAsync(
        TestPortal portal,
        CastMember auditor,
        Agency agency,
        DateOnly day
    )
    {
        using var client = await portal.SignedInAsync(auditor.AccountId);
        var rows = await client.RowsAsync(
            $"/reports/completion/download?table=units&unit={agency.Id}&asat={day:yyyy-MM-dd}"
        );
        return [.. rows.Select(row => string.Join('|', [row[4], .. row[6..]]))];
    }
}
