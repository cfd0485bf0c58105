using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SigHub.Web.Persistence.Postgres.Migrations
{
    /// <summary>A spelling of a name that only one group uses is seen by whoever sees the group.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261128165429_NamesOfOneGroup")]
    public sealed class NamesOfOneGroup : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "group_id", table: "person_aliases", type: "uuid", nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(name: "group_id", table: "person_aliases");
        }
    }
}
