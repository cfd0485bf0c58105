using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>Whoever leads the group, or an administrator, confirms a title that a document gives; from now on it gives its rights.</summary>
public sealed class ConfirmRole(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">It is not theirs to confirm, or it is confirmed already.</exception>
    public async Task Run(Guid membershipId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var membership = await db.Memberships.SingleOrDefaultAsync(one => one.Id == membershipId, stop);
        RuleBroken.If(membership is null || !actor.Leads(membership.GroupId), "You lead no group with such a role.");

        db.Record(membership.Confirm(actor, clock.UtcNow()));
        await db.SaveChangesAsync(stop);
    }
}
