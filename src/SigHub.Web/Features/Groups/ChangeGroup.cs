using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>
/// Whoever leads a group changes what it is called, where it stands, who sees it and whether it is over; a secretary too what
/// its page says. The old address leads to the new one for good.
/// </summary>
public sealed class ChangeGroup(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The word in the group's address from now on.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the group since it was seen.</exception>
    /// <exception cref="RuleBroken">The group says no, the address is taken, or nothing would change.</exception>
    public async Task<Slug> Run(Seen seen, Wanted wanted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var group =
            await db.Groups.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == seen.Id, stop)
            ?? throw new RuleBroken("This group is not here any more.");
        await db.MustBeAsSeen(SubjectKind.Group, group.Version, seen, stop);
        var slug = new Slug(wanted.Slug.Trim());
        RuleBroken.If(
            await db.IsTaken(slug, except: group.Id, stop),
            $"“{slug}” is, or was, the address of another group. Choose another word."
        );

        var (oldSlug, oldName) = (group.Slug, group.Name);
        var facts = await Change(db, actor, group, wanted, slug, stop);
        RuleBroken.If(facts.Count == 0, "Nothing is different yet.");
        if (oldSlug != group.Slug || oldName != group.Name)
            await Remember(db, group, oldSlug, oldName, stop);

        facts.ForEach(db.Record);
        await db.SaveAsSeen(SubjectKind.Group, seen, stop);
        return group.Slug;
    }

    private async Task<List<Fact>> Change(
        SigHubDb db,
        Actor actor,
        Group group,
        Wanted wanted,
        Slug slug,
        CancellationToken stop
    )
    {
        var now = clock.UtcNow();
        var facts = new List<Fact>();
        if (wanted.State != group.State && group.State == GroupState.Archived)
            facts.Add(group.Become(actor, wanted.State, now));
        if (wanted.Name.Trim() != group.Name || slug != group.Slug)
            facts.Add(group.Rename(actor, wanted.Name, slug, now));
        if (wanted.Kind != group.Kind)
            facts.Add(group.BecomeA(actor, wanted.Kind, now));
        if (wanted.Overview.Trim() != group.Overview)
            facts.Add(group.Describe(actor, wanted.Overview, now));
        if (wanted.Zone.Trim() != group.Zone)
            facts.Add(group.UseZone(actor, wanted.Zone, now));
        if (wanted.Visibility != group.Visibility)
            facts.Add(group.ShowTo(actor, wanted.Visibility, now));
        if (wanted.ParentId != group.ParentId)
        {
            var groups = await db.Groups.Select(one => new { one.Id, one.ParentId }).ToListAsync(stop);
            var tree = new GroupTree(groups.Select(one => (one.Id, one.ParentId)));
            facts.Add(group.MoveBelow(actor, wanted.ParentId, tree, now));
        }
        if (wanted.State != group.State)
            facts.Add(group.Become(actor, wanted.State, now));
        return facts;
    }

    /// <summary>A group that gets a former address of its own back has it as its address again.</summary>
    private async Task Remember(SigHubDb db, Group group, Slug oldSlug, string oldName, CancellationToken stop)
    {
        var again = await db
            .FormerAddresses.Where(former =>
                former.GroupId == group.Id && former.Slug == group.Slug && former.MeetingId == null
            )
            .ToListAsync(stop);
        db.RemoveRange(again);
        db.Add(FormerAddress.Of(oldSlug, oldName, group.Id, clock.UtcNow()));
    }

    /// <param name="Slug">The word in addresses.</param>
    /// <param name="Overview">Markdown.</param>
    /// <param name="Zone">An IANA zone.</param>
    /// <param name="ParentId">The group above; null at the top.</param>
    public sealed record Wanted(
        string Name,
        string Slug,
        GroupKind Kind,
        string Overview,
        string Zone,
        Visibility Visibility,
        GroupState State,
        Guid? ParentId
    );
}
