using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Roadmap;

/// <summary>
/// The milestones of every group that the current person may see, or of one group and those below it. Null when there is no
/// such group for this person.
/// </summary>
public sealed class ReadRoadmap(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="slug">Null for all groups.</param>
    public async Task<Shown?> Run(string? slug, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var viewer = await db.ViewerFor(me, clock.Today(), stop);
        var groups = await db
            .Groups.VisibleTo(viewer)
            .OrderBy(group => group.Name)
            .Select(group => new GroupLane(group.Id, group.ParentId, group.Name, group.Slug.Value))
            .ToListAsync(stop);
        var one = slug is null ? null : groups.Find(group => group.Slug == slug);
        if (slug is not null && one is null)
            return null;

        var head = one is null ? null : await db.FindHead(one.Slug, viewer, clock.UtcNow(), stop);
        var lanes = one is null ? groups : WithThoseBelow(one, groups);
        var wanted = lanes.Select(lane => lane.Id).ToList();
        var milestones = await db
            .Milestones.VisibleTo(viewer)
            .Where(milestone => wanted.Contains(milestone.GroupId))
            .OrderBy(milestone => milestone.Period.Start == null)
            .ThenBy(milestone => milestone.Period.Start)
            .ThenBy(milestone => milestone.Period.End)
            .ThenBy(milestone => milestone.Number)
            .Select(milestone => new
            {
                milestone.Number,
                milestone.GroupId,
                milestone.Title,
                milestone.Period,
                milestone.Status,
                Owner = milestone.Owner == null ? null : milestone.Owner.Name,
                OwnerId = milestone.Owner == null ? null : milestone.Owner.PersonId,
                Slips = milestone.Slips.OrderBy(slip => slip.At).Select(slip => slip.From).ToList(),
            })
            .ToListAsync(stop);

        return new Shown(
            one,
            groups,
            lanes,
            [
                .. milestones.Select(milestone => new Row(
                    milestone.Number,
                    milestone.GroupId,
                    Redaction.For(viewer, milestone.Title),
                    milestone.Period,
                    milestone.Status,
                    milestone.Owner,
                    milestone.OwnerId,
                    milestone.Slips
                )),
            ]
        )
        {
            Head = head?.Head,
        };
    }

    private static List<GroupLane> WithThoseBelow(GroupLane one, List<GroupLane> groups)
    {
        var tree = new GroupTree(groups.Select(group => (group.Id, group.ParentId)));
        var below = tree.Below(one.Id);
        return [one, .. groups.Where(group => below.Contains(group.Id))];
    }

    /// <param name="Of">The group asked for; null for all.</param>
    /// <param name="Lanes">The groups whose milestones are shown, in order; some may have none.</param>
    public sealed record Shown(
        GroupLane? Of,
        IReadOnlyList<GroupLane> Groups,
        IReadOnlyList<GroupLane> Lanes,
        IReadOnlyList<Row> Milestones
    )
    {
        /// <summary>What stands above a page of the one group.</summary>
        public GroupHead? Head { get; init; }
    }

    public sealed record GroupLane(Guid Id, Guid? ParentId, string Name, string Slug);

    /// <param name="Former">The periods it was planned for before, the first one first.</param>
    public sealed record Row(
        int Number,
        Guid GroupId,
        string Title,
        Period Period,
        MilestoneStatus Status,
        string? Owner,
        Guid? OwnerId,
        IReadOnlyList<Period> Former
    )
    {
        public bool IsLateOn(DateOnly day) => !Status.IsClosed() && Period.IsOverOn(day);
    }
}
