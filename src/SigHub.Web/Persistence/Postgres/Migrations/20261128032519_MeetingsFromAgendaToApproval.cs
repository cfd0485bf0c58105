using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Postgres.Migrations
{
    /// <summary>What a meeting needs before it and after it: planned agendas and a backlog, habits and a quorum, revisions and approval.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261128032519_MeetingsFromAgendaToApproval")]
    public sealed class MeetingsFromAgendaToApproval : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "approval_at",
                table: "meetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "approval_at_meeting_id",
                table: "meetings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "approval_by_person_id",
                table: "meetings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "approved_unless_by",
                table: "meetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "edition",
                table: "meetings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "series_day",
                table: "meetings",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "series_slot_id",
                table: "meetings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "agenda_template",
                table: "meeting_series",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "chosen_habits_notice",
                table: "groups",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "chosen_habits_publishes_drafts",
                table: "groups",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "chosen_habits_quiet_days",
                table: "groups",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chosen_habits_style",
                table: "groups",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chosen_habits_template",
                table: "groups",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "quorum_is_more",
                table: "groups",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "quorum_of",
                table: "groups",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "quorum_part",
                table: "groups",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "minutes",
                table: "agenda_items",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_name",
                table: "agenda_items",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_person_id",
                table: "agenda_items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "url",
                table: "agenda_items",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "minutes_revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    by_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    left_by_meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    by_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    answer_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answer_by_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer_declined = table.Column<string>(type: "text", nullable: true),
                    answer_meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    owner_person_id = table.Column<Guid>(type: "uuid", nullable: true)
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

            migrationBuilder.DropColumn(
                name: "approval_at",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "approval_at_meeting_id",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "approval_by_person_id",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "approved_unless_by",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "edition",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "series_day",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "series_slot_id",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "agenda_template",
                table: "meeting_series");

            migrationBuilder.DropColumn(
                name: "chosen_habits_notice",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "chosen_habits_publishes_drafts",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "chosen_habits_quiet_days",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "chosen_habits_style",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "chosen_habits_template",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "quorum_is_more",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "quorum_of",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "quorum_part",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "minutes",
                table: "agenda_items");

            migrationBuilder.DropColumn(
                name: "owner_name",
                table: "agenda_items");

            migrationBuilder.DropColumn(
                name: "owner_person_id",
                table: "agenda_items");

            migrationBuilder.DropColumn(
                name: "url",
                table: "agenda_items");
        }
    }
}
