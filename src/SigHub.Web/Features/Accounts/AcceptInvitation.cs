using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Domain.Portals;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// Whoever holds an invitation opens the account it offers and is signed in; somebody who is signed in takes its role. The
/// role counts at once, as whoever invited could have given it; where they could not any more, the invitation does not count.
/// </summary>
public sealed class AcceptInvitation(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    NewAccount accounts,
    SignInManager<Account> signIn,
    TimeProvider clock
)
{
    /// <param name="email">Counts where the invitation names none.</param>
    /// <exception cref="RuleBroken">The invitation does not count, or name, address or password cannot be used.</exception>
    public async Task Run(
        string? secret,
        string? name,
        string? email,
        string? password,
        CancellationToken stop = default
    )
    {
        var hash = Secret.Hash(secret ?? "");
        await using var db = await dbs.CreateDbContextAsync(stop);
        var invitation = await db.Invitations.SingleOrDefaultAsync(one => one.SecretHash == hash, stop);
        RuleBroken.If(invitation is null, "This invitation no longer counts. Ask for a new one.");
        var portal = await db.GetPortal(stop);
        RuleBroken.If(portal.Registration is Registration.Closed, "Accounts cannot be opened here just now.");

        var account = me.IsSignedIn ? null : Make(invitation, portal, name, email, password);
        var person = await Whose(db, invitation, account, name, stop);
        var sender = await db.FindActor(invitation.ByPersonId, clock.Today(), stop);
        var roles = await RolesOf(db, invitation.PersonId, stop);
        db.Record(
            invitation.Accept(sender, person.Id, invitation.PersonId is null ? null : person, roles, clock.UtcNow())
        );
        await GiveRole(db, invitation, sender!, person, stop);
        if (account is not null)
        {
            RuleBroken.If(
                await db.Users.AnyAsync(one => one.NormalizedUserName == account.NormalizedUserName, stop)
                    || await db.Users.AnyAsync(one => one.NormalizedEmail == account.NormalizedEmail, stop),
                "This address cannot be used. If you have an account, sign in first and open the invitation again."
            );
            db.Users.Add(account);
            db.Record(person.Open(account.Id, clock.UtcNow()));
        }

        await Save(db, stop);
        if (account is not null)
            await signIn.SignInAsync(account, isPersistent: false);
    }

    private Account Make(Invitation invitation, Portal portal, string? name, string? email, string? password)
    {
        var address = NewAccount.ReadAddress(invitation.Email ?? email);
        Passwords.Check(password, name, address, portal.Name);
        return accounts.Make(address, password!, isConfirmed: true);
    }

    /// <summary>The known person, whoever is signed in, or somebody new.</summary>
    private async Task<Person> Whose(
        SigHubDb db,
        Invitation invitation,
        Account? account,
        string? name,
        CancellationToken stop
    )
    {
        if (account is null)
        {
            var actor = await db.ActorFor(me, clock.Today(), stop);
            RuleBroken.If(
                invitation.PersonId is { } other && other != actor.PersonId,
                "This invitation is for somebody without an account, and you have one. Sign out to accept it."
            );
            RuleBroken.If(
                invitation.GroupId is null,
                "You have an account already; this invitation offers nothing more."
            );
            return await db.People.SingleAsync(one => one.Id == actor.PersonId, stop);
        }

        if (invitation.PersonId is { } known)
            return await db.People.SingleAsync(one => one.Id == known, stop);

        var person = new Person(name ?? "", clock.UtcNow());
        db.People.Add(person);
        return person;
    }

    private async Task GiveRole(SigHubDb db, Invitation invitation, Actor sender, Person person, CancellationToken stop)
    {
        if (invitation is not { GroupId: { } group, Role: { } role })
            return;

        var (now, today) = (clock.UtcNow(), clock.Today());
        var held = await db
            .Memberships.Where(m => m.GroupId == group && m.PersonId == person.Id && m.Role == role)
            .ToListAsync(stop);
        if (held.Find(one => one.IsCurrentOn(today)) is { } current)
        {
            if (!current.IsConfirmed)
                db.Record(current.Confirm(sender, now));
            return;
        }

        var membership = Membership.Appoint(sender, person.Id, group, role, affiliation: null, Term.Since(today), now);
        db.Memberships.Add(membership);
        db.Record(membership.Joined(sender, now));
    }

    private static Task<List<Membership>> RolesOf(SigHubDb db, Guid? personId, CancellationToken stop) =>
        db.Memberships.AsNoTracking().Where(m => m.PersonId == personId).ToListAsync(stop);

    /// <summary>Two who accept at once: the second is told that it was used.</summary>
    private static async Task Save(SigHubDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            throw new RuleBroken("Somebody was faster: this invitation or this address was used just now.");
        }
    }
}
