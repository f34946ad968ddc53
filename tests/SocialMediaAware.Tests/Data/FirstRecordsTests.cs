using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SocialMediaAware.Tests.Reports;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;
using SocialMediaAware.Web.Features.People;
using SocialMediaAware.Web.Features.Programmes;

namespace SocialMediaAware.Tests.Data;

/// <summary>A database from before there were records of assignments, brought up to date.</summary>
public sealed class FirstRecordsTests
{
    [Theory]
    [InlineData(TestProvider.Sqlite)]
    [InlineData(TestProvider.PostgreSql)]
    public async Task Assignments_FromTheFirstVersion_AreReportedAsThingsWereAndGoOn(
        TestProvider provider
    )
    {
        var folder = Directory.CreateTempSubdirectory("sma-first-").FullName;
        await using var server =
            provider == TestProvider.PostgreSql ? await PostgresDatabase.CreateAsync() : null;
        var clock = TestClock.OnAMonday();
        var options = new TestPortalOptions
        {
            Provider = provider,
            DataFolder = folder,
            ConnectionString = server?.ConnectionString,
            Clock = clock,
        };
        var monday = clock.Today();
        CastMember auditor;
        await using (var first = await TestPortal.StartAsync(options))
        {
            auditor = await LiveAsync(first);
            await BackToAsync(first, "Initial");
        }

        clock.Move(TimeSpan.FromDays(1));
        await using (var portal = await TestPortal.StartAsync(options))
        {
            using var client = await portal.SignedInAsync(auditor.AccountId);
            Assert.Equal("2|0|0|0", await FiguresAsync(client, monday));
            Assert.Equal("1|1|0|0", await FiguresAsync(client, monday.AddDays(1)));
            Assert.Equal("0|1|1|1", await FiguresAsync(client, clock.Today()));
            Assert.Equal(
                "tamsin okoro",
                await portal.WithDatabaseAsync(database =>
                    database
                        .PersonNames.Where(name => name.PersonId == auditor.PersonId)
                        .Select(name => name.FoundBy)
                        .SingleAsync()
                )
            );
            // Who did not agree then is on HR's list now.
            Assert.Equal(
                1,
                await portal.WithDatabaseAsync(database =>
                    database
                        .Disagreements.Where(said =>
                            said.TakenBackAt == null
                            && database.Assignments.Any(one =>
                                one.Id == said.AssignmentId && one.DeclinedAt == said.SaidAt
                            )
                        )
                        .CountAsync()
                )
            );
            // What happens from now on is recorded after it.
            await portal.WithDatabaseAsync(async database =>
            {
                var open = await database.Assignments.SingleAsync(one =>
                    one.SignedAt == null && one.HeldAt == null
                );
                Assert.Equal(0, open.Revision);
                open.TakeBackDecline();
                await database.SaveChangesAsync();
                Assert.Equal(
                    [0, 1],
                    await database
                        .AssignmentRecords.Where(record => record.AssignmentId == open.Id)
                        .OrderBy(record => record.Revision)
                        .Select(record => record.Revision)
                        .ToListAsync()
                );
            });
            Assert.Equal("1|1|0|1", await FiguresAsync(client, clock.Today()));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    // On Monday two assignments; on Tuesday one is signed; on Wednesday the other declines, and a third is held.
    private static async Task<CastMember> LiveAsync(TestPortal portal)
    {
        var agency = await portal.AgencyAsync();
        var programme = await portal.ProgrammeAsync(agency, ProgrammeKind.OneOff);
        var ana = await portal.AssignmentAsync(await portal.PersonAsync(agency, "Ana"), programme);
        var beth = await portal.AssignmentAsync(
            await portal.PersonAsync(agency, "Bēth Ōrewa"),
            programme
        );
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor, "Tāmsin Ökoro");
        portal.Clock.Move(TimeSpan.FromDays(1));
        await ChangeAsync(portal, ana.Id, one => one.Sign(portal.Clock.GetUtcNow()));
        portal.Clock.Move(TimeSpan.FromDays(1));
        var cora = await portal.AssignmentAsync(
            await portal.PersonAsync(agency, "Cora"),
            programme
        );
        await ChangeAsync(portal, cora.Id, one => one.Hold(portal.Clock.GetUtcNow()));
        await ChangeAsync(portal, beth.Id, one => one.Decline(portal.Clock.GetUtcNow()));
        return auditor;
    }

    private static Task ChangeAsync(TestPortal portal, Guid id, Action<Assignment> change) =>
        portal.WithDatabaseAsync(async database =>
        {
            change(await database.Assignments.SingleAsync(one => one.Id == id));
            await database.SaveChangesAsync();
        });

    private static Task BackToAsync(TestPortal portal, string migration) =>
        portal.WithDatabaseAsync(async database =>
        {
            await database.GetService<IMigrator>().MigrateAsync(migration);
            Assert.Single(await database.Database.GetAppliedMigrationsAsync());
        });

    // Open, signed, do not agree, on hold.
    private static async Task<string> FiguresAsync(HttpClient client, DateOnly day)
    {
        var rows = await client.RowsAsync(
            $"/reports/completion/download?table=units&cycle=all&asat={day:yyyy-MM-dd}"
        );
        return string.Join('|', rows[0][9], rows[0][7], rows[0][11], rows[0][13]);
    }
}
