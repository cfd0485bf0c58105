using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>The groups that the current person may see, as the directory shows them: a tree, or those that fit a filter.</summary>
public sealed class BrowseGroups(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen> Run(Filter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        var groups = db.Groups.VisibleTo(viewer);
        var all = await Rows(db, viewer, groups, clock.Today()).ToListAsync(stop);
        var series = await db.SeriesOf(groups, viewer, stop);
        var next = await db.MeetingsToCome(groups, series, viewer, clock.UtcNow(), days: 62, stop);
        var soonest = next.Where(meeting => meeting.CancelledBecause is null).ToLookup(meeting => meeting.GroupId);

        var known = all.Select(row => row.Id).ToHashSet();
        var children = all.ToLookup(row => row.ParentId is { } parent && known.Contains(parent) ? parent : Guid.Empty);
        return new Screen(
            all.Count,
            actor is not null && (actor.IsAdministrator || all.Exists(row => actor.Leads(row.Id))),
            [
                .. Below(Guid.Empty, depth: 0)
                    .Where(row => filter.Takes(row))
                    .Select(row => filter.IsEmpty ? row : row with { Depth = 0 }),
            ]
        );

        IEnumerable<Row> Below(Guid parent, int depth) =>
            children[parent]
                .SelectMany(row =>
                    Below(row.Id, depth + 1)
                        .Prepend(row with { Depth = depth, Next = soonest[row.Id].FirstOrDefault() })
                );
    }

    private static IQueryable<Row> Rows(SigHubDb db, Viewer viewer, IQueryable<Group> groups, DateOnly today)
    {
        var meetings = db.Meetings.VisibleTo(viewer);
        var open = db.Actions.VisibleTo(viewer).Open();
        return groups
            .OrderBy(group => group.Name)
            .Select(group => new Row(
                group.Id,
                group.ParentId,
                group.Slug,
                group.Name,
                group.Kind,
                group.State,
                group.Visibility,
                open.Count(action => action.GroupId == group.Id),
                open.Count(action => action.GroupId == group.Id && action.Due < today),
                meetings
                    .Where(meeting =>
                        meeting.GroupId == group.Id && meeting.Finalization != null && meeting.Cancellation == null
                    )
                    .OrderByDescending(meeting => meeting.Date)
                    .ThenByDescending(meeting => meeting.Slot)
                    .Select(meeting => new Minutes(meeting.Date, meeting.Slot))
                    .FirstOrDefault()
            ));
    }

    /// <summary>Null takes every kind, every state.</summary>
    public sealed record Filter(string? Text = null, GroupKind? Kind = null, GroupState? State = null)
    {
        public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Kind is null && State is null;

        internal bool Takes(Row row) =>
            (string.IsNullOrWhiteSpace(Text) || row.Name.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase))
            && (Kind is null || row.Kind == Kind)
            && (State is null || row.State == State);
    }

    /// <param name="All">How many there are without the filter.</param>
    /// <param name="MayCreate">The current person can make a group.</param>
    public sealed record Screen(int All, bool MayCreate, IReadOnlyList<Row> Groups);

    public sealed record Row(
        Guid Id,
        Guid? ParentId,
        Slug Slug,
        string Name,
        GroupKind Kind,
        GroupState State,
        Visibility Visibility,
        int OpenActions,
        int Overdue,
        Minutes? Latest
    )
    {
        /// <summary>How many groups stand above it, of those shown.</summary>
        public int Depth { get; init; }

        public NextMeeting? Next { get; init; }
    }

    /// <param name="Place">Which meeting of that day, from 1.</param>
    public sealed record Minutes(DateOnly Date, int Place);
}
