using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Actions;

internal static class LoadAction
{
    /// <summary>The whole action, to be changed by somebody who may see it and saw its present version.</summary>
    public static async Task<ActionItem> GetAction(
        this SigHubDb db,
        Actor actor,
        Seen seen,
        CancellationToken stop = default
    )
    {
        var action =
            await db
                .Actions.VisibleTo(actor.AsViewer())
                .Include(a => a.Owners)
                .Include(a => a.History)
                .AsSplitQuery()
                .SingleOrDefaultAsync(a => a.Id == seen.Id, stop)
            ?? throw new RuleBroken("This action is not here any more.");
        await db.MustBeAsSeen(SubjectKind.Action, action.Version, seen, stop);
        return action;
    }
}
