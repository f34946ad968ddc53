using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SocialMediaAware.Tests.Support;
using SocialMediaAware.Web.Data;
using SocialMediaAware.Web.Features.Accounts;

namespace SocialMediaAware.Tests.People.Records;

/// <summary>The list of 70,000 people reads what it shows, and no more.</summary>
public sealed class LargePeopleListTests
{
    private const int People = 70_000;

    [Fact]
    public async Task List_OfSeventyThousandPeople_ReadsOnlyThePageThatItShows()
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
        var unit = await portal.UnitAsync(agency, "Customer");
        var person = await portal.PersonAsync(agency, "Person 000001", unit: unit);
        var hr = await portal.PersonWithRoleAsync(agency, PortalRole.HumanResources, "Tamsin O");
        await MultiplyAsync(portal, person.PersonId);
        using var browser = await portal.SignedInAsync(hr.AccountId);
        await browser.PageAsync("/people");

        (string Address, string First, int Rows, string Count)[] pages =
        [
            ("/people", "Person 000001", 50, "70,001 people"),
            ("/people?page=1401", "Tamsin O", 1, "70,001 people"),
            ("/people?q=person+069950", "Person 069950", 1, "One person"),
            ($"/people?unit={unit.Id}&page=2", "Person 000051", 50, "70,000 people"),
            ("/people?standing=WithoutAddress", "Person 000002", 50, "69,999 people"),
            ("/people?standing=Left", "", 0, "Nobody was found"),
        ];
        foreach (var (address, first, rows, count) in pages)
        {
            reads.Begin();
            var page = await browser.PageAsync(address);
            var names = page.QuerySelectorAll("tbody th a");
            Assert.Equal((address, rows), (address, names.Length));
            Assert.Equal(first, names.Length > 0 ? names[0].TextContent : "");
            Assert.Contains(count, page.Text());
            Assert.InRange(reads.Rows, 1, 150);
            Assert.InRange(reads.Queries, 1, 16);
        }
    }

    /// <summary>Copies one person in the database itself, each with a name of their own and without an address.</summary>
    private static async Task MultiplyAsync(TestPortal portal, Guid personId)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(portal.DataFolder, "portal.db")}"
        );
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        foreach (
            var (table, person) in new[]
            {
                ("people", "id"),
                ("person_names", "person_id"),
                ("placements", "person_id"),
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
                : column == "id" ? "printf('BBBBBBBB-0000-7000-8000-%012X', n)"
                : column == "name" ? "printf('Person %06d', n)"
                : column == "found_by" ? "printf('person %06d', n)"
                : column == "email" ? "NULL"
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
