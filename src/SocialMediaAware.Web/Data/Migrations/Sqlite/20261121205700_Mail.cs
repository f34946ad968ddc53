using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialMediaAware.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Mail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "reminder_steps",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "outbox_messages",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Reminder"
            );

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "outbox_messages",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "en-NZ"
            );

            migrationBuilder.AddColumn<string>(
                name: "sealed_secret",
                table: "outbox_messages",
                type: "TEXT",
                maxLength: 400,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "template",
                table: "outbox_messages",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "digest"
            );

            migrationBuilder.CreateTable(
                name: "mail_alarms",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expected = table.Column<int>(type: "INTEGER", nullable: false),
                    raised_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    mailed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mailed = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_alarms", x => new { x.agency_id, x.day });
                    table.ForeignKey(
                        name: "fk_mail_alarms_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "mail_holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    held_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    held_by_account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    released_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    released_by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_holds", x => x.id);
                    table.ForeignKey(
                        name: "fk_mail_holds_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "refused_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    refused_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    cleared_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cleared_by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refused_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_refused_addresses_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "reminder_changes",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_reminder_changes",
                        x => new { x.assignment_id, x.message_id }
                    );
                    table.ForeignKey(
                        name: "fk_reminder_changes_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_reminder_changes_outbox_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "outbox_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_state_state_at",
                table: "outbox_messages",
                columns: new[] { "state", "state_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_alarms_day",
                table: "mail_alarms",
                column: "day"
            );

            migrationBuilder.CreateIndex(
                name: "ix_mail_holds_agency_id",
                table: "mail_holds",
                column: "agency_id",
                unique: true,
                filter: "released_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_refused_addresses_person_id_address",
                table: "refused_addresses",
                columns: new[] { "person_id", "address" },
                unique: true,
                filter: "cleared_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_reminder_changes_message_id",
                table: "reminder_changes",
                column: "message_id"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "mail_alarms");

            migrationBuilder.DropTable(name: "mail_holds");

            migrationBuilder.DropTable(name: "refused_addresses");

            migrationBuilder.DropTable(name: "reminder_changes");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_state_state_at",
                table: "outbox_messages"
            );

            migrationBuilder.DropColumn(name: "due_on", table: "reminder_steps");

            migrationBuilder.DropColumn(name: "kind", table: "outbox_messages");

            migrationBuilder.DropColumn(name: "language", table: "outbox_messages");

            migrationBuilder.DropColumn(name: "sealed_secret", table: "outbox_messages");

            migrationBuilder.DropColumn(name: "template", table: "outbox_messages");
        }
    }
}
