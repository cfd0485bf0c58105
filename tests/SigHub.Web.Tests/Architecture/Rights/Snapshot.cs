using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SigHub.Web.Persistence;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Tests.Architecture.Rights;

/// <summary>
/// A database as it was, to tell whether anything in it has changed, and to put it back. What search derives, and keys that
/// cookies are sealed with, is no part of what anybody changes.
/// </summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private static readonly Type[] s_derived = [typeof(Findable), typeof(FindableChange), typeof(DataProtectionKey)];

    private static int s_kept;

    private readonly Hub _hub;
    private readonly SqliteConnection? _copy;
    private readonly IReadOnlyList<string> _tables;
    private readonly string _before;
    private string _back = "";

    private Snapshot(Hub hub, SqliteConnection? copy, IReadOnlyList<string> tables, string before) =>
        (_hub, _copy, _tables, _before) = (hub, copy, tables, before);

    public static Task<Snapshot> Of(Hub hub) =>
        hub.Look(async db =>
        {
            var sql = db.GetService<ISqlGenerationHelper>();
            string[] tables =
            [
                .. db
                    .Model.GetEntityTypes()
                    .Where(entity => !s_derived.Contains(entity.ClrType))
                    .Select(entity => entity.GetTableName())
                    .OfType<string>()
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(sql.DelimitIdentifier),
            ];
            var before = await Print(db, tables);
            if (!db.Database.IsSqlite())
            {
                var snapshot = new Snapshot(hub, copy: null, tables, before);
                await snapshot.KeepOnPostgres(db);
                return snapshot;
            }

            var copy = new SqliteConnection("Data Source=:memory:");
            await copy.OpenAsync();
            await using var live = new SqliteConnection(db.Database.GetConnectionString());
            await live.OpenAsync();
            live.BackupDatabase(copy);
            return new Snapshot(hub, copy, tables, before);
        });

    public Task<bool> IsAsBefore() => _hub.Look(async db => await Print(db, _tables) == _before);

    public Task PutBack() =>
        _hub.Look(async db =>
        {
            if (_copy is null)
                return await db.Database.ExecuteSqlRawAsync(_back);

            await using var live = new SqliteConnection(db.Database.GetConnectionString());
            await live.OpenAsync();
            _copy.BackupDatabase(live);
            return 0;
        });

    public async ValueTask DisposeAsync()
    {
        if (_copy is not null)
            await _copy.DisposeAsync();
    }

    /// <summary>The rows of a table in any order are the same rows.</summary>
    private static async Task<string> Print(SigHubDb db, IReadOnlyList<string> tables)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = string.Join(' ', tables.Select(table => $"SELECT * FROM {table};"));
        await using var reader = await command.ExecuteReaderAsync();
        var prints = new List<long>();
        do
        {
            long sum = 0;
            for (; await reader.ReadAsync(); sum = unchecked(sum + Row(reader)))
            {
                // The next row.
            }

            prints.Add(sum);
        } while (await reader.NextResultAsync());
        return string.Join(' ', prints);
    }

    private static long Row(DbDataReader reader)
    {
        var row = new HashCode();
        var length = 0;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetValue(i) is byte[] bytes)
                row.AddBytes(bytes);
            else
                row.Add(reader.GetValue(i));
            length += reader.IsDBNull(i) ? 1 : 2;
        }

        return (long)row.ToHashCode() * 1000 + length;
    }

    private async Task KeepOnPostgres(SigHubDb db)
    {
        var columns = await db
            .Database.SqlQueryRaw<Column>(
                """
                SELECT c.table_name AS "Table", c.column_name AS "Name"
                FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
                    AND c.table_name NOT LIKE '\_\_EF%'
                """
            )
            .ToListAsync();
        var tables = columns.ToLookup(column => $"\"{column.Table}\"", column => $"\"{column.Name}\"");
        var kept = $"kept_{Interlocked.Increment(ref s_kept)}";
        var keep = tables.Select(table =>
            $"CREATE TABLE {kept}.{table.Key} AS SELECT {string.Join(", ", table)} FROM public.{table.Key};"
        );
        var all = $"CREATE SCHEMA {kept}; {string.Join(' ', keep)}";
        await db.Database.ExecuteSqlRawAsync(all);
        var back = tables.Select(table =>
            $"DELETE FROM public.{table.Key}; INSERT INTO public.{table.Key} ({string.Join(", ", table)}) OVERRIDING SYSTEM VALUE SELECT {string.Join(", ", table)} FROM {kept}.{table.Key};"
        );
        _back = $"BEGIN; SET LOCAL session_replication_role = replica; {string.Join(' ', back)} COMMIT;";
    }

    private sealed record Column(string Table, string Name);
}
