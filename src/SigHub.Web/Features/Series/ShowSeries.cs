using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Series;

/// <summary>The series of a group with what comes next of each; null when there is no such group for the current person.</summary>
public sealed class ShowSeries(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const int Coming = 5;
    private const int Ahead = 366;

    public async Task<Screen?> Run(string slug, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var now = clock.UtcNow();
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        if (await db.FindHead(slug, viewer, now, stop) is not var (head, series))
            return null;

        var ids = series.Select(one => one.Series.Id).ToList();
        var opened = await db
            .Meetings.VisibleTo(viewer)
            .Where(meeting => meeting.SeriesId != null && ids.Contains(meeting.SeriesId.Value))
            .Where(meeting => meeting.SeriesDay != null && meeting.Date >= clock.Today().AddDays(-7))
            .Select(meeting => new Opened(
                meeting.SeriesSlotId,
                meeting.SeriesDay,
                meeting.Date,
                meeting.Slot,
                meeting.Cancellation == null ? null : meeting.Cancellation.Reason,
                meeting.Finalization != null
            ))
            .ToListAsync(stop);
        return new Screen(
            head,
            actor?.KeepsMinutes(head.Id) == true,
            [.. series.Select(one => One.Of(one.Series, opened, now)).OrderBy(one => one.Title, StringComparer.Ordinal)]
        );
    }

    public sealed record Screen(GroupHead Head, bool MayChange, IReadOnlyList<One> Series);

    public sealed record One(
        Seen Seen,
        string Title,
        Visibility Visibility,
        string AgendaTemplate,
        IReadOnlyList<Slot> Slots,
        IReadOnlyList<Day> Next
    )
    {
        internal static One Of(MeetingSeries series, IReadOnlyCollection<Opened> opened, DateTime now)
        {
            var today = DateOnly.FromDateTime(now);
            var skipped = series.Slots.SelectMany(slot =>
                slot.Changes.Where(change => change.IsSkipped && change.Day >= today)
                    .Select(change => new Day(
                        slot.Id,
                        change.Day,
                        change.Day,
                        slot.Time.Start,
                        slot.Time.Zone,
                        slot.Time.On(change.Day),
                        WasMoved: false,
                        change.Reason,
                        IsSkipped: true,
                        Address: null,
                        Cancelled: null,
                        IsFinal: false
                    ))
            );
            var coming = series
                .Occurrences(today.AddDays(-1), today.AddDays(Ahead))
                .Where(occurrence => occurrence.EndsAt > now)
                .Take(Coming)
                .Select(occurrence => OfOccurrence(occurrence, opened))
                .ToList();
            var last = coming.Count == 0 ? today.AddDays(62) : coming.Max(day => day.Date);
            return new One(
                new Seen(series.Id, series.Version),
                series.Title,
                series.Visibility,
                series.AgendaTemplate,
                [
                    .. series
                        .Slots.OrderBy(slot => slot.StartsOn)
                        .Select(slot => new Slot(
                            slot.Id,
                            RhythmChoice.InWords(slot.Rule, slot.StartsOn),
                            slot.Rule.ToString(),
                            slot.StartsOn,
                            slot.Time,
                            slot.Rule.Until < today
                        )),
                ],
                [.. coming.Concat(skipped.Where(day => day.Date <= last)).OrderBy(day => day.StartsAt)]
            );
        }

        private static Day OfOccurrence(Occurrence occurrence, IReadOnlyCollection<Opened> opened)
        {
            var meeting = opened.FirstOrDefault(one =>
                one.SlotId == occurrence.SlotId && one.Day == occurrence.RuleDay
            );
            return new Day(
                occurrence.SlotId,
                occurrence.RuleDay,
                occurrence.Date,
                occurrence.Time,
                occurrence.Zone,
                occurrence.StartsAt,
                occurrence.MovedBecause is not null,
                occurrence.MovedBecause,
                IsSkipped: false,
                meeting is null ? null : Components.Links.MeetingAddress(meeting.Date, meeting.Place),
                meeting?.Cancelled,
                meeting?.IsFinal == true
            );
        }
    }

    /// <param name="Rule">As RFC 5545 writes it.</param>
    public sealed record Slot(Guid Id, string Words, string Rule, DateOnly StartsOn, MeetingTime Time, bool IsOver);

    /// <summary>One time that it meets, or would have.</summary>
    /// <param name="RuleDay">The day that the rule names.</param>
    /// <param name="IsFinal">Its minutes are final, so the day can no longer change.</param>
    /// <param name="Address">Of the meeting that somebody opened for it.</param>
    public sealed record Day(
        Guid SlotId,
        DateOnly RuleDay,
        DateOnly Date,
        TimeOnly Time,
        string Zone,
        DateTime StartsAt,
        bool WasMoved,
        string? Reason,
        bool IsSkipped,
        string? Address,
        string? Cancelled,
        bool IsFinal
    );

    internal sealed record Opened(
        Guid? SlotId,
        DateOnly? Day,
        DateOnly Date,
        int Place,
        string? Cancelled,
        bool IsFinal
    );
}
