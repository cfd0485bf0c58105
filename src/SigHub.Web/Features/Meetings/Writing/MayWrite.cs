using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>Whether the current person may still write a meeting's minutes.</summary>
public sealed class MayWrite(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">They may not, or are not signed in any more.</exception>
    public async Task Run(Guid meetingId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting =
            await db
                .Meetings.VisibleTo(actor.AsViewer())
                .AsNoTracking()
                .IgnoreAutoIncludes()
                .SingleOrDefaultAsync(one => one.Id == meetingId, stop)
            ?? throw new RuleBroken("This meeting is not here any more, or not for you.");

        meeting.MustBeWritableBy(actor);
    }
}
