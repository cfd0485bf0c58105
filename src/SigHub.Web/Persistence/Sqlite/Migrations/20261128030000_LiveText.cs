using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Sqlite.Migrations
{
    /// <summary>Each change of the words of minutes, and how often they changed.</summary>
    [DbContext(typeof(SqliteDb))]
    [Migration("20261128030000_LiveText")]
    public sealed class LiveText : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "text_version",
                table: "meetings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0
            );
            migrationBuilder.CreateTable(
                name: "minutes_edits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text_version = table.Column<int>(type: "INTEGER", nullable: false),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pen = table.Column<Guid>(type: "TEXT", nullable: false),
                    stroke = table.Column<int>(type: "INTEGER", nullable: false),
                    change = table.Column<string>(type: "TEXT", nullable: false),
                    removed = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_edits", x => x.id);
                    table.ForeignKey(
                        name: "fk_minutes_edits_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );
            migrationBuilder.CreateIndex("ix_minutes_edits_told_at", "minutes_edits", "told_at");
            migrationBuilder.CreateIndex(
                "ix_minutes_edits_meeting_id_text_version",
                "minutes_edits",
                ["meeting_id", "text_version"],
                unique: true
            );
            migrationBuilder.CreateIndex(
                "ix_minutes_edits_meeting_id_pen_stroke",
                "minutes_edits",
                ["meeting_id", "pen", "stroke"],
                unique: true
            );
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable("minutes_edits");
            migrationBuilder.Sql("ALTER TABLE meetings DROP COLUMN text_version");
        }
    }
}
