using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialMediaAware.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Programmes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "audience",
                table: "programmes",
                type: "text",
                nullable: false,
                defaultValue: "{\"groups\":[]}"
            );

            migrationBuilder.AddColumn<Guid>(
                name: "contact_account_id",
                table: "programmes",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "days_before_the_period",
                table: "programmes",
                type: "integer",
                nullable: false,
                defaultValue: 21
            );

            migrationBuilder.AddColumn<string>(
                name: "draft",
                table: "programmes",
                type: "text",
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "programmes",
                type: "date",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "latecomers_owe",
                table: "programmes",
                type: "boolean",
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "opens_on",
                table: "programmes",
                type: "date",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "reminders",
                table: "programmes",
                type: "text",
                nullable: false,
                defaultValue: "{\"onOpening\":true,\"daysBefore\":7,\"onTheDay\":true,\"weeksAfter\":4,\"toLeaders\":true,\"toHumanResourcesAfterDays\":14}"
            );

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "programmes",
                type: "integer",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.AddColumn<string>(
                name: "regions",
                table: "election_choices",
                type: "character varying(600)",
                maxLength: 600,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.CreateTable(
                name: "disagreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    said_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    taken_back_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    talked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    talked_by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disagreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_disagreements_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_disagreements_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "programme_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_changes_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "programme_pauses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_pauses", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_pauses_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "time_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    asked_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    answered_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    answered_by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_as = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: true
                    ),
                    granted_until = table.Column<DateOnly>(type: "date", nullable: true),
                    answer = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    taken_back_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    seen_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_time_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_time_requests_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_time_requests_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_disagreements_agency_id_said_at",
                table: "disagreements",
                columns: new[] { "agency_id", "said_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_disagreements_assignment_id",
                table: "disagreements",
                column: "assignment_id",
                unique: true,
                filter: "taken_back_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_disagreements_person_id",
                table: "disagreements",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_programme_changes_programme_id_at",
                table: "programme_changes",
                columns: new[] { "programme_id", "at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_programme_pauses_programme_id_from",
                table: "programme_pauses",
                columns: new[] { "programme_id", "from" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_time_requests_agency_id_asked_at",
                table: "time_requests",
                columns: new[] { "agency_id", "asked_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_time_requests_assignment_id",
                table: "time_requests",
                column: "assignment_id",
                unique: true,
                filter: "answered_at IS NULL AND taken_back_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_time_requests_person_id",
                table: "time_requests",
                column: "person_id"
            );

            migrationBuilder.FillDisagreements();
            migrationBuilder.ProtectAppendOnlyTables(
                "programme_changes",
                "attestation_grounds",
                "evidence_files"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "disagreements");

            migrationBuilder.DropTable(name: "programme_changes");

            migrationBuilder.DropTable(name: "programme_pauses");

            migrationBuilder.DropTable(name: "time_requests");

            migrationBuilder.DropColumn(name: "audience", table: "programmes");

            migrationBuilder.DropColumn(name: "contact_account_id", table: "programmes");

            migrationBuilder.DropColumn(name: "days_before_the_period", table: "programmes");

            migrationBuilder.DropColumn(name: "draft", table: "programmes");

            migrationBuilder.DropColumn(name: "due_on", table: "programmes");

            migrationBuilder.DropColumn(name: "latecomers_owe", table: "programmes");

            migrationBuilder.DropColumn(name: "opens_on", table: "programmes");

            migrationBuilder.DropColumn(name: "reminders", table: "programmes");

            migrationBuilder.DropColumn(name: "revision", table: "programmes");

            migrationBuilder.DropColumn(name: "regions", table: "election_choices");
        }
    }
}
