using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Actions;

/// <summary>
/// An owner, or whoever keeps the group's minutes, says how an action stands today: done, still open with a note, on hold,
/// dropped or open again with a reason.
/// </summary>
public sealed class ReportState(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The action as it is seen from now on.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the action since it was seen.</exception>
    /// <exception cref="RuleBroken">The action says no.</exception>
    public async Task<Seen> Run(Seen seen, ActionStatus to, string? note, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var action = await db.GetAction(actor, seen, stop);

        var fact = action.Change(actor, to, clock.Today(), note, clock.UtcNow());

        db.Record(fact);
        await db.SaveAsSeen(SubjectKind.Action, seen, stop);
        return seen with { Version = action.Version };
    }
}
