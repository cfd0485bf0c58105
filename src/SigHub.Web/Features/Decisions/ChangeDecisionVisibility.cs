using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Decisions;

/// <summary>Whoever leads a group says who sees one of its decisions, whatever the meeting that took it.</summary>
public sealed class ChangeDecisionVisibility(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the decision since it was seen.</exception>
    /// <exception cref="RuleBroken">
    /// These see it already, minutes that more people read speak of it, or this person does not lead the group.
    /// </exception>
    public async Task Run(Seen seen, Visibility visibility, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var decision =
            await db.Decisions.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == seen.Id, stop)
            ?? throw new RuleBroken("This decision is not here any more.");
        await db.MustBeAsSeen(SubjectKind.Decision, decision.Version, seen, stop);

        var change = decision.ShowTo(actor, visibility, clock.UtcNow());
        var meetings = new[] { decision.MeetingId }.OfType<Guid>();
        await db.MustNotBeReadByMore(visibility, meetings, decision.Reference, decision.Text, stop);

        await db.RecordAndFollow(change, stop);
        await db.SaveAsSeen(SubjectKind.Decision, seen, stop);
    }
}
