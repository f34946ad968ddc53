using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialMediaAware.Web.Data.Migrations.Postgres
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
                type: "character varying(11)",
                maxLength: 11,
                nullable: true
            );

            migrationBuilder.AddColumn<DateOnly>(
                name: "promised_until",
                table: "assignments",
                type: "date",
                nullable: true
            );

            migrationBuilder.ProtectAppendOnlyTables();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "window", table: "programmes");

            migrationBuilder.DropColumn(name: "promised_until", table: "assignments");
        }
    }
}
