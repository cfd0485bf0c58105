using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// A meeting that a series names becomes one with an agenda of its own: the series' template, and before it what earlier meetings
/// did not reach. Opened twice it is one meeting.
/// </summary>
public sealed class OpenOccurrence(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="day">The day that the slot's rule names.</param>
    /// <returns>The meeting's word in addresses.</returns>
    /// <exception cref="RuleBroken">The series is gone or does not meet that day, or this person may not.</exception>
    public async Task<string> Run(Guid seriesId, Guid slotId, DateOnly day, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var series =
            await db.Series.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == seriesId, stop)
            ?? throw new RuleBroken("This series is not here any more.");
        var known = await db
            .Meetings.VisibleTo(actor.AsViewer())
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .FirstOrDefaultAsync(
                one => one.SeriesId == seriesId && one.SeriesSlotId == slotId && one.SeriesDay == day,
                stop
            );
        if (known is not null)
            return known.Address;

        var now = clock.UtcNow();
        var occurrence = series.OccurrenceOf(slotId, day);
        var place = await db.NextPlace(series.GroupId, occurrence.Date, stop);
        var meeting = Meeting.Of(actor, series, occurrence, place, now);
        db.Record(new MeetingScheduled(meeting.Subject, actor.PersonId, now));
        foreach (var fact in await db.PlanFrom(actor, meeting, series.AgendaTemplate, now, stop))
            db.Record(fact);
        db.Meetings.Add(meeting);
        await db.SaveChangesAsync(stop);
        return meeting.Address;
    }
}
