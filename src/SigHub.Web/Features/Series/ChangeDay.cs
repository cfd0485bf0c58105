using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Series;

/// <summary>
/// One meeting of a series is skipped, moved, cancelled or takes place as usual again. A skipped one is not listed any more; a
/// cancelled one stands in the list of meetings with its reason. A meeting that was opened for the day goes with it.
/// </summary>
public sealed class ChangeDay(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="day">The day that the rule names.</param>
    /// <exception cref="ChangedMeanwhile">Somebody else changed it since it was seen.</exception>
    /// <exception cref="RuleBroken">The series, or the meeting of that day, says no.</exception>
    public async Task Run(Seen seen, Guid slotId, DateOnly day, Wanted wanted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var series = await db.SeriesAsSeen(actor, seen, stop);
        var now = clock.UtcNow();
        var opened = await db
            .Meetings.VisibleTo(actor.AsViewer())
            .SingleOrDefaultAsync(
                one => one.SeriesId == seen.Id && one.SeriesSlotId == slotId && one.SeriesDay == day,
                stop
            );

        switch (wanted)
        {
            case Skipped(var reason):
                db.Record(series.Skip(actor, slotId, day, reason, now));
                if (opened is { IsCancelled: false })
                    db.Record(opened.Cancel(actor, reason, now));
                break;
            case Moved(var toDay, var toTime, var reason):
                db.Record(series.Move(actor, slotId, day, toDay, toTime, reason, now));
                if (opened is { IsCancelled: false })
                    await MoveMeeting(db, actor, opened, toDay, toTime, now, stop);
                break;
            case Cancelled(var reason):
                var meeting = opened ?? await Open(db, actor, series, slotId, day, now, stop);
                db.Record(meeting.Cancel(actor, reason, now));
                break;
            case AsUsual:
                db.Record(series.Restore(actor, slotId, day, now));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(wanted));
        }

        await db.SaveAsSeen(SubjectKind.Series, seen, stop);
    }

    private static async Task<Meeting> Open(
        SigHubDb db,
        Actor actor,
        MeetingSeries series,
        Guid slotId,
        DateOnly day,
        DateTime now,
        CancellationToken stop
    )
    {
        var occurrence = series.OccurrenceOf(slotId, day);
        var meeting = Meeting.Of(
            actor,
            series,
            occurrence,
            await db.NextPlace(series.GroupId, occurrence.Date, stop),
            now
        );
        db.Meetings.Add(meeting);
        db.Record(new MeetingScheduled(meeting.Subject, actor.PersonId, now));
        return meeting;
    }

    private static async Task MoveMeeting(
        SigHubDb db,
        Actor actor,
        Meeting meeting,
        DateOnly toDay,
        TimeOnly toTime,
        DateTime now,
        CancellationToken stop
    )
    {
        var time = meeting.Time is { } known ? new MeetingTime(toTime, known.Zone, known.Minutes) : null;
        var place = toDay == meeting.Date ? meeting.Slot : await db.NextPlace(meeting.GroupId, toDay, stop);
        db.Record(meeting.MoveTo(actor, toDay, place, time, now));
    }

    /// <summary>What is to become of the day.</summary>
    public abstract record Wanted;

    public sealed record Skipped(string Reason) : Wanted;

    public sealed record Moved(DateOnly ToDay, TimeOnly ToTime, string Reason) : Wanted;

    public sealed record Cancelled(string Reason) : Wanted;

    public sealed record AsUsual : Wanted;
}
