using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Keeps one choice that somebody made in a review, beside those that were made before, in this window or in another, and shows
/// the review as it is then. Refused: who may not look at the document, and one that moves in already.
/// </summary>
public sealed class ChooseInReview(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="id">The arrival.</param>
    /// <param name="choice">Adds the choice to all that is chosen; called again where another was faster.</param>
    /// <param name="stop">Stops it; then nothing is kept.</param>
    public async Task<ReviewArrival.Shown> Run(Guid id, Func<Choices, Choices> choice, CancellationToken stop = default)
    {
        while (true)
        {
            try
            {
                return await Choose(id, choice, stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                // What the other chose stays, and this choice joins it: nothing that somebody typed is lost.
            }
        }
    }

    private async Task<ReviewArrival.Shown> Choose(Guid id, Func<Choices, Choices> choice, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var arrival = await db.GetArrival(actor, id, stop);

        arrival.Choose(actor, choice(Choices.Read(arrival.Choices)).Write());
        await using var looking = await dbs.CreateDbContextAsync(stop);
        var shown = await ReviewArrival.Show(looking, actor, arrival, clock.UtcNow(), stop);
        if (shown.Review is { } review)
            arrival.WasRead(review.Target?.Id, review.Taken, review.ToLookAt, review.Problem);
        await db.SaveChangesAsync(stop);

        return shown with
        {
            Version = arrival.Version,
            State = arrival.State,
            Problem = arrival.Problem,
        };
    }
}
