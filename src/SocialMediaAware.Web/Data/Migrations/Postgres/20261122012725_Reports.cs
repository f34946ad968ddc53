using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialMediaAware.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "information_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(
                        type: "character varying(60)",
                        maxLength: 60,
                        nullable: false
                    ),
                    title = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    questions = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: false
                    ),
                    as_at = table.Column<DateOnly>(type: "date", nullable: false),
                    known_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    drawn_up_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    drawn_up_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    compared_packs = table.Column<int>(type: "integer", nullable: false),
                    workable = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_information_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_information_requests_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "monthly_mail",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    written_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_monthly_mail",
                        x => new
                        {
                            x.agency_id,
                            x.account_id,
                            x.month,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_monthly_mail_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "monthly_reader",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_monthly_reader",
                        x => new
                        {
                            x.agency_id,
                            x.account_id,
                            x.programme_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_monthly_reader_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "shown_answers",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module_slug = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    scenario_slug = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    cycle_key = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
                    people = table.Column<int>(type: "integer", nullable: false),
                    choices = table.Column<int[]>(type: "integer[]", nullable: false),
                    counts = table.Column<int[]>(type: "integer[]", nullable: false),
                    taken_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_shown_answers",
                        x => new
                        {
                            x.agency_id,
                            x.module_slug,
                            x.scenario_slug,
                            x.hash,
                            x.cycle_key,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_shown_answers_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "shown_times",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module_slug = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    cycle_key = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
                    people = table.Column<int>(type: "integer", nullable: false),
                    reading = table.Column<int[]>(type: "integer[]", nullable: false),
                    practising = table.Column<int[]>(type: "integer[]", nullable: false),
                    together = table.Column<int[]>(type: "integer[]", nullable: false),
                    taken_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_shown_times",
                        x => new
                        {
                            x.agency_id,
                            x.module_slug,
                            x.cycle_key,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_shown_times_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "drawn_up_tables",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(
                        type: "character varying(160)",
                        maxLength: 160,
                        nullable: false
                    ),
                    text = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drawn_up_tables", x => new { x.request_id, x.order });
                    table.ForeignKey(
                        name: "fk_drawn_up_tables_information_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "information_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "released_files",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_files", x => new { x.request_id, x.order });
                    table.ForeignKey(
                        name: "fk_released_files_information_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "information_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "released_packs",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    manifest_hash = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    reason = table.Column<string>(
                        type: "character varying(1000)",
                        maxLength: 1000,
                        nullable: false
                    ),
                    released_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    released_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_packs", x => x.request_id);
                    table.ForeignKey(
                        name: "fk_released_packs_information_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "information_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "suppression_decisions",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(
                        type: "character varying(300)",
                        maxLength: 300,
                        nullable: false
                    ),
                    reason = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    because = table.Column<string>(
                        type: "character varying(300)",
                        maxLength: 300,
                        nullable: true
                    ),
                    standing = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    ground = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    ground_words = table.Column<string>(
                        type: "character varying(400)",
                        maxLength: 400,
                        nullable: false
                    ),
                    decided_by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppression_decisions", x => new { x.request_id, x.key });
                    table.ForeignKey(
                        name: "fk_suppression_decisions_information_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "information_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_readings_agency_id_begun_at",
                table: "readings",
                columns: new[] { "agency_id", "begun_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_quiz_attempts_agency_id_begun_at",
                table: "quiz_attempts",
                columns: new[] { "agency_id", "begun_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_quiz_attempts_agency_id_passed_at",
                table: "quiz_attempts",
                columns: new[] { "agency_id", "passed_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_placements_agency_id_learnt_at",
                table: "placements",
                columns: new[] { "agency_id", "learnt_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_placements_agency_id_unlearnt_at",
                table: "placements",
                columns: new[] { "agency_id", "unlearnt_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assignment_records_agency_id_recorded_at",
                table: "assignment_records",
                columns: new[] { "agency_id", "recorded_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_information_requests_agency_id_drawn_up_at",
                table: "information_requests",
                columns: new[] { "agency_id", "drawn_up_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_released_packs_agency_id_number",
                table: "released_packs",
                columns: new[] { "agency_id", "number" },
                unique: true
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "drawn_up_tables");

            migrationBuilder.DropTable(name: "monthly_mail");

            migrationBuilder.DropTable(name: "monthly_reader");

            migrationBuilder.DropTable(name: "released_files");

            migrationBuilder.DropTable(name: "released_packs");

            migrationBuilder.DropTable(name: "shown_answers");

            migrationBuilder.DropTable(name: "shown_times");

            migrationBuilder.DropTable(name: "suppression_decisions");

            migrationBuilder.DropTable(name: "information_requests");

            migrationBuilder.DropIndex(name: "ix_readings_agency_id_begun_at", table: "readings");

            migrationBuilder.DropIndex(
                name: "ix_quiz_attempts_agency_id_begun_at",
                table: "quiz_attempts"
            );

            migrationBuilder.DropIndex(
                name: "ix_quiz_attempts_agency_id_passed_at",
                table: "quiz_attempts"
            );

            migrationBuilder.DropIndex(
                name: "ix_placements_agency_id_learnt_at",
                table: "placements"
            );

            migrationBuilder.DropIndex(
                name: "ix_placements_agency_id_unlearnt_at",
                table: "placements"
            );

            migrationBuilder.DropIndex(
                name: "ix_assignment_records_agency_id_recorded_at",
                table: "assignment_records"
            );
        }
    }
}
