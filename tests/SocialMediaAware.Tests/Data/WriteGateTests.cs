using Microsoft.EntityFrameworkCore;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.People;

namespace SocialMediaAware.Tests.Data;

/// <summary>One writer at a time on SQLite, whoever writes and however it ends.</summary>
public sealed class WriteGateTests
{
    [Fact]
    public async Task Gate_WhenManyWriteAtOnce_LetsEveryWriteThrough()
    {
        await using var portal = await TestPortal.StartAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        for (var round = 0; round < 20; round++)
                        {
                            await portal.WithDatabaseAsync(database =>
                                AppearAsync(database, $"writer{writer}-{round}@agency.example")
                            );
                        }
                    })
                )
        );

        Assert.Equal(
            320,
            await portal.WithDatabaseAsync(database =>
                database.People.CountAsync(person => person.Email!.StartsWith("writer"))
            )
        );
    }

    [Fact]
    public async Task Gate_WhenAWriterLeavesItsTransactionUnfinished_OpensForTheNext()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.WithDatabaseAsync(async database =>
        {
            await database.Database.BeginTransactionAsync();
            await AppearAsync(database, "unfinished@agency.example");
        });

        await portal.WithDatabaseAsync(database => AppearAsync(database, "next@agency.example"));

        var emails = await portal.WithDatabaseAsync(database =>
            database
                .People.Where(person =>
                    person.Email!.EndsWith("t@agency.example")
                    || person.Email!.StartsWith("unfinished")
                )
                .Select(person => person.Email)
                .ToListAsync()
        );
        Assert.Equal(["next@agency.example"], emails);
    }

    [Fact]
    public async Task Gate_WhenAWriteFails_OpensForTheNext()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            portal.WithDatabaseAsync(async database =>
            {
                database.Add(
                    Agency.Found(agency.Slug, "Twice", "Twice", null, portal.Clock.GetUtcNow())
                );
                await database.SaveChangesAsync();
            })
        );

        await portal.WithDatabaseAsync(database => AppearAsync(database, "after@agency.example"));
    }

    [Fact]
    public async Task Gate_WhenAWriteFailsOnAKeptConnection_OpensForItsOwnContextAndForOthers()
    {
        await using var portal = await TestPortal.StartAsync();
        var agency = await portal.AgencyAsync();
        await portal.WithDatabaseAsync(async database =>
        {
            await database.Database.OpenConnectionAsync();
            database.Add(
                Agency.Found(agency.Slug, "Twice", "Twice", null, portal.Clock.GetUtcNow())
            );
            await Assert.ThrowsAsync<DbUpdateException>(() => database.SaveChangesAsync());
            database.ChangeTracker.Clear();

            await AppearAsync(database, "same@agency.example");
            await using (await database.Database.BeginTransactionAsync())
            {
                await AppearAsync(database, "given-up@agency.example");
            }
        });

        await portal.WithDatabaseAsync(database => AppearAsync(database, "other@agency.example"));

        var emails = await portal.WithDatabaseAsync(database =>
            database
                .People.Where(person => person.Email!.EndsWith("@agency.example"))
                .OrderBy(person => person.Email)
                .Select(person => person.Email)
                .ToListAsync()
        );
        Assert.Equal(["other@agency.example", "same@agency.example"], emails);
    }

    [Fact]
    public async Task Gate_WhenACommandWritesOutsideATransaction_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            portal.WithDatabaseAsync(database =>
                database.Agencies.ExecuteUpdateAsync(change =>
                    change.SetProperty(agency => agency.ShortName, "changed")
                )
            )
        );
        Assert.Contains("write gate", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_WhenTheyOpen_KeepAcknowledgedWritesAndForeignKeys()
    {
        await using var portal = await TestPortal.StartAsync();
        var settings = await portal.WithDatabaseAsync(async database =>
            string.Join(
                ' ',
                await ReadAsync(database, "journal_mode"),
                await ReadAsync(database, "synchronous"),
                await ReadAsync(database, "foreign_keys"),
                await ReadAsync(database, "wal_autocheckpoint")
            )
        );
        // 2 is FULL: an acknowledged signature survives a power cut.
        Assert.Equal("wal 2 1 0", settings);
    }

    private static async Task<string> ReadAsync(PortalDbContext database, string pragma)
    {
        await database.Database.OpenConnectionAsync();
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }

    private static async Task AppearAsync(PortalDbContext database, string email)
    {
        database.Add(
            Person.Appear(email, new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero))
        );
        await database.SaveChangesAsync();
    }
}
