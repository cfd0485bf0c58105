using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>What somebody needs to call a meeting: the group, and the meeting of a series that is to begin; null for who may not.</summary>
public sealed class ShowNewMeeting(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen?> Run(
        string slug,
        Guid? seriesId,
        Guid? slotId,
        DateOnly? day,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        if (actor is null || Slugs.Read(slug) is not { } word)
            return null;

        var viewer = actor.AsViewer();
        var group = await db
            .Groups.VisibleTo(viewer)
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleOrDefaultAsync(one => one.Slug == word, stop);
        if (group is null || !actor.KeepsMinutes(group.Id))
            return null;

        var meetings = db.Meetings.VisibleTo(viewer);
        return new Screen(
            group.Name,
            group.Zone,
            actor.Leads(group.Id),
            await Named(db, group.Id, seriesId, slotId, day, stop),
            await db.Topics.CountAsync(
                topic =>
                    topic.GroupId == group.Id
                    && topic.Answer == null
                    && meetings.Any(meeting => meeting.Id == topic.LeftByMeetingId),
                stop
            )
        );
    }

    private static async Task<Occurs?> Named(
        SigHubDb db,
        Guid groupId,
        Guid? seriesId,
        Guid? slotId,
        DateOnly? day,
        CancellationToken stop
    )
    {
        if (seriesId is not { } id || slotId is not { } slot || day is not { } date)
            return null;

        var series = await db
            .Series.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.GroupId == groupId, stop);
        if (series is null || series.Slots.All(one => one.Id != slot))
            return null;

        try
        {
            var occurrence = series.OccurrenceOf(slot, date);
            return new Occurs(
                id,
                slot,
                date,
                series.Title,
                occurrence.Date,
                occurrence.Time,
                occurrence.Zone,
                occurrence.StartsAt,
                Domain.Meetings.AgendaPlan.Lines(series.AgendaTemplate).Count
            );
        }
        catch (Domain.RuleBroken)
        {
            return null;
        }
    }

    /// <param name="Left">How many topics earlier meetings did not reach.</param>
    public sealed record Screen(string Group, string Zone, bool Leads, Occurs? Named, int Left);

    /// <summary>The meeting that a series names.</summary>
    public sealed record Occurs(
        Guid SeriesId,
        Guid SlotId,
        DateOnly RuleDay,
        string Series,
        DateOnly Date,
        TimeOnly Time,
        string Zone,
        DateTime StartsAt,
        int Topics
    );
}
