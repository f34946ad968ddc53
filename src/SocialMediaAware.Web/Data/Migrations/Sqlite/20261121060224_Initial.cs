using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialMediaAware.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agencies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    short_name = table.Column<string>(
                        type: "TEXT",
                        maxLength: 200,
                        nullable: false
                    ),
                    name_in_maori = table.Column<string>(
                        type: "TEXT",
                        maxLength: 200,
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    action = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    detail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    leaf = table.Column<byte[]>(type: "BLOB", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => x.index);
                }
            );

            migrationBuilder.CreateTable(
                name: "ledger_heads",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    range = table.Column<byte[]>(type: "BLOB", nullable: false),
                    checkpoint = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_heads", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ledger_nodes",
                columns: table => new
                {
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_nodes", x => x.place);
                }
            );

            migrationBuilder.CreateTable(
                name: "one_time_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    secret_hash = table.Column<byte[]>(
                        type: "BLOB",
                        maxLength: 32,
                        nullable: false
                    ),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_one_time_links", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    first_appeared_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "published_module_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                    minor = table.Column<int>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<byte[]>(
                        type: "BLOB",
                        maxLength: 32,
                        nullable: false
                    ),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    first_served_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_module_texts", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "published_scenario_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    scenario_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    first_served_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_scenario_texts", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    audience_kinds = table.Column<string>(
                        type: "TEXT",
                        maxLength: 100,
                        nullable: false
                    ),
                    due_in_working_days = table.Column<int>(type: "INTEGER", nullable: false),
                    launched_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "rule_confirmations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                    consulted = table.Column<string>(
                        type: "TEXT",
                        maxLength: 1000,
                        nullable: false
                    ),
                    confirmed_by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rule_confirmations", x => x.id);
                    table.ForeignKey(
                        name: "fk_rule_confirmations_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "scenario_tallies",
                columns: table => new
                {
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    scenario_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    cycle_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    option_index = table.Column<int>(type: "INTEGER", nullable: false),
                    is_first_answer = table.Column<bool>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_scenario_tallies",
                        x => new
                        {
                            x.agency_id,
                            x.module_slug,
                            x.scenario_slug,
                            x.hash,
                            x.cycle_key,
                            x.option_index,
                            x.is_first_answer,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_scenario_tallies_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_units", x => x.id);
                    table.ForeignKey(
                        name: "fk_units_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    disabled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(
                        type: "TEXT",
                        maxLength: 256,
                        nullable: true
                    ),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(
                        type: "TEXT",
                        maxLength: 256,
                        nullable: true
                    ),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(
                        type: "TEXT",
                        maxLength: 256,
                        nullable: true
                    ),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "exemptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason_code = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: false
                    ),
                    given_by_account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holds_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    unlearnt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exemptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_exemptions_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "leaderships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    leader_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_acting = table.Column<bool>(type: "INTEGER", nullable: false),
                    holds_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    unlearnt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leaderships", x => x.id);
                    table.ForeignKey(
                        name: "fk_leaderships_people_leader_id",
                        column: x => x.leader_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_leaderships_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "leaves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    holds_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    unlearnt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leaves", x => x.id);
                    table.ForeignKey(
                        name: "fk_leaves_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "obligations_missed",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    obligation_id = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: false
                    ),
                    last_missed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_obligations_missed",
                        x => new
                        {
                            x.person_id,
                            x.module_slug,
                            x.obligation_id,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_obligations_missed_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "opened_sections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    section_id = table.Column<string>(
                        type: "TEXT",
                        maxLength: 120,
                        nullable: false
                    ),
                    text_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opened_sections", x => x.id);
                    table.ForeignKey(
                        name: "fk_opened_sections_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "person_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    holds_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    unlearnt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_names", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_names_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "scenarios_met",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    scenario_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    last_met_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_scenarios_met",
                        x => new
                        {
                            x.person_id,
                            x.module_slug,
                            x.scenario_slug,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_scenarios_met_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
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
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    declined_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    held_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignments_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_assignments_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "programme_modules",
                columns: table => new
                {
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_programme_modules",
                        x => new { x.programme_id, x.module_slug }
                    );
                    table.ForeignKey(
                        name: "fk_programme_modules_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "programme_statements",
                columns: table => new
                {
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_programme_statements",
                        x => new { x.programme_id, x.kind }
                    );
                    table.ForeignKey(
                        name: "fk_programme_statements_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "placements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    position = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    employee_number = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: true
                    ),
                    feed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    holds_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    unlearnt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.id);
                    table.ForeignKey(
                        name: "fk_placements_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_placements_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "unit_facts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    parent_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holds_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    holds_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    learnt_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    unlearnt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_facts", x => x.id);
                    table.ForeignKey(
                        name: "fk_unit_facts_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    id = table
                        .Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claims_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(
                        type: "TEXT",
                        maxLength: 128,
                        nullable: false
                    ),
                    provider_key = table.Column<string>(
                        type: "TEXT",
                        maxLength: 128,
                        nullable: false
                    ),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_account_logins",
                        x => new { x.login_provider, x.provider_key }
                    );
                    table.ForeignKey(
                        name: "fk_account_logins_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "account_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(
                        type: "BLOB",
                        maxLength: 1024,
                        nullable: false
                    ),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_account_passkeys_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(
                        type: "TEXT",
                        maxLength: 128,
                        nullable: false
                    ),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_account_tokens",
                        x => new
                        {
                            x.user_id,
                            x.login_provider,
                            x.name,
                        }
                    );
                    table.ForeignKey(
                        name: "fk_account_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "role_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    granted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    granted_by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_by_account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_grants", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_grants_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_role_grants_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "assignment_modules",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_assignment_modules",
                        x => new { x.assignment_id, x.module_slug }
                    );
                    table.ForeignKey(
                        name: "fk_assignment_modules_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "attestations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_name_then = table.Column<string>(
                        type: "TEXT",
                        maxLength: 200,
                        nullable: false
                    ),
                    typed_name = table.Column<string>(
                        type: "TEXT",
                        maxLength: 250,
                        nullable: false
                    ),
                    statement_text = table.Column<string>(
                        type: "TEXT",
                        maxLength: 20000,
                        nullable: false
                    ),
                    salt = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    quiz_evidence_hash = table.Column<byte[]>(
                        type: "BLOB",
                        maxLength: 32,
                        nullable: false
                    ),
                    authentication_method = table.Column<string>(
                        type: "TEXT",
                        maxLength: 32,
                        nullable: false
                    ),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ledger_index = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attestations", x => x.id);
                    table.ForeignKey(
                        name: "fk_attestations_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_attestations_ledger_entries_ledger_index",
                        column: x => x.ledger_index,
                        principalTable: "ledger_entries",
                        principalColumn: "index",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_attestations_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    module_slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    section_id = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    waiting_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_questions_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_questions_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "quiz_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                    minor = table.Column<int>(type: "INTEGER", nullable: false),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    passed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quiz_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_quiz_attempts_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                    table.ForeignKey(
                        name: "fk_quiz_attempts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                    minor = table.Column<int>(type: "INTEGER", nullable: false),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_section_id = table.Column<string>(
                        type: "TEXT",
                        maxLength: 120,
                        nullable: false
                    ),
                    last_seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readings", x => x.id);
                    table.ForeignKey(
                        name: "fk_readings_assignments_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "attestation_modules",
                columns: table => new
                {
                    attestation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    module_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    major = table.Column<int>(type: "INTEGER", nullable: false),
                    minor = table.Column<int>(type: "INTEGER", nullable: false),
                    content_hash = table.Column<byte[]>(
                        type: "BLOB",
                        maxLength: 32,
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_attestation_modules",
                        x => new { x.attestation_id, x.module_slug }
                    );
                    table.ForeignKey(
                        name: "fk_attestation_modules_attestations_attestation_id",
                        column: x => x.attestation_id,
                        principalTable: "attestations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "question_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    question_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_from_asker = table.Column<bool>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_question_messages_questions_question_id",
                        column: x => x.question_id,
                        principalTable: "questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "drawn_scenarios",
                columns: table => new
                {
                    attempt_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    scenario_slug = table.Column<string>(
                        type: "TEXT",
                        maxLength: 80,
                        nullable: false
                    ),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    obligation_id = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: false
                    ),
                    is_first_meeting = table.Column<bool>(type: "INTEGER", nullable: false),
                    option_order = table.Column<string>(type: "TEXT", nullable: true),
                    selected_options = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drawn_scenarios", x => new { x.attempt_id, x.position });
                    table.ForeignKey(
                        name: "fk_drawn_scenarios_quiz_attempts_attempt_id",
                        column: x => x.attempt_id,
                        principalTable: "quiz_attempts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "obligation_standings",
                columns: table => new
                {
                    attempt_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    obligation_id = table.Column<string>(
                        type: "TEXT",
                        maxLength: 40,
                        nullable: false
                    ),
                    misses = table.Column<int>(type: "INTEGER", nullable: false),
                    is_answered_right = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_explained = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_obligation_standings",
                        x => new { x.attempt_id, x.obligation_id }
                    );
                    table.ForeignKey(
                        name: "fk_obligation_standings_quiz_attempts_attempt_id",
                        column: x => x.attempt_id,
                        principalTable: "quiz_attempts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_account_claims_user_id",
                table: "account_claims",
                column: "user_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_account_logins_user_id",
                table: "account_logins",
                column: "user_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_account_passkeys_user_id",
                table: "account_passkeys",
                column: "user_id"
            );

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "accounts",
                column: "normalized_email"
            );

            migrationBuilder.CreateIndex(
                name: "ix_accounts_person_id",
                table: "accounts",
                column: "person_id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "accounts",
                column: "normalized_user_name",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_agencies_slug",
                table: "agencies",
                column: "slug",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assignments_person_id_programme_id_agency_id_cycle_key",
                table: "assignments",
                columns: new[] { "person_id", "programme_id", "agency_id", "cycle_key" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_assignments_programme_id_due_on",
                table: "assignments",
                columns: new[] { "programme_id", "due_on" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_attestations_assignment_id",
                table: "attestations",
                column: "assignment_id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_attestations_ledger_index",
                table: "attestations",
                column: "ledger_index",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_attestations_person_id_signed_at",
                table: "attestations",
                columns: new[] { "person_id", "signed_at" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_agency_id_action_at_id",
                table: "audit_entries",
                columns: new[] { "agency_id", "action", "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_agency_id_at_id",
                table: "audit_entries",
                columns: new[] { "agency_id", "at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_exemptions_person_id",
                table: "exemptions",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_leaderships_leader_id",
                table: "leaderships",
                column: "leader_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_leaderships_person_id",
                table: "leaderships",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_leaves_person_id",
                table: "leaves",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_one_time_links_secret_hash",
                table: "one_time_links",
                column: "secret_hash",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_opened_sections_person_id_text_hash",
                table: "opened_sections",
                columns: new[] { "person_id", "text_hash" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_people_email", table: "people", column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_person_names_person_id",
                table: "person_names",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_placements_agency_id_employee_number",
                table: "placements",
                columns: new[] { "agency_id", "employee_number" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_placements_agency_id_unit_id",
                table: "placements",
                columns: new[] { "agency_id", "unit_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_placements_person_id",
                table: "placements",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_placements_unit_id",
                table: "placements",
                column: "unit_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_programmes_agency_id_key",
                table: "programmes",
                columns: new[] { "agency_id", "key" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_published_module_texts_module_slug_major_minor",
                table: "published_module_texts",
                columns: new[] { "module_slug", "major", "minor" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_published_scenario_texts_module_slug_scenario_slug_hash",
                table: "published_scenario_texts",
                columns: new[] { "module_slug", "scenario_slug", "hash" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_question_messages_question_id",
                table: "question_messages",
                column: "question_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_questions_agency_id_waiting_since",
                table: "questions",
                columns: new[] { "agency_id", "waiting_since" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_questions_assignment_id",
                table: "questions",
                column: "assignment_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_questions_person_id",
                table: "questions",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_quiz_attempts_assignment_id_module_slug_major_minor",
                table: "quiz_attempts",
                columns: new[] { "assignment_id", "module_slug", "major", "minor" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_quiz_attempts_person_id",
                table: "quiz_attempts",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_readings_assignment_id_module_slug",
                table: "readings",
                columns: new[] { "assignment_id", "module_slug" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_account_id",
                table: "role_grants",
                column: "account_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_agency_id_role_account_id",
                table: "role_grants",
                columns: new[] { "agency_id", "role", "account_id" },
                unique: true,
                filter: "revoked_at IS NULL"
            );

            migrationBuilder.CreateIndex(
                name: "ix_rule_confirmations_agency_id_module_slug_major",
                table: "rule_confirmations",
                columns: new[] { "agency_id", "module_slug", "major" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_sessions_account_id",
                table: "sessions",
                column: "account_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_sessions_started_at",
                table: "sessions",
                column: "started_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_unit_facts_agency_id_unit_id",
                table: "unit_facts",
                columns: new[] { "agency_id", "unit_id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_unit_facts_unit_id",
                table: "unit_facts",
                column: "unit_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_units_agency_id",
                table: "units",
                column: "agency_id"
            );

            migrationBuilder.ProtectAppendOnlyTables();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "account_claims");

            migrationBuilder.DropTable(name: "account_logins");

            migrationBuilder.DropTable(name: "account_passkeys");

            migrationBuilder.DropTable(name: "account_tokens");

            migrationBuilder.DropTable(name: "assignment_modules");

            migrationBuilder.DropTable(name: "attestation_modules");

            migrationBuilder.DropTable(name: "audit_entries");

            migrationBuilder.DropTable(name: "drawn_scenarios");

            migrationBuilder.DropTable(name: "exemptions");

            migrationBuilder.DropTable(name: "leaderships");

            migrationBuilder.DropTable(name: "leaves");

            migrationBuilder.DropTable(name: "ledger_heads");

            migrationBuilder.DropTable(name: "ledger_nodes");

            migrationBuilder.DropTable(name: "obligation_standings");

            migrationBuilder.DropTable(name: "obligations_missed");

            migrationBuilder.DropTable(name: "one_time_links");

            migrationBuilder.DropTable(name: "opened_sections");

            migrationBuilder.DropTable(name: "person_names");

            migrationBuilder.DropTable(name: "placements");

            migrationBuilder.DropTable(name: "programme_modules");

            migrationBuilder.DropTable(name: "programme_statements");

            migrationBuilder.DropTable(name: "published_module_texts");

            migrationBuilder.DropTable(name: "published_scenario_texts");

            migrationBuilder.DropTable(name: "question_messages");

            migrationBuilder.DropTable(name: "readings");

            migrationBuilder.DropTable(name: "role_grants");

            migrationBuilder.DropTable(name: "rule_confirmations");

            migrationBuilder.DropTable(name: "scenario_tallies");

            migrationBuilder.DropTable(name: "scenarios_met");

            migrationBuilder.DropTable(name: "sessions");

            migrationBuilder.DropTable(name: "unit_facts");

            migrationBuilder.DropTable(name: "attestations");

            migrationBuilder.DropTable(name: "quiz_attempts");

            migrationBuilder.DropTable(name: "questions");

            migrationBuilder.DropTable(name: "accounts");

            migrationBuilder.DropTable(name: "units");

            migrationBuilder.DropTable(name: "ledger_entries");

            migrationBuilder.DropTable(name: "assignments");

            migrationBuilder.DropTable(name: "people");

            migrationBuilder.DropTable(name: "programmes");

            migrationBuilder.DropTable(name: "agencies");
        }
    }
}
