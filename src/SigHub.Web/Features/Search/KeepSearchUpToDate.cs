using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Features.Search;

/// <summary>
/// Makes findable what changed, soon after it did, so that whoever searches next need not wait for it. What fails is tried
/// again a moment later, and by whoever searches.
/// </summary>
public sealed partial class KeepSearchUpToDate(
    IDbContextFactory<SigHubDb> dbs,
    TimeProvider clock,
    ILogger<KeepSearchUpToDate> log
) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var db = await dbs.CreateDbContextAsync(stoppingToken);
                if (await db.BringSearchUpToDate(stoppingToken) is > 0 and var made)
                    LogMade(made);
            }
            catch (Exception reason) when (reason is DbException or DbUpdateException or InvalidOperationException)
            {
                LogFailed(reason);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Made {Count} records findable")]
    private partial void LogMade(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Search could not be brought up to date; trying again")]
    private partial void LogFailed(Exception reason);
}
