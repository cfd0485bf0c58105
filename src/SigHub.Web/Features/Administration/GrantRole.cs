using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>Whoever leads the group, or an administrator, gives a known person a role in it, for a term.</summary>
public sealed class GrantRole(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="name">A person's name or alias, as it is shown.</param>
    /// <param name="to">The first day without the role; null while nobody knows.</param>
    /// <exception cref="RuleBroken">
    /// It is not theirs to give, nobody or several people are called so, they have it already, or the term ends before it begins.
    /// </exception>
    public async Task Run(
        Guid groupId,
        string? name,
        Role role,
        DateOnly? from,
        DateOnly? to,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = clock.Today();
        var actor = await db.ActorFor(me, today, stop);
        RuleBroken.Unless(actor.Leads(groupId), "Only whoever leads this group can give somebody a role in it.");
        RuleBroken.Unless(Enum.IsDefined(role), "There is no such role.");
        var person = await Find(db, actor, name, stop);

        var term = new Term(from ?? today, to);
        var held = await db
            .Memberships.AsNoTracking()
            .Where(m => m.GroupId == groupId && m.PersonId == person && m.Role == role)
            .ToListAsync(stop);
        RuleBroken.If(
            held.Exists(one => one.IsConfirmed && one.IsCurrentOn(term.From!.Value)),
            $"They are {role.Name()} of this group already."
        );
        RuleBroken.If(
            held.Exists(one => !one.IsConfirmed && one.IsCurrentOn(term.From!.Value)),
            "A document says so already; confirm that instead."
        );

        var membership = Membership.Appoint(actor, person, groupId, role, affiliation: null, term, clock.UtcNow());
        db.Memberships.Add(membership);
        db.Record(membership.Joined(actor, clock.UtcNow()));
        await db.SaveChangesAsync(stop);
    }

    private static async Task<Guid> Find(SigHubDb db, Actor actor, string? name, CancellationToken stop)
    {
        var called = (name ?? "").Trim();
        RuleBroken.If(called.Length == 0, "Say who gets the role.");
        var viewer = actor.AsViewer();
        var groups = db.Groups.VisibleTo(viewer);
        var found = await db
            .People.VisibleTo(viewer)
            .Where(one =>
                one.DisplayName == called
                || one.Aliases.Any(alias =>
                    alias.Name == called && (alias.GroupId == null || groups.Any(group => group.Id == alias.GroupId))
                )
            )
            .Select(one => one.Id)
            .Take(2)
            .ToListAsync(stop);
        RuleBroken.If(
            found.Count == 0,
            $"Nobody here is called “{called}”. Invite them, or write the name as it is shown."
        );
        RuleBroken.If(found.Count > 1, $"More than one person is called “{called}”.");
        return found[0];
    }
}
