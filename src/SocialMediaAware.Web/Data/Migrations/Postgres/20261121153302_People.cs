using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialMediaAware.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_units_agency_id", table: "units");

            migrationBuilder.DropIndex(name: "ix_placements_person_id", table: "placements");

            migrationBuilder.AddColumn<string>(
                name: "code",
                table: "units",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "unit_facts",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "unit_facts",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "is_secondment",
                table: "placements",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "placements",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "position_number",
                table: "placements",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "placements",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "work_days",
                table: "placements",
                type: "integer",
                nullable: false,
                defaultValue: 31
            );

            migrationBuilder.AddColumn<string>(
                name: "found_by",
                table: "person_names",
                type: "character varying(401)",
                maxLength: 401,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "person_names",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "official_name",
                table: "person_names",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "person_names",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "died_on",
                table: "people",
                type: "date",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "people",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "feed",
                table: "leaves",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "leaves",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "leaves",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "feed",
                table: "leaderships",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "leaderships",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "leaderships",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "learnt_in_id",
                table: "exemptions",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.AddColumn<Guid>(
                name: "unlearnt_in_id",
                table: "exemptions",
                type: "uuid",
                nullable: true
            );

            migrationBuilder.CreateTable(
                name: "assisted_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
                    place = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    opened_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_by_leader = table.Column<bool>(type: "boolean", nullable: false),
                    opened_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    closed_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assisted_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_assisted_sessions_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "attestation_grounds",
                columns: table => new
                {
                    attestation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    subject = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
                    reference_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    words = table.Column<string>(
                        type: "character varying(600)",
                        maxLength: 600,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_attestation_grounds",
                        x => new { x.attestation_id, x.order }
                    );
                    table.ForeignKey(
                        name: "fk_attestation_grounds_attestations_attestation_id",
                        column: x => x.attestation_id,
                        principalTable: "attestations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "correction_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(
                        type: "character varying(60)",
                        maxLength: 60,
                        nullable: false
                    ),
                    text = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    asked_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    outcome = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: true
                    ),
                    answer = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    answered_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    answered_by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    seen_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    statement = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    stated_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    version = table.Column<int>(type: "integer", nullable: false),
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
                name: "evidence_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(
                        type: "character varying(10)",
                        maxLength: 10,
                        nullable: false
                    ),
                    sha256 = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    added_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_files_people_person_id",
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    feed = table.Column<string>(
                        type: "character varying(60)",
                        maxLength: 60,
                        nullable: false
                    ),
                    file_name = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    file_hash = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    source = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    came_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    applied_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    change_id = table.Column<Guid>(type: "uuid", nullable: true),
                    erased_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    fingerprint = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    previewed_for = table.Column<DateOnly>(type: "date", nullable: false),
                    in_file = table.Column<int>(type: "integer", nullable: false),
                    of_feed = table.Column<int>(type: "integer", nullable: false),
                    @new = table.Column<int>(name: "new", type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    ended = table.Column<int>(type: "integer", nullable: false),
                    back = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    conflicts = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
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
                name: "outside_acceptances",
                columns: table => new
                {
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module_slug = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_outside_acceptances",
                        x => new { x.programme_id, x.module_slug }
                    );
                    table.ForeignKey(
                        name: "fk_outside_acceptances_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "people_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    feed = table.Column<string>(
                        type: "character varying(60)",
                        maxLength: 60,
                        nullable: false
                    ),
                    reason = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    detail = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    flag = table.Column<string>(
                        type: "character varying(60)",
                        maxLength: 60,
                        nullable: false
                    ),
                    feed = table.Column<string>(
                        type: "character varying(60)",
                        maxLength: 60,
                        nullable: true
                    ),
                    holds_from = table.Column<DateOnly>(type: "date", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "date", nullable: true),
                    learnt_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    unlearnt_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    learnt_in_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unlearnt_in_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    steps = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    started_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    people_moved = table.Column<int>(type: "integer", nullable: true),
                    confirmed_in_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_in_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leader_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stand_in_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(
                        type: "character varying(20)",
                        maxLength: 20,
                        nullable: false
                    ),
                    holds_from = table.Column<DateOnly>(type: "date", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "date", nullable: true),
                    learnt_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    unlearnt_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    learnt_in_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unlearnt_in_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                name: "whole_ways",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module_slug = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    chosen_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_whole_ways", x => new { x.assignment_id, x.module_slug });
                    table.ForeignKey(
                        name: "fk_whole_ways_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assisted_participants",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    code_given_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    code_used_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_assisted_participants",
                        x => new { x.session_id, x.person_id }
                    );
                    table.ForeignKey(
                        name: "fk_assisted_participants_assisted_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "assisted_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_assisted_participants_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assisted_session_programmes",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_assisted_session_programmes",
                        x => new { x.session_id, x.programme_id }
                    );
                    table.ForeignKey(
                        name: "fk_assisted_session_programmes_assisted_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "assisted_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "fk_assisted_session_programmes_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "shared_screens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    started_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    wrong_codes = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shared_screens", x => x.id);
                    table.ForeignKey(
                        name: "fk_shared_screens_assisted_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "assisted_sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "outside_completions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    provider = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    seen = table.Column<string>(
                        type: "character varying(1000)",
                        maxLength: 1000,
                        nullable: false
                    ),
                    evidence_file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entered_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    entered_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_back_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    taken_back_by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_reason = table.Column<string>(
                        type: "character varying(1000)",
                        maxLength: 1000,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outside_completions", x => x.id);
                    table.ForeignKey(
                        name: "fk_outside_completions_evidence_files_evidence_file_id",
                        column: x => x.evidence_file_id,
                        principalTable: "evidence_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_outside_completions_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "paper_forms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(
                        type: "character varying(12)",
                        maxLength: 12,
                        nullable: false
                    ),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    statement_text = table.Column<string>(
                        type: "character varying(20000)",
                        maxLength: 20000,
                        nullable: false
                    ),
                    made_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    made_by_account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    witness = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: true
                    ),
                    scan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    recorded_by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_forms", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_forms_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_paper_forms_evidence_files_scan_id",
                        column: x => x.scan_id,
                        principalTable: "evidence_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "import_contents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: false),
                    preview = table.Column<byte[]>(type: "bytea", nullable: false),
                    decisions = table.Column<string>(type: "text", nullable: false),
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    region = table.Column<string>(
                        type: "character varying(60)",
                        maxLength: 60,
                        nullable: true
                    ),
                    due_from = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    given_in_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    taken_back_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    taken_back_in_id = table.Column<Guid>(type: "uuid", nullable: true),
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

            migrationBuilder.CreateTable(
                name: "assisted_visits",
                columns: table => new
                {
                    sign_in_session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    screen_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    last_seen_at = table.Column<DateTime>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assisted_visits", x => x.sign_in_session_id);
                    table.ForeignKey(
                        name: "fk_assisted_visits_shared_screens_screen_id",
                        column: x => x.screen_id,
                        principalTable: "shared_screens",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "outside_completion_modules",
                columns: table => new
                {
                    completion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module_slug = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    major = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_outside_completion_modules",
                        x => new { x.completion_id, x.module_slug }
                    );
                    table.ForeignKey(
                        name: "fk_outside_completion_modules_outside_completions_completion_id",
                        column: x => x.completion_id,
                        principalTable: "outside_completions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "paper_form_modules",
                columns: table => new
                {
                    form_id = table.Column<Guid>(type: "uuid", nullable: false),
                    module_slug = table.Column<string>(
                        type: "character varying(80)",
                        maxLength: 80,
                        nullable: false
                    ),
                    order = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    major = table.Column<int>(type: "integer", nullable: false),
                    minor = table.Column<int>(type: "integer", nullable: false),
                    content_hash = table.Column<byte[]>(
                        type: "bytea",
                        maxLength: 32,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_paper_form_modules",
                        x => new { x.form_id, x.module_slug }
                    );
                    table.ForeignKey(
                        name: "fk_paper_form_modules_paper_forms_form_id",
                        column: x => x.form_id,
                        principalTable: "paper_forms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
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
                name: "ix_placements_person_id_agency_id_unlearnt_at_holds_until_hold~",
                table: "placements",
                columns: new[]
                {
                    "person_id",
                    "agency_id",
                    "unlearnt_at",
                    "holds_until",
                    "holds_from",
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_person_names_found_by_person_id_unlearnt_at_holds_from_hold~",
                table: "person_names",
                columns: new[]
                {
                    "found_by",
                    "person_id",
                    "unlearnt_at",
                    "holds_from",
                    "holds_until",
                }
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
                name: "ix_assisted_participants_person_id",
                table: "assisted_participants",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_assisted_participants_session_id_code_hash",
                table: "assisted_participants",
                columns: new[] { "session_id", "code_hash" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assisted_session_programmes_programme_id",
                table: "assisted_session_programmes",
                column: "programme_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_assisted_sessions_agency_id_day",
                table: "assisted_sessions",
                columns: new[] { "agency_id", "day" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assisted_visits_screen_id",
                table: "assisted_visits",
                column: "screen_id"
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
                name: "ix_evidence_files_person_id_added_at",
                table: "evidence_files",
                columns: new[] { "person_id", "added_at" }
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
                name: "ix_outside_completions_agency_id_entered_at",
                table: "outside_completions",
                columns: new[] { "agency_id", "entered_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outside_completions_evidence_file_id",
                table: "outside_completions",
                column: "evidence_file_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_outside_completions_person_id_completed_on",
                table: "outside_completions",
                columns: new[] { "person_id", "completed_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_paper_forms_assignment_id",
                table: "paper_forms",
                column: "assignment_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_paper_forms_number",
                table: "paper_forms",
                column: "number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_paper_forms_scan_id",
                table: "paper_forms",
                column: "scan_id"
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
                name: "ix_shared_screens_session_id",
                table: "shared_screens",
                column: "session_id"
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
            migrationBuilder.DropTable(name: "assisted_participants");

            migrationBuilder.DropTable(name: "assisted_session_programmes");

            migrationBuilder.DropTable(name: "assisted_visits");

            migrationBuilder.DropTable(name: "attestation_grounds");

            migrationBuilder.DropTable(name: "correction_requests");

            migrationBuilder.DropTable(name: "extensions");

            migrationBuilder.DropTable(name: "import_contents");

            migrationBuilder.DropTable(name: "outside_acceptances");

            migrationBuilder.DropTable(name: "outside_completion_modules");

            migrationBuilder.DropTable(name: "paper_form_modules");

            migrationBuilder.DropTable(name: "person_flags");

            migrationBuilder.DropTable(name: "restructure_plans");

            migrationBuilder.DropTable(name: "stand_ins");

            migrationBuilder.DropTable(name: "whole_ways");

            migrationBuilder.DropTable(name: "shared_screens");

            migrationBuilder.DropTable(name: "people_changes");

            migrationBuilder.DropTable(name: "import_runs");

            migrationBuilder.DropTable(name: "outside_completions");

            migrationBuilder.DropTable(name: "paper_forms");

            migrationBuilder.DropTable(name: "assisted_sessions");

            migrationBuilder.DropTable(name: "evidence_files");

            migrationBuilder.DropIndex(name: "ix_units_agency_id_code", table: "units");

            migrationBuilder.DropIndex(
                name: "ix_placements_person_id_agency_id_unlearnt_at_holds_until_hold~",
                table: "placements"
            );

            migrationBuilder.DropIndex(
                name: "ix_person_names_found_by_person_id_unlearnt_at_holds_from_hold~",
                table: "person_names"
            );

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

            migrationBuilder.CreateIndex(
                name: "ix_placements_person_id",
                table: "placements",
                column: "person_id"
            );
        }
    }
}
