using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SocialMediaAware.Benchmarks.Portal;

/// <summary>Puts in people by the hundred thousand and what they were asked over years, in the database itself: through the portal it would take days.</summary>
internal static class FiveYears
{
    private const int FirstHour = 9;

    /// <summary>Copies one person with their name and placement until there are so many, spread over all units of the agency.</summary>
    /// <param name="connection">The database, in a transaction.</param>
    /// <param name="personId">Who is copied.</param>
    /// <param name="unitIds">The units that they are spread over.</param>
    /// <param name="people">How many there are in the end.</param>
    public static async Task MultiplyAsync(
        SqliteConnection connection,
        Guid personId,
        IReadOnlyList<Guid> unitIds,
        int people
    )
    {
        var copied = new (string Table, string Person)[]
        {
            ("people", "id"),
            ("person_names", "person_id"),
            ("placements", "person_id"),
        };
        foreach (var (table, person) in copied)
        {
            var columns = await ColumnsAsync(connection, table);
            var values = columns.Select(column =>
                column == person ? "printf('AAAAAAAA-0000-7000-8000-%012X', n)"
                : column == "id" ? "printf('BBBBBBBB-0000-7000-8000-%012X', n)"
                : column == "unit_id"
                    ? $"(SELECT value FROM json_each($units) WHERE key = n % {unitIds.Count})"
                : column
            );
            await RunAsync(
                connection,
                $"""
                WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < {people})
                INSERT INTO {table} ({string.Join(", ", columns)})
                SELECT {string.Join(
                    ", ",
                    values
                )} FROM {table}, numbers WHERE {table}.{person} = $person
                """,
                ("$person", Written(personId)),
                ("$units", $"[{string.Join(',', unitIds.Select(unit => $"\"{Written(unit)}\""))}]")
            );
        }
    }

    /// <summary>Asks everybody, or one in ten, in a round that is over: seven of eight sign within two months, and each state is recorded.</summary>
    public static async Task AskAsync(
        SqliteConnection connection,
        Guid agencyId,
        Guid programmeId,
        string cycleKey,
        DateOnly opensOn,
        DateOnly dueOn,
        int oneIn
    )
    {
        var opens = opensOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var values = new (string, object)[]
        {
            ("$agency", Written(agencyId)),
            ("$programme", Written(programmeId)),
            ("$cycle", cycleKey),
            ("$opens", opens),
            ("$due", dueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("$made", $"{opens} {FirstHour:00}:00:00"),
        };
        const string newId =
            "hex(randomblob(4))||'-'||hex(randomblob(2))||'-7'||substr(hex(randomblob(2)),2)||'-8'||substr(hex(randomblob(2)),2)||'-'||hex(randomblob(6))";
        await RunAsync(
            connection,
            $"""
            INSERT INTO assignments (id, agency_id, person_id, programme_id, cycle_key, person_kind, opens_on, due_on, created_at, signed_at, revision)
            SELECT {newId}, $agency, person_id, $programme, $cycle, person_kind, $opens, $due, $made,
                CASE WHEN abs(random()) % 8 > 0 THEN datetime($made, '+' || (abs(random()) % 60) || ' days') END, 2
            FROM (SELECT DISTINCT person_id, kind AS person_kind FROM placements WHERE agency_id = $agency)
            WHERE {oneIn} = 1 OR abs(random()) % {oneIn} = 0
            """,
            values
        );
        const string columns =
            "id, agency_id, assignment_id, revision, recorded_at, person_id, programme_id, cycle_key, person_kind, opens_on, due_on, signed_at";
        const string of = "person_id, programme_id, cycle_key, person_kind, opens_on, due_on";
        await RunAsync(
            connection,
            $"""
            INSERT INTO assignment_records ({columns})
            SELECT {newId}, agency_id, id, 1, created_at, {of}, NULL FROM assignments WHERE programme_id = $programme AND cycle_key = $cycle
            """,
            values
        );
        await RunAsync(
            connection,
            $"""
            INSERT INTO assignment_records ({columns})
            SELECT {newId}, agency_id, id, 2, signed_at, {of}, signed_at FROM assignments
            WHERE programme_id = $programme AND cycle_key = $cycle AND signed_at IS NOT NULL
            """,
            values
        );
    }

    private static string Written(Guid id) => id.ToString().ToUpperInvariant();

    private static async Task<List<string>> ColumnsAsync(SqliteConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    private static async Task RunAsync(
        SqliteConnection connection,
        string sql,
        params (string Name, object Value)[] values
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            if (sql.Contains(name, StringComparison.Ordinal))
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        await command.ExecuteNonQueryAsync();
    }
}
