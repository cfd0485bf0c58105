using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// Writes down who wrote minutes: a fact for everybody who did, once they pause, at the latest after a quarter of an hour.
/// Nobody asks for it; a service does, on each node, and no two of them write the same down.
/// </summary>
public sealed class RecordWriting(IDbContextFactory<SigHubDb> dbs, TimeProvider clock)
{
    /// <summary>How long changes are kept one by one: for a laptop that wakes up after a holiday.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(15);

    public async Task Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (paused, begun, old) = (clock.UtcNow() - s_pause, clock.UtcNow() - s_longest, clock.UtcNow() - Kept);
        var meetings = await db
            .MinutesEdits.Where(edit => edit.ToldAt == null)
            .GroupBy(edit => edit.MeetingId)
            .Where(edits => edits.Max(edit => edit.At) <= paused || edits.Min(edit => edit.At) <= begun)
            .Select(edits => edits.Key)
            .ToListAsync(stop);
        foreach (var meeting in meetings)
            await Record(meeting, stop);

        await db.MinutesEdits.Where(edit => edit.At < old && edit.ToldAt != null).ExecuteDeleteAsync(stop);
    }

    /// <summary>A draft somebody may go back to.</summary>
    private static async Task Keep(SigHubDb db, Meeting meeting, Guid byPersonId, DateTime now, CancellationToken stop)
    {
        var latest = await db
            .Revisions.Where(revision => revision.MeetingId == meeting.Id)
            .OrderByDescending(revision => revision.Number)
            .FirstOrDefaultAsync(stop);
        if (latest?.Text != meeting.Text && latest?.GoesOn(meeting, byPersonId, now) != true)
            db.Revisions.Add(MinutesRevision.OfWriting(meeting, byPersonId, latest, now));
    }

    private async Task Record(Guid meetingId, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var meeting = await db
            .Meetings.AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleOrDefaultAsync(one => one.Id == meetingId, stop);
        if (meeting is null)
            return;

        var edits = db.MinutesEdits.Where(edit => edit.MeetingId == meetingId);
        var untold = edits.Where(edit => edit.ToldAt == null && edit.TextVersion <= meeting.TextVersion);
        var since = await edits
            .AsNoTracking()
            .Where(edit => edit.TextVersion >= untold.Min(one => one.TextVersion))
            .Where(edit => edit.TextVersion <= meeting.TextVersion)
            .OrderByDescending(edit => edit.TextVersion)
            .ToListAsync(stop);
        var typed = since.Where(edit => edit.ToldAt is null).ToList();
        var now = clock.UtcNow();
        if (await untold.ExecuteUpdateAsync(set => set.SetProperty(edit => edit.ToldAt, now), stop) != typed.Count)
            return;

        var isWhole = since.Count > 0 && since.Count == meeting.TextVersion - since[^1].TextVersion + 1;
        var before = isWhole
            ? since.Aggregate(meeting.LiveText, (text, edit) => edit.TakeBack(text))
            : meeting.LiveText;
        foreach (var by in typed.GroupBy(edit => edit.ByPersonId))
            db.Record(meeting.Wrote(by.Key, before, by.Max(edit => edit.At)));
        if (typed.Count > 0 && !meeting.IsFinal)
            await Keep(db, meeting, typed[0].ByPersonId, now, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}

/// <summary>Runs <see cref="RecordWriting"/> now and then.</summary>
public sealed class KeepRecordingWriting(RecordWriting record, TimeProvider clock, ILogger<KeepRecordingWriting> log)
    : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await record.Run(stoppingToken);
            }
            catch (Exception reason) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(reason, "Who wrote minutes could not be written down; trying again");
            }
        }
    }
}
