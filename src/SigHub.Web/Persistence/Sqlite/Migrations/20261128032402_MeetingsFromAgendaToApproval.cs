using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Sqlite.Migrations
{
    /// <summary>What a meeting needs before it and after it: planned agendas and a backlog, habits and a quorum, revisions and approval.</summary>
    [DbContext(typeof(SqliteDb))]
    [Migration("20261128032402_MeetingsFromAgendaToApproval")]
    public sealed class MeetingsFromAgendaToApproval : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "approval_at",
                table: "meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "approval_at_meeting_id",
                table: "meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "approval_by_person_id",
                table: "meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "approved_unless_by",
                table: "meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "edition",
                table: "meetings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "series_day",
                table: "meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "series_slot_id",
                table: "meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agenda_template",
                table: "meeting_series",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "chosen_habits_notice",
                table: "groups",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "chosen_habits_publishes_drafts",
                table: "groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "chosen_habits_quiet_days",
                table: "groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chosen_habits_style",
                table: "groups",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chosen_habits_template",
                table: "groups",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "quorum_is_more",
                table: "groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "quorum_of",
                table: "groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "quorum_part",
                table: "groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "agenda_items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_name",
                table: "agenda_items",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_person_id",
                table: "agenda_items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "url",
                table: "agenda_items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "minutes_revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_revisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_minutes_revisions_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_minutes_revisions_people_by_person_id",
                        column: x => x.by_person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    for_meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    left_by_meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    url = table.Column<string>(type: "TEXT", nullable: true),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    answer_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answer_by_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answer_declined = table.Column<string>(type: "TEXT", nullable: true),
                    answer_meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    owner_person_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => x.id);
                    table.ForeignKey(
                        name: "fk_topics_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_topics_meetings_for_meeting_id",
                        column: x => x.for_meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_topics_meetings_left_by_meeting_id",
                        column: x => x.left_by_meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_topics_people_by_person_id",
                        column: x => x.by_person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_minutes_revisions_by_person_id",
                table: "minutes_revisions",
                column: "by_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_minutes_revisions_meeting_id_number",
                table: "minutes_revisions",
                columns: new[] { "meeting_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_topics_by_person_id",
                table: "topics",
                column: "by_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_topics_for_meeting_id",
                table: "topics",
                column: "for_meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_topics_group_id",
                table: "topics",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_topics_left_by_meeting_id",
                table: "topics",
                column: "left_by_meeting_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "minutes_revisions");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN approval_at");

            migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN approval_at_meeting_id");

            migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN approval_by_person_id");

            migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN approved_unless_by");

            migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN edition");

            migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN series_day");

            migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN series_slot_id");

            migrationBuilder.Sql("ALTER TABLE meeting_series DROP COLUMN agenda_template");

            migrationBuilder.Sql("ALTER TABLE groups DROP COLUMN chosen_habits_notice");

            migrationBuilder.Sql("ALTER TABLE groups DROP COLUMN chosen_habits_publishes_drafts");

            migrationBuilder.Sql("ALTER TABLE groups DROP COLUMN chosen_habits_quiet_days");

            migrationBuilder.Sql("ALTER TABLE groups DROP COLUMN chosen_habits_style");

            migrationBuilder.Sql("ALTER TABLE groups DROP COLUMN chosen_habits_template");

            migrationBuilder.Sql("ALTER TABLE groups DROP COLUMN quorum_is_more");

            migrationBuilder.Sql("ALTER TABLE groups DROP COLUMN quorum_of");

            migrationBuilder.Sql("ALTER TABLE groups DROP COLUMN quorum_part");

            migrationBuilder.Sql("ALTER TABLE agenda_items DROP COLUMN minutes");

            migrationBuilder.Sql("ALTER TABLE agenda_items DROP COLUMN owner_name");

            migrationBuilder.Sql("ALTER TABLE agenda_items DROP COLUMN owner_person_id");

            migrationBuilder.Sql("ALTER TABLE agenda_items DROP COLUMN url");
        }
    }
}
