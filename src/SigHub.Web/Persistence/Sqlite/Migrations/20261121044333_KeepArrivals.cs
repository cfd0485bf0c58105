using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeepArrivals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "arrivals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    choices = table.Column<string>(type: "TEXT", nullable: false),
                    problem = table.Column<string>(type: "TEXT", nullable: true),
                    records = table.Column<int>(type: "INTEGER", nullable: false),
                    to_look_at = table.Column<int>(type: "INTEGER", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    moved_in_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    put_away_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    taking_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taking_back_by_person_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrivals", x => x.id);
                    table.ForeignKey(
                        name: "fk_arrivals_people_by_person_id",
                        column: x => x.by_person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    entity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    noun_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    property = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true),
                    after = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_changes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_arrivals_by_person_id_at",
                table: "arrivals",
                columns: new[] { "by_person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_arrivals_document_id",
                table: "arrivals",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_arrivals_state_at",
                table: "arrivals",
                columns: new[] { "state", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_import_changes_document_id_order",
                table: "import_changes",
                columns: new[] { "document_id", "order" });

            migrationBuilder.CreateIndex(
                name: "ix_import_changes_noun_id",
                table: "import_changes",
                column: "noun_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "arrivals");

            migrationBuilder.DropTable(
                name: "import_changes");
        }
    }
}
