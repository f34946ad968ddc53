using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialMediaAware.Web.Data;

/// <summary>Gives each assignment of an installation from before there were records its first one.</summary>
public static class FirstAssignmentRecords
{
    /// <summary>
    /// Records what there is, as known since each assignment was made. When it was signed, declined or ended stands in it, so a
    /// report as at a day before that leaves it out.
    /// </summary>
    public static void RecordWhatThereIs(this MigrationBuilder migration) =>
        migration.Sql(
            """
            INSERT INTO assignment_records (id, agency_id, assignment_id, revision, recorded_at, person_id, programme_id,
                cycle_key, person_kind, opens_on, due_on, signed_at, declined_at, superseded_at, left_at, held_at)
            SELECT id, agency_id, id, 0, created_at, person_id, programme_id,
                cycle_key, person_kind, opens_on, due_on, signed_at, declined_at, superseded_at, left_at, held_at
            FROM assignments;
            """
        );
}
