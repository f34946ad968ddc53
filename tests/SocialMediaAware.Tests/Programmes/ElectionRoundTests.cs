using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Elections;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Programmes;

/// <summary>An election's refresher over a real database, while the polling day moves.</summary>
public sealed class ElectionRoundTests
{
    private static readonly DateOnly Opens = new(2030, 7, 19);

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Plan_WhenThePollingDayMoves_MovesWhatIsOpenWithIt(TestProvider provider)
    {
        await using var portal = await AnElectionAsync(provider, ElectionKind.General);
        var agency = await portal.AgencyAsync();
        var programme = await portal.ProgrammeAsync(agency, ProgrammeKind.Election);
        var member = await portal.PersonAsync(agency);

        Assert.Equal(1, await PlanAsync(portal));
        Assert.Equal(
            ("election/general-2030", Opens, new DateOnly(2030, 8, 9)),
            await RoundOfAsync(portal, programme, member)
        );

        await ChangeAsync(
            portal,
            election =>
                election.MovePollingDay(
                    new(new(2030, 12, 7), "A made-up announcement", new(2030, 7, 20)),
                    by: null,
                    portal.Clock.GetUtcNow()
                )
        );
        Assert.Equal(1, await PlanAsync(portal));
        Assert.Equal(
            ("election/general-2030", new DateOnly(2030, 8, 17), new DateOnly(2030, 9, 6)),
            await RoundOfAsync(portal, programme, member)
        );
        Assert.Equal(0, await PlanAsync(portal));
    }

    [Fact]
    public async Task Plan_ForALocalElection_AsksOnlyWhereItIsTurnedOn()
    {
        await using var portal = await AnElectionAsync(TestProvider.Sqlite, ElectionKind.Local);
        var agency = await portal.AgencyAsync();
        await portal.ProgrammeAsync(agency, ProgrammeKind.Election);
        await portal.PersonAsync(agency);

        Assert.Equal(0, await PlanAsync(portal));

        await portal.WithDatabaseAsync(async database =>
        {
            var election = await database.ElectionEvents.SingleAsync(one =>
                one.Key == "general-2030"
            );
            database.Add(
                ElectionChoice.Make(
                    agency.Id,
                    election.Id,
                    isOn: true,
                    Guid.NewGuid(),
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        Assert.Equal(1, await PlanAsync(portal));
    }

    private static async Task<TestPortal> AnElectionAsync(TestProvider provider, ElectionKind kind)
    {
        var portal = await TestPortal.StartAsync(new TestPortalOptions { Provider = provider });
        portal.Clock.MoveTo(Opens);
        await portal.WithDatabaseAsync(async database =>
        {
            database.Add(
                ElectionEvent.Announce(
                    "general-2030",
                    "General election 2030",
                    kind,
                    region: null,
                    new(new(2030, 11, 9), "A made-up announcement", new(2030, 1, 20)),
                    by: null,
                    portal.Clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync();
        });
        return portal;
    }

    private static Task ChangeAsync(TestPortal portal, Action<ElectionEvent> change) =>
        portal.WithDatabaseAsync(async database =>
        {
            change(
                await database
                    .ElectionEvents.Include(one => one.PollingDays)
                    .SingleAsync(one => one.Key == "general-2030")
            );
            await database.SaveChangesAsync();
        });

    private static Task<int> PlanAsync(TestPortal portal) =>
        portal.WithAsync(services =>
            services.GetRequiredService<PlanAssignments>().RunAsync(default)
        );

    private static Task<(string, DateOnly, DateOnly)> RoundOfAsync(
        TestPortal portal,
        Programme programme,
        CastMember member
    ) =>
        portal.WithDatabaseAsync(async database =>
        {
            var assignment = await database.Assignments.SingleAsync(one =>
                one.ProgrammeId == programme.Id && one.PersonId == member.PersonId
            );
            return (assignment.CycleKey, assignment.OpensOn, assignment.DueOn);
        });
}
