using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Tests.Reports.Modules;

/// <summary>The time that very many people took is worked out while it is read, and then not again until many more have come.</summary>
public sealed class ManyReadersTests
{
    private static int People =>
        Environment.GetEnvironmentVariable("SMA_FULL") == "1" ? 70_000 : 2_000;

    [Fact]
    public async Task Module_FinishedByVeryManyPeople_IsReadOnceAndThenLittle()
    {
        var reads = new Reads();
        await using var portal = await TestPortal.StartAsync(
            new()
            {
                Services = services =>
                    services.ConfigureDbContext<SqlitePortalDbContext>(options =>
                        options.AddInterceptors(reads)
                    ),
            }
        );
        var agency = await portal.AgencyAsync();
        var programme = await portal.YearlyAsync(agency, Answered.Slug);
        var person = await portal.PersonAsync(agency, "Template Person");
        await portal.FinishAsync(person, programme);
        await MultiplyAsync(portal, person.PersonId);
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        using var client = await portal.SignedInAsync(auditor.AccountId);
        var sections = portal.Module().Sections.Count;

        reads.Begin();
        var page = await client.PageAsync($"/reports/modules/{Answered.Slug}");
        Assert.Equal(
            $"{People:N0}",
            page.QuerySelector("table[aria-labelledby=times] tbody td")!.TextContent
        );
        Assert.InRange(reads.Rows, People * sections, People * sections + 200);
        Assert.InRange(reads.Queries, 1, 30);

        // What came within ten minutes is looked at again, in case an earlier change was committed later.
        portal.Clock.Move(TimeSpan.FromMinutes(11));
        await client.PageAsync("/reports/modules");
        foreach (var address in new[] { $"/reports/modules/{Answered.Slug}", "/reports/modules" })
        {
            reads.Begin();
            await client.PageAsync(address);
            Assert.InRange(reads.Rows, 1, 200);
            Assert.InRange(reads.Queries, 1, 30);
        }
    }

    /// <summary>Copies one person with what they read and practised, in the database itself.</summary>
    private static async Task MultiplyAsync(TestPortal portal, Guid personId)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(portal.DataFolder, "portal.db")}"
        );
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        foreach (
            var (table, person, assignment) in new[]
            {
                ("people", "id", ""),
                ("assignments", "person_id", "id"),
                ("readings", "person_id", "assignment_id"),
                ("quiz_attempts", "person_id", "assignment_id"),
                ("opened_sections", "person_id", ""),
            }
        )
        {
            var columns = new List<string>();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            await using (var reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    columns.Add(reader.GetString(0));
                }
            }

            var values = columns.Select(column =>
                column == person ? "printf('AAAAAAAA-0000-7000-8000-%012X', n)"
                : column == assignment ? "printf('BBBBBBBB-0000-7000-8000-%012X', n)"
                : column == "id" ? $"printf('%s%08X', substr({table}.id, 1, 28), n)"
                : column is "email" or "normalized_email" ? $"n || {column}"
                : column
            );
            // The last of an id's figures are random enough to tell a person's sections apart; the first are the hour.
            command.CommandText = $"""
                WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < {People})
                INSERT INTO {table} ({string.Join(", ", columns)})
                SELECT {string.Join(
                    ", ",
                    values
                )} FROM {table}, numbers WHERE {table}.{person} = '{personId.ToString().ToUpperInvariant()}'
                """;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    /// <summary>Counts queries and the rows that they gave.</summary>
    private sealed class Reads : DbCommandInterceptor
    {
        private int queries;
        private int rows;

        public int Queries => queries;

        public int Rows => rows;

        public void Begin() => (queries, rows) = (0, 0);

        public override InterceptionResult DataReaderDisposing(
            DbCommand command,
            DataReaderDisposingEventData eventData,
            InterceptionResult result
        )
        {
            Interlocked.Increment(ref queries);
            Interlocked.Add(ref rows, eventData.ReadCount);
            return result;
        }
    }
}
