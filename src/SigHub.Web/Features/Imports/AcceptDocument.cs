using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Moves a document in: all of its records or none, in one transaction. The same document again changes nothing. Sends no mail.
/// </summary>
public sealed class AcceptDocument(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    TimeProvider clock,
    ImportLimit limit
)
{
    public async Task<MovedIn> Run(Upload upload, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        limit.Count(actor.PersonId);
        Documents.Open(upload);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var now = clock.UtcNow();
        var arrival = Arrival.Bring(actor, Domain.Ids.New(now), upload.FileName, upload.Content, now);
        arrival.PutAway(actor, now);
        db.Arrivals.Add(arrival);
        var moved = await Moving.In(db, actor, arrival, upload, now, mustBeClear: false, stop);
        if (moved.WasThere)
            return moved;

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return moved;
    }

    /// <param name="WasThere">The very same document had moved in before; nothing changed.</param>
    public sealed record MovedIn(Guid DocumentId, bool WasThere, string Slug, string GroupName, int New, int Known);
}
