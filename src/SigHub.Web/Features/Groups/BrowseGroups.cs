using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>The groups that the current person may see, as the directory shows them.</summary>
public sealed class BrowseGroups(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<IReadOnlyList<Row>> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var viewer = await db.ViewerFor(me, clock.Today(), stop);
        return await db
            .Groups.VisibleTo(viewer)
            .OrderBy(group => group.Name)
            .Select(group => new Row(group.Id, group.ParentId, group.Slug, group.Name, group.Kind, group.State))
            .ToListAsync(stop);
    }

    public sealed record Row(Guid Id, Guid? ParentId, Slug Slug, string Name, GroupKind Kind, GroupState State);
}
