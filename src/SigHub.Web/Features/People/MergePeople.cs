using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// Whoever leads a group of both, or an administrator, says that two persons are one: roles, meetings, actions, names and the
/// account of the one who goes belong to the one who stays. <see cref="SeparatePeople"/> takes it back.
/// </summary>
public sealed class MergePeople(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">They cannot be one, or the current person may not say so.</exception>
    public async Task Run(Guid goneId, Guid keptId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);

        var groups = (await db.GroupsOf(goneId, stop), await db.GroupsOf(keptId, stop));
        await Merge(db, actor, goneId, keptId, groups, stop);

        await transaction.CommitAsync(stop);
    }

    /// <summary>
    /// Who claims comes with an account and perhaps with no group yet; to lead a group of the claimed person is enough. Inside
    /// a transaction in which nothing moves in.
    /// </summary>
    internal async Task MergeClaimed(SigHubDb db, Actor actor, PersonClaim claim, CancellationToken stop)
    {
        var groups = await db.GroupsOf(claim.PersonId, stop);
        await Merge(db, actor, claim.PersonId, claim.ByPersonId, (groups, groups), stop);
    }

    private async Task Merge(
        SigHubDb db,
        Actor actor,
        Guid goneId,
        Guid keptId,
        (List<Guid>, List<Guid>) groups,
        CancellationToken stop
    )
    {
        var gone = await Get(db, goneId, stop);
        var kept = await Get(db, keptId, stop);
        List<Guid> gaining =
            gone.AccountId is not null ? [keptId]
            : kept.AccountId is not null ? [goneId]
            : [goneId, keptId];
        var rights = await db.RightsOf(gaining, clock.Today(), stop);

        var (merge, fact) = PersonMerge.Of(actor, gone, kept, groups, rights, clock.UtcNow());

        db.Merges.Add(merge);
        db.Record(fact);
        await db.SaveChangesAsync(stop);
        await db.Move(merge, stop);
    }

    internal static async Task<Person> Get(SigHubDb db, Guid id, CancellationToken stop) =>
        await db.People.SingleOrDefaultAsync(person => person.Id == id, stop)
        ?? throw new RuleBroken("This person is not here any more.");
}
