using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>Ends somebody's role; today is the first day without it. A role that began today, or begins later, never was.</summary>
public sealed class EndRole(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">It is not theirs to end, or it has ended.</exception>
    public async Task Run(Guid membershipId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = clock.Today();
        var actor = await db.ActorFor(me, today, stop);
        var membership = await db.Memberships.SingleOrDefaultAsync(one => one.Id == membershipId, stop);
        RuleBroken.If(
            membership is null || (!actor.Leads(membership.GroupId) && !actor.Is(membership.PersonId)),
            "You lead no group with such a role."
        );

        var hasBegun = !(membership.Term.From >= today);
        db.Record(
            hasBegun ? membership.End(actor, today, clock.UtcNow()) : membership.Withdraw(actor, today, clock.UtcNow())
        );
        if (!hasBegun)
            db.Memberships.Remove(membership);
        await db.SaveChangesAsync(stop);
    }
}
