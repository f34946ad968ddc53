using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Data;

/// <summary>Facts with two times, instants and walls: the same answers on both databases.</summary>
public sealed class FactTests
{
    public static TheoryData<TestProvider> Providers =>
        [TestProvider.Sqlite, TestProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Facts_WhenOneIsCorrected_StillSayWhatWasKnownThen(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var agency = await portal.AgencyAsync();
        var old = await portal.UnitAsync(agency, "North");
        var right = await portal.UnitAsync(agency, "South");
        var person = await portal.PersonAsync(agency, unit: old, from: new DateOnly(2026, 11, 2));
        var before = portal.Clock.GetUtcNow();
        portal.Clock.Move(TimeSpan.FromDays(1));
        await portal.WithDatabaseAsync(async database =>
        {
            var now = portal.Clock.GetUtcNow();
            var placement = await database.Placements.SingleAsync(placement =>
                placement.PersonId == person.PersonId
            );
            placement.Unlearn(now);
            database.Add(
                Placement.Learn(
                    person.PersonId,
                    right,
                    placement.Kind,
                    placement.Position,
                    null,
                    null,
                    null,
                    placement.HoldsFrom,
                    null,
                    now
                )
            );
            await database.SaveChangesAsync();
        });

        var day = new DateOnly(2026, 11, 10);
        var then = await UnitsAsync(portal, placements => placements.HoldingOn(day, before));
        var now = await UnitsAsync(portal, placements => placements.HoldingOn(day));
        Assert.Equal([old.Id], then);
        Assert.Equal([right.Id], now);
    }

    [Theory]
    [InlineData("2026-11-01", false)]
    [InlineData("2026-11-02", true)]
    [InlineData("2026-11-09", true)]
    [InlineData("2026-11-10", false)]
    public async Task Facts_WhenTheirSpanIsAsked_HoldFromTheirFirstDayUntilTheDayTheyEnd(
        string day,
        bool holds
    )
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        var person = await portal.PersonAsync(agency);
        await portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                Leave.Learn(
                    agency.Id,
                    person.PersonId,
                    new DateOnly(2026, 11, 2),
                    new DateOnly(2026, 11, 10),
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });

        var asked = DateOnly.Parse(day);
        Assert.Equal(
            holds,
            await portal.WithDatabaseAsync(database => database.Leaves.HoldingOn(asked).AnyAsync())
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Instants_WhenTheyAreKept_SortInTimeAndComeBackToTheMicrosecond(
        TestProvider provider
    )
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var start = new DateTimeOffset(2026, 3, 31, 23, 59, 59, TimeSpan.Zero);
        DateTimeOffset[] instants =
        [
            start,
            start.AddTicks(5),
            start.AddMilliseconds(45),
            start.AddMilliseconds(5),
            start.AddSeconds(1),
            new DateTimeOffset(2026, 4, 1, 13, 0, 1, TimeSpan.FromHours(13)),
        ];
        await portal.WithDatabaseAsync(async database =>
        {
            database.AddRange(
                instants.Select(at => AuditEntry.Record("test", null, null, "", "", at))
            );
            await database.SaveChangesAsync();
        });

        var kept = await portal.WithDatabaseAsync(database =>
            database
                .AuditEntries.Where(entry => entry.Action == "test")
                .OrderBy(entry => entry.At)
                .Select(entry => entry.At)
                .ToListAsync()
        );
        Assert.Equal(instants.Select(InstantPrecision.ToMicroseconds).Order(), kept);
        Assert.All(kept, at => Assert.Equal(TimeSpan.Zero, at.Offset));
        Assert.Equal(
            2,
            await portal.WithDatabaseAsync(database =>
                database.AuditEntries.CountAsync(entry =>
                    entry.Action == "test" && entry.At < start.AddMilliseconds(5)
                )
            )
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Walls_WhenARequestStandsInOneAgency_HideTheOthers(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(
            new TestPortalOptions { Provider = provider }
        );
        var own = await portal.AgencyAsync();
        var other = await portal.AgencyAsync("msd");
        await portal.PersonAsync(own, "Own Person");
        await portal.PersonAsync(other, "Other Person");

        await using var scope = portal.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        Assert.Empty(await database.Placements.ToListAsync());
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterOnly([own.Id]);
        Assert.Equal(
            [own.Id],
            await database
                .Placements.Select(placement => placement.AgencyId)
                .Distinct()
                .ToListAsync()
        );
        scope.ServiceProvider.GetRequiredService<AgencyScope>().EnterOnly([other.Id]);
        Assert.Equal(
            [other.Id],
            await database
                .Placements.Select(placement => placement.AgencyId)
                .Distinct()
                .ToListAsync()
        );
    }

    private static Task<List<Guid>> UnitsAsync(
        TestPortal portal,
        Func<IQueryable<Placement>, IQueryable<Placement>> query
    ) =>
        portal.WithDatabaseAsync(database =>
            query(database.Placements).Select(placement => placement.UnitId).ToListAsync()
        );
}
