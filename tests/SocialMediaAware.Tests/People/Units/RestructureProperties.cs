using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Units;
using static SocialMediaAware.Tests.People.Units.GivenUnits;

namespace SocialMediaAware.Tests.People.Units;

/// <summary>Restructures by chance, one after the other, some of them taken back.</summary>
public sealed class RestructureProperties
{
    private const int Seeds = 8;
    private const int Restructures = 7;
    private static readonly int[] Offsets = [-400, -40, -1, 0, 1, 30, 90, 400];

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Restructures_ByChance_LoseNobodyAndLeaveWhatWasKnownAsItWas(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var confirmed = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            confirmed += await LiveAsync(portal, seed);
        }

        Assert.True(confirmed > Seeds * Restructures / 3, $"Only {confirmed} could be confirmed.");
    }

    private static async Task<int> LiveAsync(TestPortal portal, int seed)
    {
        var random = new Random(seed);
        var agency = await portal.AgencyAsync($"agency-{seed}");
        var units = await GrowAsync(portal, agency, random);
        var known = new List<(DateTimeOffset At, string World)>();
        var confirmed = 0;
        for (var number = 0; number < Restructures; number++)
        {
            var at = portal.Clock.GetUtcNow();
            var before = await WorldAsync(portal, agency, at);
            known.Add((at, before.Text));
            portal.Clock.Move(TimeSpan.FromMinutes(1));
            var on = portal.Clock.Today().AddDays(random.Next(-60, 90));
            var steps = await StepsAsync(portal, agency, units, random);
            var (result, planId) = await portal.RestructureAsync(agency, on, steps);
            var after = await WorldAsync(portal, agency, portal.Clock.GetUtcNow());
            Assert.Equal((seed, number, before.People), (seed, number, after.People));
            Assert.Equal((seed, number, ""), (seed, number, after.Broken));
            if (result is not RestructureResult.Done)
            {
                Assert.Equal(before.Text, after.Text);
                continue;
            }

            confirmed++;
            // Days before it are as they were.
            Assert.Equal(before.TextBefore(on), after.TextBefore(on));
            if (on > portal.Clock.Today() && random.Next(2) == 0)
            {
                portal.Clock.Move(TimeSpan.FromMinutes(1));
                Assert.Equal(RestructureResult.Done, await portal.TakeBackAsync(planId));
                var back = await WorldAsync(portal, agency, portal.Clock.GetUtcNow());
                Assert.Equal((seed, number, before.Text), (seed, number, back.Text));
            }
        }

        foreach (var (at, world) in known)
        {
            Assert.Equal((seed, world), (seed, (await WorldAsync(portal, agency, at)).Text));
        }

        return confirmed;
    }

    private static async Task<List<Unit>> GrowAsync(TestPortal portal, Agency agency, Random random)
    {
        List<Unit> units = [];
        var today = portal.Clock.Today();
        for (var number = 0; number < 8; number++)
        {
            var above = units.Count > 0 && random.Next(3) > 0 ? Any(units, random) : null;
            units.Add(await portal.UnitAsync(agency, $"Unit {number}", above));
        }

        for (var number = 0; number < 14; number++)
        {
            var from = today.AddDays(random.Next(-900, 60));
            DateOnly? until = random.Next(3) == 0 ? from.AddDays(random.Next(1, 900)) : null;
            var unit = Any(units, random);
            var person = await portal.PlacedAsync(unit, from, until, feed: "payroll");
            if (random.Next(3) == 0)
            {
                // A second position at once, or afterwards.
                await portal.PlacedAsync(
                    Any(units, random),
                    today.AddDays(random.Next(-300, 60)),
                    personId: person
                );
            }
        }

        return units;
    }

    private static async Task<RestructureStep[]> StepsAsync(
        TestPortal portal,
        Agency agency,
        List<Unit> units,
        Random random
    )
    {
        var steps = new List<RestructureStep>();
        for (var number = random.Next(1, 4); number > 0; number--)
        {
            var (unit, other) = (Any(units, random), Any(units, random));
            var above = random.Next(3) == 0 ? agency.Id : other.Id;
            var people = await PeopleOfAsync(portal, unit, random);
            RestructureStep step = random.Next(6) switch
            {
                0 => Rename(unit, $"Name {random.Next(1000)}"),
                1 => Move(unit, above),
                2 => Step(RestructureStepKind.Close, unit.Id),
                3 => Split(unit, above, $"Part {random.Next(1000)}", people),
                4 => Merge(above, unit),
                _ => Merge(agency.Id, unit) with
                {
                    NewUnitId = Guid.NewGuid(),
                    AboveId = above,
                    Name = $"Whole {random.Next(1000)}",
                },
            };
            steps.Add(step);
            if (step.MakesUnit)
            {
                units.Add(Unit.As(step.IntoId, agency.Id, code: null));
            }
        }

        return [.. steps];
    }

    private static Task<Guid[]> PeopleOfAsync(TestPortal portal, Unit unit, Random random) =>
        portal.WithDatabaseAsync(async database =>
            (
                await database
                    .Placements.Believed()
                    .Where(placement => placement.UnitId == unit.Id && placement.HoldsUntil == null)
                    .Select(placement => placement.PersonId)
                    .Distinct()
                    .ToListAsync()
            )
                .Where(_ => random.Next(2) == 0)
                .ToArray()
        );

    private static Task<World> WorldAsync(TestPortal portal, Agency agency, DateTimeOffset at) =>
        portal.WithDatabaseAsync(async database =>
        {
            List<(DateOnly Day, string Text)> days = [];
            var people = "";
            var broken = "";
            foreach (var offset in Offsets)
            {
                var day = at.NewZealandDate().AddDays(offset);
                var units = await database
                    .UnitFacts.HoldingOn(day, at)
                    .Where(fact => fact.AgencyId == agency.Id)
                    .ToListAsync();
                var placements = await database
                    .Placements.HoldingOn(day, at)
                    .Where(placement => placement.AgencyId == agency.Id)
                    .ToListAsync();
                days.Add((day, Text(units, placements)));
                people +=
                    $"{day:O}: {string.Join(",", placements.Select(one => one.PersonId).Order())}\n";
                broken += Broken(agency, units, placements);
            }

            return new World(days, people, broken);
        });

    private static string Text(List<UnitFact> units, List<Placement> placements) =>
        string.Join(
            '\n',
            units
                .Select(unit => $"{unit.UnitId} {unit.Name} {unit.ParentUnitId}")
                .Concat(
                    placements.Select(one =>
                        $"{one.PersonId} {one.UnitId} {one.Feed} {one.Region} {one.Position}"
                    )
                )
                .Order(StringComparer.Ordinal)
        );

    private static string Broken(Agency agency, List<UnitFact> units, List<Placement> placements)
    {
        var twice = units.GroupBy(unit => unit.UnitId).Where(unit => unit.Count() > 1);
        var tree = new UnitTree(
            agency.Id,
            units.Select(unit => (unit.UnitId, unit.Name, unit.ParentUnitId))
        );
        return string.Concat(
            twice
                .Select(unit => $"{unit.Key} is there twice\n")
                .Concat(
                    units
                        .Where(unit => tree.Find(unit.UnitId) is null)
                        .Select(unit => $"{unit.Name} hangs from nothing\n")
                )
                .Concat(
                    placements
                        .Where(one => tree.Find(one.UnitId) is null)
                        .Select(one => $"{one.PersonId} is nowhere\n")
                )
        );
    }

    private static Unit Any(List<Unit> units, Random random) => units[random.Next(units.Count)];

    private sealed record World(
        IReadOnlyList<(DateOnly Day, string Text)> Days,
        string People,
        string Broken
    )
    {
        public string Text => TextBefore(DateOnly.MaxValue);

        public string TextBefore(DateOnly on) =>
            string.Join("\n\n", Days.Where(day => day.Day < on).Select(day => day.Text));
    }
}
