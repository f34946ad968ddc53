using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.People.Import;
using static SocialMediaAware.Tests.People.Import.ImportGiven;

namespace SocialMediaAware.Tests.People.Import;

/// <summary>Files applied to a real database: all of it or nothing, once, and as it was shown.</summary>
public sealed class ImportApplyingTests
{
    public static TheoryData<TestProvider> BothDatabases =>
        [TestProvider.Sqlite, TestProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Import_WhenAppliedAgainAndChanged_DoesWhatItShowed(TestProvider provider)
    {
        await using var portal = await StartAsync(provider);
        var agency = await AgencyAsync(portal);
        var first = await portal.TakeAsync(agency, Header + Lines(1, 40));
        Assert.Equal((40, 0, ImportState.Waiting), (first.New, first.Ended, first.State));
        Assert.Empty(await portal.HereAsync(agency));
        Assert.Equal(ImportAnswer.Applied, await portal.ApplyAsync(first));
        Assert.Equal(40, (await portal.HereAsync(agency)).Count);
        Assert.Equal(ImportAnswer.AppliedBefore, await portal.ApplyAsync(first));

        var again = await portal.TakeAsync(agency, Header + Lines(1, 40));
        Assert.True(again.IsNothing);
        Assert.Equal(40, again.Unchanged);

        portal.Clock.Move(TimeSpan.FromDays(1));
        var then = portal.Clock.GetUtcNow();
        var moved = await portal.TakeAsync(
            agency,
            Header + Lines(1, 37) + "38,Mere Tāmihana,Finance,1,,m@agency.example\n"
        );
        Assert.Equal((1, 2), (moved.Changed, moved.Ended));
        Assert.Equal(ImportAnswer.Applied, await portal.ApplyAsync(moved));
        var here = await portal.HereAsync(agency);
        Assert.Equal(38, here.Count);
        Assert.Contains("38 Finance", here);
        await portal.WithDatabaseAsync(async database =>
        {
            var before = then.NewZealandDate().AddDays(-1);
            Assert.Equal(
                40,
                await database
                    .Placements.HoldingOn(before, then.AddMinutes(-1))
                    .CountAsync(one => one.Feed == "payroll")
            );
            Assert.Equal(39, await database.Leaderships.HoldingOn(before).CountAsync());
            Assert.Equal(
                37,
                await database.Leaderships.HoldingOn(then.NewZealandDate()).CountAsync()
            );
            Assert.Equal(
                "m@agency.example",
                (await database.People.SingleAsync(one => one.Email == "m@agency.example")).Email
            );
            Assert.Contains(
                "p38@agency.example",
                (await database.PeopleChanges.SingleAsync(one => one.PersonId != null)).Detail,
                StringComparison.Ordinal
            );
            Assert.Equal(
                5,
                await database.AuditEntries.CountAsync(one =>
                    one.Action == AuditActions.PeopleImported
                )
            );
        });
    }

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Import_WhenFactsChangedSinceItWasShown_IsShownAnewAndNotDone(
        TestProvider provider
    )
    {
        await using var portal = await StartAsync(provider);
        var agency = await AgencyAsync(portal);
        await portal.ApplyAsync(await portal.TakeAsync(agency, Header + Lines(1, 3)));
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        var stale = await portal.TakeAsync(agency, Header + Lines(1, 3, "Finance"));
        await portal.ApplyAsync(
            await portal.TakeAsync(agency, Header + Lines(1, 2) + Lines(3, 3, "Finance"))
        );
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(ImportAnswer.OutOfDate, await portal.ApplyAsync(stale));
        Assert.Equal(["1 Customer", "2 Customer", "3 Finance"], await portal.HereAsync(agency));
        Assert.Equal(ImportAnswer.Applied, await portal.ApplyAsync(stale));
        Assert.Equal(["1 Finance", "2 Finance", "3 Finance"], await portal.HereAsync(agency));
    }

    [Fact]
    public async Task Import_ThatShowedNothing_WhenFactsChangedSince_DoesNothing()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var agency = await AgencyAsync(portal);
        await portal.ApplyAsync(await portal.TakeAsync(agency, Header + Lines(1, 3)));
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        var nothing = await portal.TakeAsync(agency, Header + Lines(1, 3));
        Assert.True(nothing.IsNothing);
        await portal.ApplyAsync(
            await portal.TakeAsync(agency, Header + Lines(1, 2) + Lines(3, 3, "Finance"))
        );
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(ImportAnswer.Applied, await portal.ApplyAsync(nothing));
        Assert.Equal(ImportAnswer.AppliedBefore, await portal.ApplyAsync(nothing));
        Assert.Equal(["1 Customer", "2 Customer", "3 Finance"], await portal.HereAsync(agency));
        Assert.Equal(3, await portal.WithDatabaseAsync(d => d.PeopleChanges.CountAsync()));
    }

    [Fact]
    public async Task Import_WhenOneLineIsWrong_DoesNothing()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var agency = await AgencyAsync(portal);
        var run = await portal.TakeAsync(agency, Header + Lines(1, 3) + "4,Tom,Atlantis,1,,\n");
        Assert.Equal((ImportState.Refused, 1), (run.State, run.Problems));
        Assert.Equal(ImportAnswer.NotPossible, await portal.ApplyAsync(run));
        Assert.Empty(await portal.HereAsync(agency));
    }

    [Fact]
    public async Task Import_ThatEndsMany_NeedsTheirNumber()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var agency = await AgencyAsync(portal);
        await portal.ApplyAsync(await portal.TakeAsync(agency, Header + Lines(1, 20)));
        portal.Clock.Move(TimeSpan.FromMinutes(1));
        var half = await portal.TakeAsync(agency, Header + Lines(1, 10));
        Assert.Equal(ImportAnswer.NumberNeeded, await portal.ApplyAsync(half));
        Assert.Equal(ImportAnswer.NumberNeeded, await portal.ApplyAsync(half, 9));
        Assert.Equal(20, (await portal.HereAsync(agency)).Count);
        Assert.Equal(ImportAnswer.Applied, await portal.ApplyAsync(half, 10));
        Assert.Equal(10, (await portal.HereAsync(agency)).Count);
    }

    [Fact]
    public async Task Person_OfAnotherAgency_IsOnePersonWhenHrSaysSo()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var agency = await AgencyAsync(portal);
        var other = await portal.PersonAsync(await portal.AgencyAsync("stats-nz"), "Kiri Pōtae");
        var run = await portal.TakeAsync(
            agency,
            $"employee_number,name,unit,email\n7,Kiri Pōtae,Customer,{other.Email}\n"
        );
        Assert.Equal(1, run.Conflicts);
        Assert.Equal(ImportAnswer.Undecided, await portal.ApplyAsync(run));
        Assert.True(
            await portal.WithAsync(services =>
                services
                    .GetRequiredService<DecidingWho>()
                    .DecideAsync(run.Id, "7", other.PersonId, CancellationToken.None)
            )
        );
        Assert.Equal(ImportAnswer.Applied, await portal.ApplyAsync(run));
        var placements = await portal.WithDatabaseAsync(database =>
            database.Placements.Where(one => one.PersonId == other.PersonId).CountAsync()
        );
        Assert.Equal(2, placements);
    }

    [Fact]
    public async Task Files_WhenHeldLongEnough_AreErased()
    {
        await using var portal = await StartAsync(TestProvider.Sqlite);
        var agency = await AgencyAsync(portal);
        var run = await portal.TakeAsync(agency, Header + Lines(1, 2));
        portal.Clock.Move(TimeSpan.FromDays(29));
        Assert.Equal(0, await EraseAsync(portal));
        portal.Clock.Move(TimeSpan.FromDays(2));
        Assert.Equal(1, await EraseAsync(portal));
        Assert.Equal(0, await EraseAsync(portal));
        Assert.Equal(ImportAnswer.NotPossible, await portal.ApplyAsync(run));
    }

    private static Task<int> EraseAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<EraseImportFiles>().RunAsync(CancellationToken.None)
        );

    private static Task<TestPortal> StartAsync(TestProvider provider) =>
        TestPortal.StartAsync(new TestPortalOptions { Provider = provider });

    private static async Task<Agency> AgencyAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        await portal.UnitAsync(agency, "Customer");
        await portal.UnitAsync(agency, "Finance");
        return agency;
    }
}
