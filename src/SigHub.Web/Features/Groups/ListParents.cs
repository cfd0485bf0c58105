using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>The groups below which the current person can make one; null where there is none.</summary>
public sealed class ListParents(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen?> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { } actor)
            return null;

        var groups = await db
            .Groups.VisibleTo(actor.AsViewer())
            .OrderBy(group => group.Name)
            .Select(group => new Choice(group.Id, group.Name))
            .ToListAsync(stop);
        var led = groups.Where(group => actor.Leads(group.Id)).ToList();
        return actor.IsAdministrator || led.Count > 0 ? new Screen(actor.IsAdministrator, led) : null;
    }

    /// <param name="MayStandAlone">A group at the top can be made.</param>
    public sealed record Screen(bool MayStandAlone, IReadOnlyList<Choice> Parents);

    public sealed record Choice(Guid Id, string Name);
}
