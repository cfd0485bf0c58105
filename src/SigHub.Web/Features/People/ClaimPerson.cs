using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// Somebody with an account says that they are a person whom minutes name; whoever leads a group of that person says whether
/// it is so. Then the two are merged.
/// </summary>
public sealed class ClaimPerson(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    MergePeople merging,
    TimeProvider clock
)
{
    /// <exception cref="RuleBroken">The person has an account, or the current person has asked already.</exception>
    public async Task Ask(Guid personId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var person =
            await db.People.NamedTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == personId, stop)
            ?? throw new RuleBroken("This person is not here any more.");
        RuleBroken.If(
            await db.Claims.AnyAsync(
                claim => claim.PersonId == personId && claim.ByPersonId == actor.PersonId && claim.DecidedAt == null,
                stop
            ),
            "You have asked already; whoever leads the group will answer."
        );

        var (claim, fact) = PersonClaim.Of(actor, person, clock.UtcNow());

        db.Claims.Add(claim);
        db.Record(fact);
        await db.SaveChangesAsync(stop);
    }

    /// <exception cref="RuleBroken">Somebody decided before, the two cannot be one, or the current person may not say so.</exception>
    public async Task Decide(Guid claimId, bool isGranted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var claim =
            await db.Claims.SingleOrDefaultAsync(one => one.Id == claimId, stop)
            ?? throw new RuleBroken("This question is not known here.");
        var claimed = await db.People.SingleAsync(person => person.Id == claim.PersonId, stop);
        var groups = await db.GroupsOf(claim.PersonId, stop);

        db.Record(claim.Decide(actor, claimed, groups, isGranted, clock.UtcNow()));
        await db.SaveChangesAsync(stop);
        if (isGranted)
            await merging.MergeClaimed(db, actor, claim, stop);

        await transaction.CommitAsync(stop);
    }
}
