using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>Takes an invitation back that nobody accepted yet; its link opens nothing any more.</summary>
public sealed class RevokeInvitation(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">It is not theirs to take back, or it was accepted or taken back already.</exception>
    public async Task Run(Guid invitationId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var invitation = await db.Invitations.SingleOrDefaultAsync(one => one.Id == invitationId, stop);
        RuleBroken.If(invitation is null, "There is no such invitation.");

        db.Record(invitation.Revoke(actor, clock.UtcNow()));
        await db.SaveChangesAsync(stop);
    }
}
