using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Roadmap;

/// <summary>One milestone, how it moved, and where it was read; null when the current person may not see it.</summary>
public sealed class ReadMilestone(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Shown?> Run(int number, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        var milestones = db.Milestones.VisibleTo(viewer);
        var found = await (
            from milestone in milestones
            join @group in db.Groups on milestone.GroupId equals @group.Id
            where milestone.Number == number
            select new
            {
                milestone.Id,
                milestone.Version,
                milestone.Visibility,
                milestone.GroupId,
                milestone.Title,
                milestone.Period,
                milestone.Status,
                Owner = milestone.Owner == null ? null : milestone.Owner.Name,
                OwnerId = milestone.Owner == null ? null : milestone.Owner.PersonId,
                Group = @group.Name,
                @group.Slug,
            }
        ).SingleOrDefaultAsync(stop);
        if (found is null)
            return null;

        var slips = await (
            from slip in db
                .Milestones.Where(milestone => milestone.Id == found.Id)
                .SelectMany(milestone => milestone.Slips)
            join person in db.People on slip.ByPersonId equals person.Id
            orderby slip.At descending
            select new Move(slip.From.Text, slip.To.Text, slip.Reason, slip.At, person.Id, person.DisplayName)
        ).ToListAsync(stop);

        return new Shown(
            number,
            Redaction.For(viewer, found.Title),
            found.Period,
            found.Status,
            found.Owner,
            found.OwnerId,
            found.Group,
            found.Slug.Value,
            [
                .. slips.Select(move =>
                    move with
                    {
                        Reason = move.Reason is { } why ? Redaction.For(viewer, why) : null,
                    }
                ),
            ],
            await db.OriginsOf(viewer, [found.Id], stop),
            new Seen(found.Id, found.Version),
            found.Visibility,
            actor?.Leads(found.GroupId) == true
        );
    }

    /// <param name="MayLead">The current person leads its group.</param>
    public sealed record Shown(
        int Number,
        string Title,
        Period Period,
        MilestoneStatus Status,
        string? Owner,
        Guid? OwnerId,
        string Group,
        string Slug,
        IReadOnlyList<Move> Moves,
        IReadOnlyList<SourceLines> Origins,
        Seen Seen,
        Visibility Visibility,
        bool MayLead
    )
    {
        public bool IsLateOn(DateOnly day) => !Status.IsClosed() && Period.IsOverOn(day);
    }

    public sealed record Move(string From, string To, string? Reason, DateTime At, Guid ById, string By);
}
