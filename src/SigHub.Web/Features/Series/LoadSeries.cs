using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Series;

internal static class LoadSeries
{
    /// <exception cref="RuleBroken">It is gone, or not to be seen.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else changed it since it was seen.</exception>
    public static async Task<MeetingSeries> SeriesAsSeen(
        this SigHubDb db,
        Actor actor,
        Seen seen,
        CancellationToken stop
    )
    {
        var series =
            await db.Series.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == seen.Id, stop)
            ?? throw new RuleBroken("This series is not here any more.");
        await db.MustBeAsSeen(SubjectKind.Series, series.Version, seen, stop);
        return series;
    }
}
