using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>Whoever leads the group above, or an administrator, makes a group; its address comes from its name.</summary>
public sealed class CreateGroup(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The word in the group's address.</returns>
    /// <exception cref="RuleBroken">The current person may not, the name is none, or a group is called so already.</exception>
    public async Task<Slug> Run(Wanted wanted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var name = wanted.Name.Trim();
        RuleBroken.If(
            await db.Groups.VisibleTo(actor.AsViewer()).AnyAsync(group => group.Name == name, stop),
            $"There is a group called {name} already."
        );
        RuleBroken.If(name.Length == 0, "A group needs a name.");

        var first = Slug.From(name);
        var slug = first;
        for (var number = 2; await db.IsTaken(slug, except: null, stop); number++)
            slug = first.WithNumber(number);
        var group = Group.Create(actor, slug, name, wanted.Kind, wanted.ParentId, wanted.Visibility, clock.UtcNow());

        db.Groups.Add(group);
        db.Record(new GroupCreated(group.Subject, actor.PersonId, clock.UtcNow()));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return slug;
    }

    /// <param name="ParentId">The group above; null at the top, for an administrator.</param>
    public sealed record Wanted(string Name, GroupKind Kind, Guid? ParentId, Visibility Visibility);
}
