using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Sqlite.Migrations
{
    /// <summary>
    /// An index on a part of a value: the source page and the visibility of documents look traces up by document. And search,
    /// which lives beside the tables. Written by hand, so that the tables before it can be made anew from the model.
    /// </summary>
    [DbContext(typeof(SqliteDb))]
    [Migration("20261121070000_WhatTheModelCannotSay")]
    public sealed class WhatTheModelCannotSay : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex("ix_traces_provenance_document_id", "traces", "provenance_document_id");
            migrationBuilder.CreateSearch();
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropSearch();
            migrationBuilder.DropIndex("ix_traces_provenance_document_id", "traces");
        }
    }
}
