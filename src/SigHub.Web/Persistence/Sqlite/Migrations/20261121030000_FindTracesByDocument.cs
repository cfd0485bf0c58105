using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Sqlite.Migrations
{
    /// <summary>
    /// The source page and the visibility of documents look traces up by document. Written by hand: the model cannot name an
    /// index on a part of a value.
    /// </summary>
    [DbContext(typeof(SqliteDb))]
    [Migration("20261121030000_FindTracesByDocument")]
    public sealed class FindTracesByDocument : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateIndex("ix_traces_provenance_document_id", "traces", "provenance_document_id");

        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.DropIndex("ix_traces_provenance_document_id", "traces");
    }
}
