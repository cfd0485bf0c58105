using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Keeps what somebody chose in a review, and shows the review as it is then. Refused: who may not look at the document, one
/// that moves in already, and choices made before somebody else's were seen.
/// </summary>
public sealed class ChooseInReview(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const string Overtaken =
        "This review was changed in another window meanwhile. It is shown as it stands now; choose again.";

    /// <param name="id">The arrival.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="choices">All that is chosen from now on.</param>
    /// <param name="seen">The choices that were seen: the queue raises the version too, and overtakes nobody by that.</param>
    /// <param name="stop">Stops it; then nothing is kept.</param>
    public async Task<ReviewArrival.Shown> Run(
        Guid id,
        int version,
        Choices choices,
        Choices? seen = null,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var arrival = await db.GetArrival(actor, id, stop);
        RuleBroken.If(arrival.Version != version && !arrival.HasStill(seen), Overtaken);

        arrival.Choose(actor, choices.Write());
        await using var looking = await dbs.CreateDbContextAsync(stop);
        var shown = await ReviewArrival.Show(looking, actor, arrival, clock.UtcNow(), stop);
        if (shown.Review is { } review)
            arrival.WasRead(review.Target?.Id, review.Taken, review.ToLookAt, review.Problem);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBroken(Overtaken);
        }

        return shown with
        {
            Version = arrival.Version,
            State = arrival.State,
            Problem = arrival.Problem,
        };
    }
}
