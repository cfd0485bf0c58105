using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WhoIsWho : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "people",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "former_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    group_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    meeting_address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_addresses", x => x.id);
                    table.ForeignKey(
                        name: "fk_former_addresses_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_former_addresses_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_granted = table.Column<bool>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_claims_people_by_person_id",
                        column: x => x.by_person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_claims_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gone_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kept_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gone_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    alias_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_merges_people_gone_id",
                        column: x => x.gone_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_person_merges_people_kept_id",
                        column: x => x.kept_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "moved_references",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moved_references", x => new { x.merge_id, x.place, x.record_id });
                    table.ForeignKey(
                        name: "fk_moved_references_person_merges_merge_id",
                        column: x => x.merge_id,
                        principalTable: "person_merges",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_people_merged_into_id",
                table: "people",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_addresses_group_id",
                table: "former_addresses",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_addresses_meeting_id",
                table: "former_addresses",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_former_addresses_slug",
                table: "former_addresses",
                column: "slug");

            migrationBuilder.CreateIndex(
                name: "ix_person_claims_by_person_id",
                table: "person_claims",
                column: "by_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_claims_person_id",
                table: "person_claims",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_gone_id",
                table: "person_merges",
                column: "gone_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_kept_id",
                table: "person_merges",
                column: "kept_id");

            migrationBuilder.AddForeignKey(
                name: "fk_people_people_merged_into_id",
                table: "people",
                column: "merged_into_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_people_people_merged_into_id",
                table: "people");

            migrationBuilder.DropTable(
                name: "former_addresses");

            migrationBuilder.DropTable(
                name: "moved_references");

            migrationBuilder.DropTable(
                name: "person_claims");

            migrationBuilder.DropTable(
                name: "person_merges");

            migrationBuilder.DropIndex(
                name: "ix_people_merged_into_id",
                table: "people");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "people");
        }
    }
}
