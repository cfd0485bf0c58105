namespace SigHub.Web.Features.Imports;

/// <summary>Wakes the queue of this node; the others look by themselves.</summary>
public sealed class ImportBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    public Task Heard(TimeSpan atMost, CancellationToken stop) => _rung.WaitAsync(atMost, stop);

    public void Dispose() => _rung.Dispose();
}

/// <summary>
/// Works the queue of brought documents. The queue is in the database and a step of it is a transaction, so that a node that
/// dies loses nothing and leaves nothing half done: whoever looks next takes the document again.
/// </summary>
public sealed class ImportQueue(IServiceScopeFactory scopes, ImportBell bell, ILogger<ImportQueue> log)
    : BackgroundService
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkUntilEmpty(stoppingToken);
            }
            catch (Exception reason) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(reason, "The import queue stumbled; it goes on in a moment");
            }

            await bell.Heard(s_lookAgain, stoppingToken);
        }
    }

    private async Task WorkUntilEmpty(CancellationToken stop)
    {
        for (var worked = true; worked; )
        {
            await using var scope = scopes.CreateAsyncScope();
            worked = await scope.ServiceProvider.GetRequiredService<WorkOnNext>().Run(stop);
        }
    }
}
