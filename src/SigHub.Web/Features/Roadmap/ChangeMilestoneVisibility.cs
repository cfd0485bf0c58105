using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Roadmap;

/// <summary>Whoever leads a group says who sees one of its milestones.</summary>
public sealed class ChangeMilestoneVisibility(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the milestone since it was seen.</exception>
    /// <exception cref="RuleBroken">These see it already, or this person does not lead the group.</exception>
    public async Task Run(Seen seen, Visibility visibility, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var milestone =
            await db.Milestones.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == seen.Id, stop)
            ?? throw new RuleBroken("This milestone is not here any more.");
        await db.MustBeAsSeen(SubjectKind.Milestone, milestone.Version, seen, stop);

        await db.RecordAndFollow(milestone.ShowTo(actor, visibility, clock.UtcNow()), stop);
        await db.SaveAsSeen(SubjectKind.Milestone, seen, stop);
    }
}
