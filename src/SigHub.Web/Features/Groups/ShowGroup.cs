using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>A group's overview; null when there is no such group for the current person.</summary>
public sealed class ShowGroup(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const int Meetings = 3;
    private const int Minutes = 6;
    private const int Actions = 8;
    private const int Milestones = 6;

    public async Task<Screen?> Run(string slug, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var now = clock.UtcNow();
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        if (await db.FindHead(slug, viewer, now, stop) is not var (head, series))
            return null;

        var here = db.Groups.Where(group => group.Id == head.Id);
        var about = await About(db, here, viewer, clock.Today(), stop);
        var next = await db.MeetingsToCome(here, series, viewer, now, days: 62, stop);
        var minutes = await LatestMinutes(db, head.Id, viewer, stop);
        var open = db.Actions.VisibleTo(viewer).Open().Where(action => action.GroupId == head.Id);
        var actions = await open.MostUrgentFirst().Take(Actions).ToLines(db, viewer, stop);
        var origins = await db.OriginsOf(
            viewer,
            [head.Id, .. series.Select(one => one.Series.Id), .. await db.MembershipsOf(head.Id, stop)],
            stop
        );
        return new Screen(
            head,
            actor?.KeepsMinutes(head.Id) == true,
            actor?.TakesPartIn(head.Id) == true,
            Redaction.For(viewer, about.Overview),
            [.. about.Goals.Select(goal => Redaction.For(viewer, goal))],
            [
                .. about.Links.Select(link =>
                    link with
                    {
                        Label = Redaction.For(viewer, link.Label),
                        Url = Redaction.For(viewer, link.Url),
                    }
                ),
            ],
            about.Below,
            [.. next.Take(Meetings)],
            [.. minutes.Select(meeting => meeting.For(viewer))],
            about.Overdue,
            actions,
            [.. about.Ahead.Select(milestone => milestone with { Title = Redaction.For(viewer, milestone.Title) })],
            [.. origins.DistinctBy(origin => origin.DocumentId)]
        );
    }

    private static Task<Words> About(
        SigHubDb db,
        IQueryable<Group> here,
        Viewer viewer,
        DateOnly today,
        CancellationToken stop
    )
    {
        var groups = db.Groups.VisibleTo(viewer);
        var open = db.Actions.VisibleTo(viewer).Open();
        var milestones = db.Milestones.VisibleTo(viewer);
        return here.AsSingleQuery()
            .Select(group => new Words(
                group.Overview,
                open.Count(action => action.GroupId == group.Id && action.Due < today),
                group.Goals.OrderBy(goal => goal.Order).Select(goal => goal.Text).ToList(),
                group
                    .Links.OrderBy(link => link.Order)
                    .Select(link => new Link(link.Kind, link.Label, link.Url))
                    .ToList(),
                groups
                    .Where(below => below.ParentId == group.Id)
                    .OrderBy(below => below.Name)
                    .Select(below => new Below(below.Slug, below.Name, below.Kind, below.State))
                    .ToList(),
                milestones
                    .Where(milestone =>
                        milestone.GroupId == group.Id
                        && milestone.Status != MilestoneStatus.Done
                        && milestone.Status != MilestoneStatus.Dropped
                    )
                    .OrderBy(milestone => milestone.Period.Start == null)
                    .ThenBy(milestone => milestone.Period.Start)
                    .ThenBy(milestone => milestone.Number)
                    .Take(Milestones)
                    .Select(milestone => new Ahead(
                        milestone.Number,
                        milestone.Title,
                        milestone.Period.Text,
                        milestone.Period.End,
                        milestone.Status
                    ))
                    .ToList()
            ))
            .SingleAsync(stop);
    }

    private static Task<List<MeetingLine>> LatestMinutes(
        SigHubDb db,
        Guid groupId,
        Viewer viewer,
        CancellationToken stop
    ) =>
        db
            .Meetings.VisibleTo(viewer)
            .Where(meeting => meeting.GroupId == groupId && meeting.Cancellation == null)
            .Where(meeting => meeting.Finalization != null || meeting.Opening != null)
            .OrderByDescending(meeting => meeting.Date)
            .ThenByDescending(meeting => meeting.Slot)
            .Take(Minutes)
            .Select(MeetingLine.In(db, viewer))
            .ToListAsync(stop);

    /// <param name="MayChange">The current person may change some of its settings.</param>
    /// <param name="TakesPart">The current person proposes topics.</param>
    /// <param name="Origins">Where each document begins to tell of the group, of when it meets or of who belongs to it.</param>
    /// <param name="Overdue">How many of all open actions, not only of those shown.</param>
    public sealed record Screen(
        GroupHead Head,
        bool MayChange,
        bool TakesPart,
        string Overview,
        IReadOnlyList<string> Goals,
        IReadOnlyList<Link> Links,
        IReadOnlyList<Below> Below,
        IReadOnlyList<NextMeeting> Next,
        IReadOnlyList<MeetingLine> Minutes,
        int Overdue,
        IReadOnlyList<ActionLine> Actions,
        IReadOnlyList<Ahead> Ahead,
        IReadOnlyList<SourceLines> Origins
    );

    public sealed record Link(LinkKind Kind, string Label, string Url);

    public sealed record Below(Slug Slug, string Name, GroupKind Kind, GroupState State);

    /// <param name="LastDay">Null for a horizon.</param>
    public sealed record Ahead(int Number, string Title, string When, DateOnly? LastDay, MilestoneStatus Status);

    private sealed record Words(
        string Overview,
        int Overdue,
        List<string> Goals,
        List<Link> Links,
        List<Below> Below,
        List<Ahead> Ahead
    );
}
