using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// Whoever keeps a group's minutes says how they are laid out; whoever leads it, who sees a draft and how many make a quorum.
/// </summary>
public sealed class ChangeHabits(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The group as it is now.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the group since it was seen.</exception>
    /// <exception cref="RuleBroken">The group says no, or nothing would change.</exception>
    public async Task<Seen> Run(Seen seen, MinutesHabits habits, QuorumRule? quorum, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var group =
            await db.Groups.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == seen.Id, stop)
            ?? throw new RuleBroken("This group is not here any more.");
        await db.MustBeAsSeen(SubjectKind.Group, group.Version, seen, stop);
        var now = clock.UtcNow();

        var facts = new List<Fact>();
        if (habits != group.Habits)
            facts.Add(group.KeepMinutes(actor, habits, now));
        if (quorum != group.Quorum)
            facts.Add(group.CountQuorum(actor, quorum, now));
        RuleBroken.If(facts.Count == 0, "Nothing is different yet.");

        facts.ForEach(db.Record);
        await db.SaveAsSeen(SubjectKind.Group, seen, stop);
        return new Seen(group.Id, group.Version);
    }
}
