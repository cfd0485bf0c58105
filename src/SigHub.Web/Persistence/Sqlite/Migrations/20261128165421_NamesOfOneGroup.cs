using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Sqlite.Migrations
{
    /// <summary>A spelling of a name that only one group uses is seen by whoever sees the group.</summary>
    [DbContext(typeof(SqliteDb))]
    [Migration("20261128165421_NamesOfOneGroup")]
    public sealed class NamesOfOneGroup : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "group_id", table: "person_aliases", type: "TEXT", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE person_aliases DROP COLUMN group_id");
        }
    }
}
