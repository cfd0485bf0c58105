using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Persistence.Postgres;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : SigHubDb(options);
