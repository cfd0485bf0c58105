using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Persistence.Sqlite;

/// <summary>The model on SQLite.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : SigHubDb(options);
