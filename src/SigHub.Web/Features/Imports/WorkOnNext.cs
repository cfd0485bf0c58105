using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// One step of the queue: reads the oldest document that waits to be read, or moves in the oldest that was accepted, with the
/// rights that whoever brought it has now. The step is one transaction that lets no other node take another. False when the
/// queue is empty.
/// </summary>
public sealed class WorkOnNext(IDbContextFactory<SigHubDb> dbs, TimeProvider clock, ILogger<WorkOnNext> log)
{
    private const string WentWrong =
        "Something went wrong with this document, and nothing of it was stored. Try it again, or tell the administrator.";

    public async Task<bool> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (!await InWork(db).AnyAsync(stop))
            return false;

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        if (await InWork(db).OrderBy(one => one.At).ThenBy(one => one.Id).FirstOrDefaultAsync(stop) is not { } arrival)
            return false;

        if (await Problem(db, arrival, stop) is { } problem)
        {
            // What the failed step prepared goes with its transaction; that it failed is written in one of its own.
            await transaction.RollbackAsync(stop);
            await Tell(arrival, problem, stop);
            return true;
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static IQueryable<Arrival> InWork(SigHubDb db) =>
        db.Arrivals.Where(one =>
            one.PutAwayAt == null && (one.State == ArrivalState.Waiting || one.State == ArrivalState.Accepted)
        );

    /// <summary>Null when the step succeeded.</summary>
    private async Task<string?> Problem(SigHubDb db, Arrival arrival, CancellationToken stop)
    {
        try
        {
            var actor = await Bringer(db, arrival, stop);
            if (arrival.State is ArrivalState.Waiting)
                return await Read(actor, arrival, stop);

            return await MoveIn(db, actor, arrival, stop);
        }
        catch (RuleBroken rule)
        {
            return rule.Message;
        }
        catch (Exception unexpected) when (!stop.IsCancellationRequested)
        {
            log.LogError(unexpected, "Arrival {Arrival} could not be worked on", arrival.Id);
            return WentWrong;
        }
    }

    private async Task<Actor> Bringer(SigHubDb db, Arrival arrival, CancellationToken stop)
    {
        var account = await db
            .People.Where(person => person.Id == arrival.ByPersonId)
            .Select(person => person.AccountId)
            .SingleAsync(stop);
        var bringer = new CurrentPerson();
        bringer.Become(account, arrival.ByPersonId);
        return await db.FindActor(bringer, clock.Today(), stop)
            ?? throw new RuleBroken("Whoever brought this document has no account here any more.");
    }

    /// <summary>Looks in a context of its own: what a review prepares must not be saved.</summary>
    private async Task<string?> Read(Actor actor, Arrival arrival, CancellationToken stop)
    {
        await using var looking = await dbs.CreateDbContextAsync(stop);
        var upload = new Upload(arrival.FileName, arrival.Content, Choices.Read(arrival.Choices));
        var review = await Reviewing.Of(looking, actor, upload, clock.UtcNow(), stop);
        arrival.WasRead(review.Target?.Id, review.Taken, review.ToLookAt, review.Problem);
        return null;
    }

    private async Task<string?> MoveIn(SigHubDb db, Actor actor, Arrival arrival, CancellationToken stop)
    {
        var upload = new Upload(arrival.FileName, arrival.Content, Choices.Read(arrival.Choices));
        var moved = await Moving.In(db, actor, arrival, upload, clock.UtcNow(), mustBeClear: true, stop);
        if (moved.WasThere)
            arrival = await WasThere(db, arrival, moved, stop);
        return arrival.State is ArrivalState.MovedIn ? null : WentWrong;
    }

    private async Task<Arrival> WasThere(
        SigHubDb db,
        Arrival arrival,
        AcceptDocument.MovedIn moved,
        CancellationToken stop
    )
    {
        var again = await db.Arrivals.SingleAsync(one => one.Id == arrival.Id, stop);
        var document = await db.Documents.SingleAsync(one => one.Id == moved.DocumentId, stop);
        again.MoveIn(document, records: 0, clock.UtcNow());
        return again;
    }

    /// <summary>Unless another node took the document up meanwhile.</summary>
    private async Task Tell(Arrival failed, string problem, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var (id, version) = (failed.Id, failed.Version);
        if (
            await db.Arrivals.SingleOrDefaultAsync(one => one.Id == id && one.Version == version, stop)
            is not { } arrival
        )
            return;

        if (arrival.State is ArrivalState.Waiting)
            arrival.Refuse(problem);
        else
            arrival.NeedsALook(problem);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
