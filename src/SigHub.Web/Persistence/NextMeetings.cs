using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;

namespace SigHub.Web.Persistence;

/// <summary>A meeting to come: one that somebody scheduled, or one that a series names and nobody has opened yet.</summary>
public sealed record NextMeeting(
    Guid GroupId,
    string Group,
    Slug GroupSlug,
    DateOnly Date,
    TimeOnly? Time,
    string? Zone,
    DateTime? StartsAt,
    string? Title,
    string? Address,
    int Topics,
    string? MovedBecause,
    string? CancelledBecause
)
{
    /// <summary>Which meeting of a series it is that nobody has opened yet.</summary>
    public Unopened? Named { get; init; }

    /// <summary>Where it stands among others; without a time, at the start of its day.</summary>
    public DateTime Order => StartsAt ?? Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}

/// <param name="RuleDay">The day that the slot's rule names.</param>
public sealed record Unopened(Guid SeriesId, Guid SlotId, DateOnly RuleDay);

/// <summary>A series, and whose it is.</summary>
public sealed record SeriesOfGroup(MeetingSeries Series, string Group, Slug Slug);

public static class NextMeetings
{
    /// <summary>When these groups meet again and again.</summary>
    public static Task<List<SeriesOfGroup>> SeriesOf(
        this SigHubDb db,
        IQueryable<Group> groups,
        Viewer viewer,
        CancellationToken stop
    ) =>
        db
            .Series.VisibleTo(viewer)
            .Include(series => series.Slots)
                .ThenInclude(slot => slot.Changes)
            .AsNoTracking()
            .AsSingleQuery()
            .Join(
                groups,
                series => series.GroupId,
                group => group.Id,
                (series, group) => new SeriesOfGroup(series, group.Name, group.Slug)
            )
            .ToListAsync(stop);

    /// <summary>
    /// The meetings of these groups that are not over at <paramref name="now"/> and begin within so many days, soonest first.
    /// Costs one query; the series are the caller's, from <see cref="SeriesOf"/>.
    /// </summary>
    public static async Task<List<NextMeeting>> MeetingsToCome(
        this SigHubDb db,
        IQueryable<Group> groups,
        IReadOnlyCollection<SeriesOfGroup> series,
        Viewer viewer,
        DateTime now,
        int days,
        CancellationToken stop
    )
    {
        var from = DateOnly.FromDateTime(now).AddDays(-1);
        var to = from.AddDays(days + 2);
        var scheduled = await db
            .Meetings.VisibleTo(viewer)
            .Where(meeting =>
                (meeting.Date >= from && meeting.Date < to)
                || (meeting.SeriesDay != null && meeting.SeriesDay >= from && meeting.SeriesDay < to)
            )
            .Join(
                groups,
                meeting => meeting.GroupId,
                group => group.Id,
                (meeting, group) =>
                    new
                    {
                        meeting.GroupId,
                        Group = group.Name,
                        group.Slug,
                        meeting.SeriesId,
                        meeting.SeriesSlotId,
                        meeting.SeriesDay,
                        IsFinal = meeting.Finalization != null,
                        meeting.Date,
                        Place = meeting.Slot,
                        meeting.Time,
                        meeting.StartsAt,
                        meeting.Title,
                        Topics = meeting.Agenda.Count,
                        meeting.Cancellation,
                    }
            )
            .ToListAsync(stop);

        var fromSeries = series.SelectMany(one =>
            one.Series.Occurrences(from, to)
                .Where(occurrence => occurrence.EndsAt > now)
                .Where(occurrence =>
                    !scheduled.Exists(meeting =>
                        meeting.GroupId == one.Series.GroupId
                        && (meeting.SeriesId is null || meeting.SeriesId == one.Series.Id)
                        && (
                            meeting.SeriesDay is { } named
                                ? meeting.SeriesSlotId == occurrence.SlotId && named == occurrence.RuleDay
                                : meeting.Date == occurrence.Date || meeting.Date == occurrence.RuleDay
                        )
                    )
                )
                .Select(occurrence => new NextMeeting(
                    one.Series.GroupId,
                    one.Group,
                    one.Slug,
                    occurrence.Date,
                    occurrence.Time,
                    occurrence.Zone,
                    occurrence.StartsAt,
                    Title: null,
                    Address: null,
                    Topics: 0,
                    occurrence.MovedBecause,
                    CancelledBecause: null
                )
                {
                    Named = new Unopened(one.Series.Id, occurrence.SlotId, occurrence.RuleDay),
                })
        );
        var opened = scheduled
            .Where(meeting => !meeting.IsFinal && meeting.Date >= from && meeting.Date < to)
            .Where(meeting => meeting.Time is { } time ? time.EndsOn(meeting.Date) > now : meeting.Date > from)
            .Select(meeting => new NextMeeting(
                meeting.GroupId,
                meeting.Group,
                meeting.Slug,
                meeting.Date,
                meeting.Time?.Start,
                meeting.Time?.Zone,
                meeting.StartsAt,
                meeting.Title,
                Links.MeetingAddress(meeting.Date, meeting.Place),
                meeting.Topics,
                MovedBecause: null,
                meeting.Cancellation?.Reason
            ));
        return [.. fromSeries.Concat(opened).OrderBy(meeting => meeting.Order)];
    }
}
