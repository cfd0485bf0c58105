using System.Threading.Channels;
using Npgsql;

namespace SigHub.Web.Persistence.Postgres;

/// <summary>
/// Rings through PostgreSQL's LISTEN and NOTIFY; in this node at once, and there too while the database is away. It holds two
/// connections, from the first word on.
/// </summary>
public sealed class PostgresBell(string connectionString, ILogger<PostgresBell> log) : Bell, IAsyncDisposable
{
    private const string Name = "sighub";
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _once = new();
    private readonly Channel<string> _outgoing = Channel.CreateBounded<string>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest }
    );
    private Task? _work;

    public override void Ring(string word)
    {
        Begin();
        Hear(word);
        _outgoing.Writer.TryWrite(word);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await (_work ?? Task.CompletedTask);
        _stopping.Dispose();
    }

    protected override void Begin()
    {
        lock (_once)
            _work ??= Task.WhenAll(KeepOn(Listen), KeepOn(Tell));
    }

    private async Task KeepOn(Func<CancellationToken, Task> work)
    {
        await Task.Yield();
        var stop = _stopping.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await work(stop);
            }
            catch (Exception reason) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(reason, "The other nodes cannot be heard just now; trying again");
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(s_pause, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        await using var connection = await Open(stop);
        connection.Notification += (_, said) =>
        {
            if (said.Payload.Split(' ', 2) is [var node, var word] && node != _node)
                Hear(word);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Name}", connection))
            await listen.ExecuteNonQueryAsync(stop);
        while (true)
            await connection.WaitAsync(stop);
    }

    private async Task Tell(CancellationToken stop)
    {
        await using var connection = await Open(stop);
        await foreach (var word in _outgoing.Reader.ReadAllAsync(stop))
        {
            await using var tell = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection)
            {
                Parameters =
                {
                    new() { Value = Name },
                    new() { Value = $"{_node} {word}" },
                },
            };
            await tell.ExecuteNonQueryAsync(stop);
        }
    }

    private async Task<NpgsqlConnection> Open(CancellationToken stop)
    {
        // Of their own: a connection that waits for hours is none for a pool.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 15 };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }
}
