using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Domain.Portals;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Mail;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// An administrator, or whoever leads a group for that group, invites somebody: by mail where an address is given and there is
/// mail, and by a link they hand over.
/// </summary>
public sealed class Invite(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, Outbox outbox, TimeProvider clock)
{
    /// <param name="groupId">With <paramref name="role"/>; null to offer an account only.</param>
    /// <param name="personId">A known person whose account it will be; null for somebody new.</param>
    /// <returns>The secret of the link; nobody can read it again.</returns>
    /// <exception cref="RuleBroken">It is not theirs to invite so, registration is closed, or the address is none.</exception>
    public async Task<string> Run(
        string? email,
        Guid? groupId,
        Role? role,
        Guid? personId,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var portal = await db.GetPortal(stop);
        RuleBroken.If(
            portal.Registration is Registration.Closed,
            "Nobody can open an account now: registration is closed. An administrator can change that in the settings."
        );
        var address = string.IsNullOrWhiteSpace(email) ? null : NewAccount.ReadAddress(email);
        var person = await FindPerson(db, actor, personId, stop);
        var group = await db
            .Groups.AsNoTracking()
            .VisibleTo(actor.AsViewer())
            .SingleOrDefaultAsync(one => one.Id == groupId, stop);
        RuleBroken.If(groupId is not null && group is null, "There is no such group.");
        var roles = await db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(stop);

        var secret = Secret.New();
        var invitation = Invitation.Create(
            actor,
            Secret.Hash(secret),
            address,
            group?.Id,
            role,
            person,
            roles,
            clock.UtcNow()
        );

        db.Invitations.Add(invitation);
        db.Record(invitation.Fact);
        if (address is not null && outbox.IsOn)
            outbox.Add(
                db,
                address,
                $"An invitation to {portal.Name}",
                await Words(db, actor, portal, group, role, secret, stop)
            );
        await db.SaveChangesAsync(stop);
        outbox.Wake();
        return secret;
    }

    private static async Task<Person?> FindPerson(SigHubDb db, Actor actor, Guid? personId, CancellationToken stop)
    {
        if (personId is null)
            return null;

        var person = await db.People.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == personId, stop);
        return person ?? throw new RuleBroken("There is no such person.");
    }

    private async Task<string> Words(
        SigHubDb db,
        Actor actor,
        Portal portal,
        Group? group,
        Role? role,
        string secret,
        CancellationToken stop
    )
    {
        var by = await db
            .People.Where(one => one.Id == actor.PersonId)
            .Select(one => one.DisplayName)
            .SingleAsync(stop);
        var what = group is null || role is null ? "" : $" as {role.Value.Name()} of {group.Name}";
        return $"""
            {by} invites you to {portal.Name}{what}.

            To accept, open this link within {Invitation.Lasts.Days} days; it works once:
            {outbox.Address(Links.Invitation(secret))}

            If you did not expect this, do nothing.
            """;
    }
}
