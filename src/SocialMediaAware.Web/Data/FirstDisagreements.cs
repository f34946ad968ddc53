using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialMediaAware.Web.Data;

/// <summary>Takes over what people had said that they do not agree with, before there was a table of it.</summary>
public static class FirstDisagreements
{
    /// <summary>Fills the table, once, in the migration that brings it. Each takes the id of its assignment, which is nothing else's in this table.</summary>
    public static void FillDisagreements(this MigrationBuilder migration) =>
        migration.Sql(
            """
            INSERT INTO disagreements (id, agency_id, assignment_id, person_id, said_at)
            SELECT id, agency_id, id, person_id, declined_at FROM assignments WHERE declined_at IS NOT NULL;
            """
        );
}
