using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Tests.Reports;

/// <summary>Once it has been read, a report on 70,000 people reads what it shows, and no more.</summary>
public sealed class LargeReportTests
{
    private const int People = 70_000;

    [Fact]
    public async Task Report_OnSeventyThousandPeople_ReadsOnlyWhatItShows()
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
        var programme = await portal.YearlyAsync(agency);
        var unit = await portal.UnitAsync(agency, "Customer");
        var person = await portal.PersonAsync(agency, "Template Person", unit: unit);
        await portal.AssignmentAsync(person, programme);
        var auditor = await portal.PersonWithRoleAsync(agency, PortalRole.Auditor);
        await MultiplyAsync(portal, person.PersonId);
        using var client = await portal.SignedInAsync(auditor.AccountId);
        await client.PageAsync("/reports/completion");
        // What came within ten minutes is looked at again, in case an earlier change was committed later.
        portal.Clock.Move(TimeSpan.FromMinutes(11));
        await client.PageAsync("/reports/completion");

        reads.Begin();
        var report = await client.PageAsync("/reports/completion");
        Assert.Equal("70,000", report.QuerySelector("tfoot td")!.TextContent.Trim());
        Assert.InRange(reads.Rows, 1, 100);
        Assert.InRange(reads.Queries, 1, 25);

        reads.Begin();
        var list = await client.PageAsync("/reports/completion/people?page=1400");
        Assert.Equal(50, list.QuerySelectorAll("tbody tr").Length);
        Assert.InRange(reads.Rows, 50, 150);
        Assert.InRange(reads.Queries, 1, 25);

        reads.Begin();
        using var file = await client.GetAsync(
            "/reports/completion/download?table=people",
            HttpCompletionOption.ResponseHeadersRead
        );
        using var reader = new StreamReader(await file.Content.ReadAsStreamAsync());
        var lines = 0;
        while (await reader.ReadLineAsync() is not null)
        {
            lines++;
        }

        Assert.Equal(People + 1, lines);
        Assert.InRange(reads.Rows, People, People + 100);
        Assert.InRange(reads.Queries, 1, 25);
    }

    /// <summary>Copies one person with all that belongs to them, in the database itself.</summary>
    private static async Task MultiplyAsync(TestPortal portal, Guid personId)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(portal.DataFolder, "portal.db")}"
        );
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        foreach (
            var (table, person, others) in new (string, string, string[])[]
            {
                ("people", "id", []),
                ("person_names", "person_id", ["id"]),
                ("placements", "person_id", ["id"]),
                ("assignments", "person_id", ["id"]),
                ("assignment_records", "person_id", ["id", "assignment_id"]),
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
                : others.Contains(column) ? "printf('BBBBBBBB-0000-7000-8000-%012X', n)"
                : column is "email" or "normalized_email" ? $"n || {column}"
                : column
            );
            command.CommandText = $"""
                WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < {People})
                INSERT INTO {table} ({string.Join(", ", columns)})
                SELECT {string.Join(
                    ", ",
                    values
                )} FROM {table}, numbers WHERE {table}.{person} = '{personId.ToString().ToUpperInvariant()}'
                """;
            Assert.Equal(People - 1, await command.ExecuteNonQueryAsync());
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
