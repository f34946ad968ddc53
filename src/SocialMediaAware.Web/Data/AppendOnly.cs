using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialMediaAware.Web.Data;

/// <summary>
/// Tables whose rows are never changed or deleted: the database itself refuses it, whoever asks. A migration that makes such a table
/// calls <see cref="ProtectAppendOnlyTables" /> at its end; one that rebuilds it on SQLite has to call it again.
/// </summary>
public static class AppendOnly
{
    /// <summary>What the database says when it refuses.</summary>
    public const string Refusal = "is append-only";

    /// <summary>The tables of the first release.</summary>
    public static IReadOnlyList<string> FirstTables { get; } =
    ["attestations", "attestation_modules", "ledger_entries", "audit_entries"];

    /// <summary>All tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        .. FirstTables,
        "assignment_records",
        "people_changes",
        "programme_changes",
        "attestation_grounds",
        "evidence_files",
    ];

    /// <summary>Has the database refuse UPDATE and DELETE, and on PostgreSQL TRUNCATE.</summary>
    /// <param name="migration">The migration, at its end.</param>
    /// <param name="tables">The tables there are by then; without any, those of the first release.</param>
    public static void ProtectAppendOnlyTables(
        this MigrationBuilder migration,
        params IReadOnlyList<string> tables
    )
    {
        var there = tables.Count > 0 ? tables : FirstTables;
        var isSqlite =
            migration.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        foreach (var statement in isSqlite ? Sqlite(there) : Postgres(there))
        {
            migration.Sql(statement);
        }
    }

    /// <summary>The statements for SQLite; they can be run again.</summary>
    public static IEnumerable<string> Sqlite(IReadOnlyList<string> tables) =>
        tables.SelectMany(table =>
            (string[])[OnSqlite(table, "update"), OnSqlite(table, "delete")]
        );

    /// <summary>The statements for PostgreSQL; they can be run again.</summary>
    public static IEnumerable<string> Postgres(IReadOnlyList<string> tables) =>
        tables
            .Select(table =>
                $"CREATE OR REPLACE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                + "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"
            )
            .Prepend(
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
                    + $"$$ BEGIN RAISE EXCEPTION '% {Refusal}', TG_TABLE_NAME; END $$;"
            );

    private static string OnSqlite(string table, string action) =>
        $"CREATE TRIGGER IF NOT EXISTS {table}_refuse_{action} BEFORE {action.ToUpperInvariant()} ON {table} "
        + $"BEGIN SELECT RAISE(ABORT, '{table} {Refusal}'); END;";
}
