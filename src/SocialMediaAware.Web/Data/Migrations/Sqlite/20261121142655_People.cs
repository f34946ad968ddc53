using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialMediaAware.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_units_agency_id", table: "units");

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "units",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "unit_facts",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "unit_facts",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "is_secondment",
                table: "placements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "placements",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "position_number",
                table: "placements",
                type: "TEXT",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "placements",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "work_days",
                table: "placements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 31
            );

            migrationBuilder.AddColumn<string>(
                name: "found_by",
                table: "person_names",
                type: "TEXT",
                maxLength: 401,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "person_names",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "official_name",
                table: "person_names",
                type: "TEXT",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "person_names",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "died_on",
                table: "people",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "people",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "feed",
                table: "leaves",
                type: "TEXT",
                maxLength: 60,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "leaves",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "leaves",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "feed",
                table: "leaderships",
                type: "TEXT",
                maxLength: 60,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "leaderships",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "leaderships",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "exemptions",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "exemptions",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "correction_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    statement = table.Column<string>(
                        type: "TEXT",
                        maxLength: 4000,
                        nullable: false
                    ),
                    stated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correction_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_correction_requests_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    feed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    came_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    applied_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    change_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    erased_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fingerprint = table.Column<string>(
                        type: "TEXT",
                        maxLength: 64,
                        nullable: false
                    ),
                    previewed_for = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    in_file = table.Column<int>(type: "INTEGER", nullable: false),
                    of_feed = table.Column<int>(type: "INTEGER", nullable: false),
                    @new = table.Column<int>(name: "new", type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    ended = table.Column<int>(type: "INTEGER", nullable: false),
                    back = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    conflicts = table.Column<int>(type: "INTEGER", nullable: false),
                    problems = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_runs_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    feed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people_changes", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "person_flags",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    flag = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    feed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    holds_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    unlearnt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    learnt_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unlearnt_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_flags", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_flags_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "restructure_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    steps = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_by_account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    people_moved = table.Column<int>(type: "INTEGER", nullable: true),
                    confirmed_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    taken_back_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restructure_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_restructure_plans_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "stand_ins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    leader_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stand_in_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    holds_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    unlearnt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    learnt_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unlearnt_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stand_ins", x => x.id);
                    table.ForeignKey(
                        name: "fk_stand_ins_people_leader_id",
                        column: x => x.leader_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_stand_ins_people_stand_in_id",
                        column: x => x.stand_in_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "import_contents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file = table.Column<byte[]>(type: "BLOB", nullable: false),
                    preview = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decisions = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_contents", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_contents_import_runs_id",
                        column: x => x.id,
                        principalTable: "import_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    region = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    due_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    given_in_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_back_in_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_extensions", x => x.id);
                    table.ForeignKey(
                        name: "fk_extensions_people_changes_given_in_id",
                        column: x => x.given_in_id,
                        principalTable: "people_changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_units_agency_id_code",
                table: "units",
                columns: new[] { "agency_id", "code" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_person_names_found_by",
                table: "person_names",
                column: "found_by"
            );

            migrationBuilder.CreateIndex(
                name: "ix_people_merged_into_id",
                table: "people",
                column: "merged_into_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_account_id_at",
                table: "audit_entries",
                columns: new[] { "account_id", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject",
                table: "audit_entries",
                column: "subject"
            );

            migrationBuilder.CreateIndex(
                name: "ix_correction_requests_agency_id_asked_at",
                table: "correction_requests",
                columns: new[] { "agency_id", "asked_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_correction_requests_person_id",
                table: "correction_requests",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_extensions_agency_id",
                table: "extensions",
                column: "agency_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_extensions_given_in_id",
                table: "extensions",
                column: "given_in_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_extensions_person_id",
                table: "extensions",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_import_runs_agency_id_came_at",
                table: "import_runs",
                columns: new[] { "agency_id", "came_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_people_changes_agency_id_at",
                table: "people_changes",
                columns: new[] { "agency_id", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_people_changes_person_id",
                table: "people_changes",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_person_flags_agency_id_flag",
                table: "person_flags",
                columns: new[] { "agency_id", "flag" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_person_flags_person_id",
                table: "person_flags",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_restructure_plans_agency_id_on",
                table: "restructure_plans",
                columns: new[] { "agency_id", "on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_stand_ins_leader_id",
                table: "stand_ins",
                column: "leader_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_stand_ins_stand_in_id",
                table: "stand_ins",
                column: "stand_in_id"
            );

            migrationBuilder.FillSearchWords();
            migrationBuilder.ProtectAppendOnlyTables("people_changes");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "correction_requests");

            migrationBuilder.DropTable(name: "extensions");

            migrationBuilder.DropTable(name: "import_contents");

            migrationBuilder.DropTable(name: "person_flags");

            migrationBuilder.DropTable(name: "restructure_plans");

            migrationBuilder.DropTable(name: "stand_ins");

            migrationBuilder.DropTable(name: "people_changes");

            migrationBuilder.DropTable(name: "import_runs");

            migrationBuilder.DropIndex(name: "ix_units_agency_id_code", table: "units");

            migrationBuilder.DropIndex(name: "ix_person_names_found_by", table: "person_names");

            migrationBuilder.DropIndex(name: "ix_people_merged_into_id", table: "people");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_account_id_at",
                table: "audit_entries"
            );

            migrationBuilder.DropIndex(name: "ix_audit_entries_subject", table: "audit_entries");

            migrationBuilder.DropColumn(name: "code", table: "units");

            migrationBuilder.DropColumn(name: "learnt_in_id", table: "unit_facts");

            migrationBuilder.DropColumn(name: "unlearnt_in_id", table: "unit_facts");

            migrationBuilder.DropColumn(name: "is_secondment", table: "placements");

            migrationBuilder.DropColumn(name: "learnt_in_id", table: "placements");

            migrationBuilder.DropColumn(name: "position_number", table: "placements");

            migrationBuilder.DropColumn(name: "unlearnt_in_id", table: "placements");

            migrationBuilder.DropColumn(name: "work_days", table: "placements");

            migrationBuilder.DropColumn(name: "found_by", table: "person_names");

            migrationBuilder.DropColumn(name: "learnt_in_id", table: "person_names");

            migrationBuilder.DropColumn(name: "official_name", table: "person_names");

            migrationBuilder.DropColumn(name: "unlearnt_in_id", table: "person_names");

            migrationBuilder.DropColumn(name: "died_on", table: "people");

            migrationBuilder.DropColumn(name: "merged_into_id", table: "people");

            migrationBuilder.DropColumn(name: "feed", table: "leaves");

            migrationBuilder.DropColumn(name: "learnt_in_id", table: "leaves");

            migrationBuilder.DropColumn(name: "unlearnt_in_id", table: "leaves");

            migrationBuilder.DropColumn(name: "feed", table: "leaderships");

            migrationBuilder.DropColumn(name: "learnt_in_id", table: "leaderships");

            migrationBuilder.DropColumn(name: "unlearnt_in_id", table: "leaderships");

            migrationBuilder.DropColumn(name: "learnt_in_id", table: "exemptions");

            migrationBuilder.DropColumn(name: "unlearnt_in_id", table: "exemptions");

            migrationBuilder.CreateIndex(
                name: "ix_units_agency_id",
                table: "units",
                column: "agency_id"
            );
        }
    }
}
