using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Content;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Features.Audit;
using SocialMediaAware.Web.Features.Elections;

namespace SocialMediaAware.Tests.Elections;

public sealed class ElectionIntakeTests : IDisposable
{
    private const string First = """
        elections:
          - key: general-2029
            name: General election 2029
            kind: general
            polling_days:
              - day: 2029-11-03
                announced: 2026-10-01
                source: https://example.org/first

        """;
    private const string Moved =
        First
        + """
                  - day: 2029-11-17
                    announced: 2026-10-20
                    source: https://example.org/second
                guidance_from: 2029-02-01

            """;

    private readonly SmallContent content = new();
    private readonly string dataFolder = Directory.CreateTempSubdirectory("elections-").FullName;

    public void Dispose()
    {
        content.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(dataFolder, recursive: true);
    }

    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Intake_OfTheShippedFile_TakesInEveryElectionOnce(TestProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(new() { Provider = provider });
        var before = await portal.WithDatabaseAsync(database =>
            database
                .ElectionEvents.Include(election => election.PollingDays)
                .OrderBy(election => election.Key)
                .ToListAsync()
        );
        Assert.Equal(7, before.Count);
        var moved = before.Single(election => election.Key == "general-2020");
        Assert.Equal(
            (new DateOnly(2020, 10, 17), 2, new DateOnly(2020, 11, 6)),
            (moved.PollingDay, moved.PollingDays.Count, moved.GovernmentFormedOn!.Value)
        );

        await portal.WithAsync(services =>
            services.GetRequiredService<ElectionIntake>().RunAsync(default)
        );

        var versions = await portal.WithDatabaseAsync(database =>
            database
                .ElectionEvents.OrderBy(election => election.Key)
                .Select(election => election.Version)
                .ToListAsync()
        );
        Assert.Equal(before.Select(election => election.Version), versions);
        Assert.Empty(await portal.AuditAsync(AuditActions.PollingDayMoved));
    }

    [Fact]
    public async Task Intake_WhenTheFileHasANewerAnnouncement_MovesThePollingDay()
    {
        await StartAsync(First);
        var (election, audited) = await StartAsync(Moved);
        Assert.Equal(
            (new DateOnly(2029, 11, 17), new DateOnly(2029, 8, 17), new DateOnly(2029, 2, 1)),
            (election.PollingDay, election.PreElectionFrom, election.GuidanceFrom!.Value)
        );
        Assert.Equal(
            ["https://example.org/first", "https://example.org/second"],
            election.PollingDays.OrderBy(day => day.Number).Select(day => day.Source)
        );
        Assert.Equal(1, audited);
        var (again, auditedAgain) = await StartAsync(Moved);
        Assert.Equal((election.Version, 1), (again.Version, auditedAgain));
    }

    [Fact]
    public async Task Intake_WhenHrHasMovedItSince_LeavesItAlone()
    {
        await StartAsync(First);
        var byHr = new PollingDayAnnouncement(
            new DateOnly(2029, 12, 1),
            "Prime Minister’s press conference",
            new DateOnly(2026, 11, 1)
        );
        await StartAsync(First, election => election.MovePollingDay(byHr, Guid.NewGuid(), At));

        var (election, _) = await StartAsync(Moved);

        Assert.Equal(new DateOnly(2029, 12, 1), election.PollingDay);
        Assert.Equal(2, election.PollingDays.Count);
        Assert.Equal(new DateOnly(2029, 2, 1), election.GuidanceFrom);
    }

    [Fact]
    public async Task Intake_WhenHrHasRecordedAGovernment_LeavesItAlone()
    {
        await StartAsync(First);
        await StartAsync(First, election => election.FormGovernment(new DateOnly(2029, 11, 30)));
        var (election, _) = await StartAsync(First + "    government_formed_on: 2029-12-05\n");
        Assert.Equal(new DateOnly(2029, 11, 30), election.GovernmentFormedOn);
    }

    private static DateTimeOffset At => TestClock.OnAMonday().GetUtcNow();

    // Starts the portal on the same data with other content, and looks at what it knows then.
    private async Task<(ElectionEvent Election, int Audited)> StartAsync(
        string file,
        Action<ElectionEvent>? change = null
    )
    {
        content.Write("elections.yml", file);
        await using var portal = await TestPortal.StartAsync(
            new() { ContentFolder = content.Folder, DataFolder = dataFolder }
        );
        var audited = await portal.AuditAsync(AuditActions.PollingDayMoved);
        return (
            await portal.WithDatabaseAsync(async database =>
            {
                var election = await database
                    .ElectionEvents.Include(election => election.PollingDays)
                    .SingleAsync();
                change?.Invoke(election);
                await database.SaveChangesAsync();
                return election;
            }),
            audited.Count
        );
    }
}
