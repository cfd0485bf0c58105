using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Features.Imports.MovingIn;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports;

/// <summary>Takes one document in, inside a transaction of the caller's that lets no other import run.</summary>
internal static class Moving
{
    /// <param name="mustBeClear">Nobody looked at it: it moves in only while there is still nothing to look at.</param>
    /// <exception cref="RuleBroken">It cannot move in as it stands; the caller's transaction must not be committed.</exception>
    public static async Task<AcceptDocument.MovedIn> In(
        SigHubDb db,
        Actor actor,
        Arrival arrival,
        Upload upload,
        DateTime now,
        bool mustBeClear,
        CancellationToken stop
    )
    {
        var (reading, _) = Documents.Open(upload);
        var moved = await MoveIn.Run(
            db,
            actor,
            reading,
            upload,
            (kind, count) => db.TakeNumbers(kind, count, stop),
            now,
            stop
        );
        RuleBroken.If(moved.Undated.Count > 0, "Give every meeting a date first.");

        var main = moved.Main;
        var earlier = await db
            .Documents.Where(known => known.Sha256 == reading.Sha256 && known.GroupId == main.Id)
            .FirstOrDefaultAsync(stop);
        if (earlier is not null)
        {
            // Nothing of what was prepared is kept: it is all there.
            db.ChangeTracker.Clear();
            return new(
                earlier.Id,
                WasThere: true,
                main.Slug.Value,
                main.Name,
                New: 0,
                Known: moved.Landed.Count(r => r.IsTaken)
            );
        }

        RuleBroken.If(
            mustBeClear && Reviewing.IsUnclear(moved),
            "Since it was read, others moved in that it may be about: look at it once before it does."
        );
        db.ImportChanges.AddRange(moved.Changes);
        var (added, known) = (
            moved.Landed.Count(record => record.Landing is Landing.New),
            moved.Landed.Count(record => record.Landing is Landing.Known)
        );
        arrival.MoveIn(moved.Document, added + known, now);
        return new(moved.Document.Id, WasThere: false, main.Slug.Value, main.Name, added, known);
    }
}
