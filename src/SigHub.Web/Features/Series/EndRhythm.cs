using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Series;

/// <summary>A slot of a series meets no more: after a day, or, where it never met, at all.</summary>
public sealed class EndRhythm(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="last">The last day on which it may meet; before its first one, the slot goes altogether.</param>
    /// <exception cref="ChangedMeanwhile">Somebody else changed it since it was seen.</exception>
    /// <exception cref="RuleBroken">The series says no.</exception>
    public async Task Run(Seen seen, Guid slotId, DateOnly last, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var series = await db.SeriesAsSeen(actor, seen, stop);
        var begins = series.Slots.SingleOrDefault(slot => slot.Id == slotId)?.StartsOn;

        db.Record(
            last < begins
                ? series.RemoveSlot(actor, slotId, clock.UtcNow())
                : series.EndSlot(actor, slotId, last, clock.UtcNow())
        );
        await db.SaveAsSeen(SubjectKind.Series, seen, stop);
    }
}
