using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Features.Imports.MovingIn;
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
        var document = Documents.Open(upload);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var moveIn = await MoveIn.Run(
            db,
            actor,
            document.Reading,
            upload,
            (kind, count) => db.TakeNumbers(kind, count, stop),
            clock.UtcNow(),
            stop
        );
        RuleBroken.If(moveIn.Undated.Count > 0, "Give every meeting a date first.");

        var earlier = await db
            .Documents.Where(known => known.Sha256 == document.Reading.Sha256 && known.GroupId == moveIn.Main.Id)
            .Select(known => (Guid?)known.Id)
            .FirstOrDefaultAsync(stop);
        if (earlier is { } id)
            return new MovedIn(
                id,
                WasThere: true,
                moveIn.Main.Slug.Value,
                moveIn.Main.Name,
                New: 0,
                Known: moveIn.Landed.Count
            );

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new MovedIn(
            moveIn.Document.Id,
            WasThere: false,
            moveIn.Main.Slug.Value,
            moveIn.Main.Name,
            moveIn.Landed.Count(record => record.Landing is Landing.New),
            moveIn.Landed.Count(record => record.Landing is Landing.Known)
        );
    }

    /// <param name="WasThere">The very same document had moved in before; nothing changed.</param>
    public sealed record MovedIn(Guid DocumentId, bool WasThere, string Slug, string GroupName, int New, int Known);
}
