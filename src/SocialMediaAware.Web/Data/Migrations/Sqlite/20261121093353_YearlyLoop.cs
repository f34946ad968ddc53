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
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "promised_until",
                table: "assignments",
                type: "TEXT",
                nullable: true);

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
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_election_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "election_choices",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    election_event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    chosen_by_account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    chosen_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_election_choices", x => new { x.agency_id, x.election_event_id });
                    table.ForeignKey(
                        name: "fk_election_choices_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_election_choices_election_events_election_event_id",
                        column: x => x.election_event_id,
                        principalTable: "election_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    by_account_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_election_polling_days", x => new { x.election_event_id, x.number });
                    table.ForeignKey(
                        name: "fk_election_polling_days_election_events_election_event_id",
                        column: x => x.election_event_id,
                        principalTable: "election_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_election_choices_election_event_id",
                table: "election_choices",
                column: "election_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_election_events_key",
                table: "election_events",
                column: "key",
                unique: true);

            migrationBuilder.ProtectAppendOnlyTables();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "election_choices");

            migrationBuilder.DropTable(
                name: "election_polling_days");

            migrationBuilder.DropTable(
                name: "election_events");

            migrationBuilder.DropColumn(
                name: "window",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "promised_until",
                table: "assignments");
        }
    }
}
