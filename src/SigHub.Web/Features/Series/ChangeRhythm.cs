using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Series;

/// <summary>
/// Another rhythm for a series: one more slot that takes turns with the others, all meetings of a slot, or those from a day on.
/// </summary>
public sealed class ChangeRhythm(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="slotId">Null: one more.</param>
    /// <param name="from">Only its meetings from this day on; null: all.</param>
    /// <exception cref="ChangedMeanwhile">Somebody else changed it since it was seen.</exception>
    /// <exception cref="RuleBroken">The series says no.</exception>
    public async Task Run(
        Seen seen,
        Guid? slotId,
        RhythmChoice rhythm,
        DateOnly? from,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var series = await db.SeriesAsSeen(actor, seen, stop);
        var (rule, time, now) = (rhythm.Rule(), rhythm.Time, clock.UtcNow());

        db.Record(
            (slotId, from) switch
            {
                (null, _) => series.AddSlot(actor, rule, rhythm.StartsOn, time, now),
                ({ } slot, null) => series.ChangeSlot(actor, slot, rule, rhythm.StartsOn, time, now),
                ({ } slot, { } day) => series.ChangeFollowing(actor, slot, day, rule, rhythm.StartsOn, time, now),
            }
        );
        await db.SaveAsSeen(SubjectKind.Series, seen, stop);
    }
}
