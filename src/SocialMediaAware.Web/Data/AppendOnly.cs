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

    /// <summary>The tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    ["attestations", "attestation_modules", "ledger_entries", "audit_entries"];

    /// <summary>Has the database refuse UPDATE and DELETE, and on PostgreSQL TRUNCATE.</summary>
    public static void ProtectAppendOnlyTables(this MigrationBuilder migration)
    {
        var isSqlite =
            migration.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        foreach (var statement in isSqlite ? Sqlite() : Postgres())
        {
            migration.Sql(statement);
        }
    }

    /// <summary>The statements for SQLite; they can be run again.</summary>
    public static IEnumerable<string> Sqlite() =>
        Tables.SelectMany(table =>
            (string[])[OnSqlite(table, "update"), OnSqlite(table, "delete")]
        );

    /// <summary>The statements for PostgreSQL; they can be run again.</summary>
    public static IEnumerable<string> Postgres() =>
        Tables
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
