using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>A group's settings as they are; null where the current person may change none of them.</summary>
public sealed class ReadSettings(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen?> Run(string slug, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { } actor || Slugs.Read(slug) is not { } word)
            return null;

        var groups = await db
            .Groups.VisibleTo(actor.AsViewer())
            .OrderBy(group => group.Name)
            .IgnoreAutoIncludes()
            .AsNoTracking()
            .ToListAsync(stop);
        if (groups.Find(group => group.Slug == word) is not { } here || !actor.KeepsMinutes(here.Id))
            return null;

        var tree = new GroupTree(groups.Select(group => (group.Id, group.ParentId)));
        var below = tree.Below(here.Id).Append(here.Id).ToHashSet();
        return new Screen(
            new Seen(here.Id, here.Version),
            new ChangeGroup.Wanted(
                here.Name,
                here.Slug.Value,
                here.Kind,
                here.Overview,
                here.Zone,
                here.Visibility,
                here.State,
                here.ParentId
            ),
            actor.Leads(here.Id),
            [
                .. groups
                    .Where(group => group.Id == here.ParentId || actor.Leads(group.Id) && !below.Contains(group.Id))
                    .Select(Choice),
            ],
            [.. groups.Where(group => actor.Leads(group.Id) && group.Id != here.Id).Select(Choice)]
        );

        static Choice Choice(Group group) => new(group.Id, group.Name);
    }

    /// <param name="Leads">Without it, only the overview and the zone can be changed.</param>
    /// <param name="Parents">The groups it may stand below, and the one it stands below.</param>
    /// <param name="Others">The groups it may be merged into.</param>
    public sealed record Screen(
        Seen Seen,
        ChangeGroup.Wanted Now,
        bool Leads,
        IReadOnlyList<Choice> Parents,
        IReadOnlyList<Choice> Others
    );

    public sealed record Choice(Guid Id, string Name);
}
