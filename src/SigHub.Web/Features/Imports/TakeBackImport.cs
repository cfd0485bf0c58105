using System.Text;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Takes an import back: what it added goes, what it changed is as it was, and the document lies on its bringer's list again.
/// Refused: who does not keep the minutes of its group, and while something else builds on it, with what does.
/// </summary>
public sealed class TakeBackImport(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task Run(Guid id, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var arrival =
            await db.Arrivals.SingleOrDefaultAsync(one => one.Id == id, stop)
            ?? throw new RuleBroken("There is no such import.");
        RuleBroken.Unless(
            arrival.MayBeTakenBackBy(actor),
            "Only a chair, a lead or the secretary of its group can take an import back."
        );
        RuleBroken.If(arrival.DocumentId is null, $"“{arrival.FileName}” has not moved in, or was taken back already.");

        var documentId = arrival.DocumentId.Value;
        var document = await db.Documents.SingleOrDefaultAsync(one => one.Id == documentId, stop);
        var changes = await db.ImportChanges.Where(change => change.DocumentId == documentId).ToListAsync(stop);
        RuleBroken.If(
            document is null || changes.Count == 0,
            $"“{arrival.FileName}” brought nothing of its own; there is nothing to take back."
        );
        var reasons = await BuildsOn.Import(db, actor.AsViewer(), documentId, changes, stop);
        if (reasons.Count > 0)
            throw new RuleBroken(Sentence(arrival, reasons));

        await new TakingBack(db, changes, stop).Undo();
        var groupStays = !changes.Exists(change =>
            change is { IsAddition: true, Entity: nameof(Group) } && change.RecordId == arrival.GroupId
        );
        db.Documents.Remove(document);
        // The facts that it told stay told, and stay known as an import's and nobody's own doing.
        db.ImportChanges.RemoveRange(changes.Where(change => change.Entity != nameof(ActivityEntry)));
        db.Traces.RemoveRange(
            await db.Traces.Where(trace => trace.Provenance.DocumentId == documentId).ToListAsync(stop)
        );
        db.Record(arrival.TakeBack(actor, Encoding.UTF8.GetBytes(document.Source), groupStays, clock.UtcNow()));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException reason) when (reason is not DbUpdateConcurrencyException)
        {
            throw new RuleBroken(
                $"“{arrival.FileName}” cannot be taken back: something else refers to what it brought by now."
            );
        }

        await transaction.CommitAsync(stop);
    }

    private static string Sentence(Arrival arrival, IReadOnlyList<BuildsOn.Reason> reasons)
    {
        var more = reasons.Count == 1 ? "" : $" And {reasons.Count - 1} more.";
        return $"“{arrival.FileName}” cannot be taken back while something builds on it: {reasons[0]}{more}";
    }
}
