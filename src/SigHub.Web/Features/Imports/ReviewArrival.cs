using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// A brought document as it stands in its review, with what was chosen so far. Refused: who neither brought it nor is an
/// administrator.
/// </summary>
public sealed class ReviewArrival(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Shown> Run(Guid id, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var arrival = await db.GetArrival(actor, id, stop);
        return await Show(db, actor, arrival, clock.UtcNow(), stop);
    }

    internal static async Task<Shown> Show(
        SigHubDb db,
        Actor actor,
        Arrival arrival,
        DateTime now,
        CancellationToken stop
    )
    {
        var choices = Choices.Read(arrival.Choices);
        var review =
            arrival.Content.Length == 0
                ? null
                : await Reviewing.Of(db, actor, new Upload(arrival.FileName, arrival.Content, choices), now, stop);
        return new Shown(
            arrival.Id,
            arrival.Version,
            arrival.FileName,
            arrival.State,
            arrival.At,
            arrival.Problem,
            arrival.DocumentId,
            choices,
            review
        );
    }

    /// <param name="Version">The version of the choices; whoever chooses says which they saw.</param>
    /// <param name="Review">Null when there is nothing to read any more: it moved in, or cannot be read.</param>
    public sealed record Shown(
        Guid Id,
        int Version,
        string FileName,
        ArrivalState State,
        DateTime At,
        string? Problem,
        Guid? DocumentId,
        Choices Choices,
        ReviewDocument.Review? Review
    );
}
