using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// One step of the queue: reads the oldest document that waits to be read, or moves in the oldest that was accepted, with the
/// rights that whoever brought it has now. What comes of it is stored in one transaction, unless another node was faster. False
/// when the queue is empty.
/// </summary>
public sealed class WorkOnNext(IDbContextFactory<SigHubDb> dbs, TimeProvider clock, ILogger<WorkOnNext> log)
{
    private const string WentWrong =
        "Something went wrong with this document, and nothing of it was stored. Try it again, or tell the administrator.";

    public async Task<bool> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await Next(db, stop) is not { } next)
            return false;

        var upload = new Upload(next.FileName, next.Content, Choices.Read(next.Choices));
        if (next.State is ArrivalState.Waiting)
            await Read(next, upload, stop);
        else
            await MoveIn(next, upload, stop);
        return true;
    }

    private static Task<Arrival?> Next(SigHubDb db, CancellationToken stop) =>
        db
            .Arrivals.Where(one =>
                one.PutAwayAt == null && (one.State == ArrivalState.Waiting || one.State == ArrivalState.Accepted)
            )
            .OrderBy(one => one.At)
            .ThenBy(one => one.Id)
            .AsNoTracking()
            .FirstOrDefaultAsync(stop);

    /// <summary>
    /// Looks outside of the transaction, in a context that saves nothing: reading takes longest, and on SQLite nobody else could
    /// save anything meanwhile.
    /// </summary>
    private async Task Read(Arrival next, Upload upload, CancellationToken stop)
    {
        ReviewDocument.Review? review = null;
        var problem = await Problem(
            next,
            async () =>
            {
                await using var looking = await dbs.CreateDbContextAsync(stop);
                review = await Reviewing.Of(looking, await Bringer(looking, next, stop), upload, clock.UtcNow(), stop);
            },
            stop
        );
        await Tell(
            next,
            arrival =>
            {
                if (problem is not null)
                    arrival.Refuse(problem);
                else
                    arrival.WasRead(review!.Target?.Id, review.Taken, review.ToLookAt, review.Problem);
            },
            stop
        );
    }

    private async Task MoveIn(Arrival next, Upload upload, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var problem = await Problem(next, () => Task.FromResult(Documents.Open(upload)), stop);
        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            await db.OneImportAtATime(stop);
            if (await AsSeen(db, next, stop) is not { } arrival)
                return;

            problem ??= await Problem(next, () => MoveIn(db, arrival, upload, stop), stop);
            if (problem is null)
            {
                await db.SaveChangesAsync(stop);
                await transaction.CommitAsync(stop);
                return;
            }
        }

        // What the failed step prepared went with its transaction; that it failed is written in one of its own.
        await Tell(next, arrival => arrival.NeedsALook(problem), stop);
    }

    private async Task MoveIn(SigHubDb db, Arrival arrival, Upload upload, CancellationToken stop)
    {
        var actor = await Bringer(db, arrival, stop);
        var moved = await Moving.In(db, actor, arrival, upload, clock.UtcNow(), mustBeClear: true, stop);
        if (moved.WasThere)
        {
            var again = await db.Arrivals.SingleAsync(one => one.Id == arrival.Id, stop);
            var document = await db.Documents.SingleAsync(one => one.Id == moved.DocumentId, stop);
            again.MoveIn(document, records: 0, clock.UtcNow());
        }
    }

    /// <summary>Why the work failed; null when it succeeded.</summary>
    private async Task<string?> Problem(Arrival arrival, Func<Task> work, CancellationToken stop)
    {
        try
        {
            await work();
            return null;
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

    /// <summary>Unless another node took the document up meanwhile.</summary>
    private async Task Tell(Arrival next, Action<Arrival> change, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        if (await AsSeen(db, next, stop) is not { } arrival)
            return;

        change(arrival);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private static Task<Arrival?> AsSeen(SigHubDb db, Arrival next, CancellationToken stop)
    {
        var (id, version) = (next.Id, next.Version);
        return db.Arrivals.SingleOrDefaultAsync(one => one.Id == id && one.Version == version, stop);
    }
}
