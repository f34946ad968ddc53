using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialMediaAware.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class YearlyLoop : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "window",
                table: "programmes",
                type: "TEXT",
                maxLength: 11,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "refreshed_slug",
                table: "drawn_scenarios",
                type: "TEXT",
                maxLength: 80,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "promised_until",
                table: "assignments",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "assignments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );

            migrationBuilder.CreateTable(
                name: "assignment_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    person_kind = table.Column<string>(
                        type: "TEXT",
                        maxLength: 20,
                        nullable: false
                    ),
                    opens_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    declined_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    held_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignment_records_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "election_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    polling_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    pre_election_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    guidance_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    government_formed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_election_events", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    job = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    count = table.Column<long>(type: "INTEGER", nullable: true),
                    error_kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    error_message = table.Column<string>(
                        type: "TEXT",
                        maxLength: 300,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_runs", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_across_agencies = table.Column<bool>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    mail_id = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    to_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    to_address = table.Column<string>(
                        type: "TEXT",
                        maxLength: 254,
                        nullable: false
                    ),
                    found_by = table.Column<string>(type: "TEXT", maxLength: 455, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    send_before = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    leased_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_messages_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "refreshed_modules",
                columns: table => new
                {
                    attempt_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                    minor = table.Column<int>(type: "INTEGER", nullable: false),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_refreshed_modules",
                        x => new { x.attempt_id, x.module_slug }
                    );
                    table.ForeignKey(
                        name: "fk_refreshed_modules_quiz_attempts_attempt_id",
                        column: x => x.attempt_id,
                        principalTable: "quiz_attempts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "election_choices",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    election_event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    chosen_by_account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    chosen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_election_choices",
                        x => new { x.agency_id, x.election_event_id }
                    );
                    table.ForeignKey(
                        name: "fk_election_choices_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_election_choices_election_events_election_event_id",
                        column: x => x.election_event_id,
                        principalTable: "election_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "election_polling_days",
                columns: table => new
                {
                    election_event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    announced_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_election_polling_days",
                        x => new { x.election_event_id, x.number }
                    );
                    table.ForeignKey(
                        name: "fk_election_polling_days_election_events_election_event_id",
                        column: x => x.election_event_id,
                        principalTable: "election_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox_subjects",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_outbox_subjects",
                        x => new { x.message_id, x.assignment_id }
                    );
                    table.ForeignKey(
                        name: "fk_outbox_subjects_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_outbox_subjects_outbox_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "outbox_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "reminder_digests",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    local_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    has_leader_part = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_human_resources_part = table.Column<bool>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_digests", x => new { x.person_id, x.local_date });
                    table.ForeignKey(
                        name: "fk_reminder_digests_outbox_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "outbox_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_reminder_digests_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "reminder_steps",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_steps", x => new { x.assignment_id, x.kind });
                    table.ForeignKey(
                        name: "fk_reminder_steps_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_reminder_steps_outbox_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "outbox_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assignment_records_assignment_id_revision",
                table: "assignment_records",
                columns: new[] { "assignment_id", "revision" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_assignment_records_programme_id_cycle_key",
                table: "assignment_records",
                columns: new[] { "programme_id", "cycle_key" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_election_choices_election_event_id",
                table: "election_choices",
                column: "election_event_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_election_events_key",
                table: "election_events",
                column: "key",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_job_started_at_id",
                table: "job_runs",
                columns: new[] { "job", "started_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_started_at_id",
                table: "job_runs",
                columns: new[] { "started_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_agency_id_created_at",
                table: "outbox_messages",
                columns: new[] { "agency_id", "created_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_key",
                table: "outbox_messages",
                column: "key",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_person_id",
                table: "outbox_messages",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_not_before",
                table: "outbox_messages",
                columns: new[] { "state", "not_before" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_subjects_assignment_id",
                table: "outbox_subjects",
                column: "assignment_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_reminder_digests_local_date",
                table: "reminder_digests",
                column: "local_date"
            );

            migrationBuilder.CreateIndex(
                name: "ix_reminder_digests_message_id",
                table: "reminder_digests",
                column: "message_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_reminder_steps_message_id",
                table: "reminder_steps",
                column: "message_id"
            );

            migrationBuilder.RecordWhatThereIs();
            migrationBuilder.ProtectAppendOnlyTables("assignment_records");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "assignment_records");

            migrationBuilder.DropTable(name: "election_choices");

            migrationBuilder.DropTable(name: "election_polling_days");

            migrationBuilder.DropTable(name: "job_runs");

            migrationBuilder.DropTable(name: "outbox_subjects");

            migrationBuilder.DropTable(name: "refreshed_modules");

            migrationBuilder.DropTable(name: "reminder_digests");

            migrationBuilder.DropTable(name: "reminder_steps");

            migrationBuilder.DropTable(name: "election_events");

            migrationBuilder.DropTable(name: "outbox_messages");

            migrationBuilder.DropColumn(name: "window", table: "programmes");

            migrationBuilder.DropColumn(name: "refreshed_slug", table: "drawn_scenarios");

            migrationBuilder.DropColumn(name: "promised_until", table: "assignments");

            migrationBuilder.DropColumn(name: "revision", table: "assignments");
        }
    }
}
