using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// Somebody with an account says that they are a person whom minutes name; <see cref="DecideClaim"/> says whether it is so.
/// </summary>
public sealed class ClaimPerson(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">The person has an account, or the current person has asked already.</exception>
    public async Task Run(Guid personId, CancellationToken stop = default)
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
}
