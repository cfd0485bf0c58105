using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Puts a document, or the documents of a zip archive, into the queue; from there they are read one after the other. What cannot
/// be a document is kept with the reason and stops no other. Refused: who may import nowhere, and more than 300 a minute.
/// </summary>
public sealed class BringDocument(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    TimeProvider clock,
    ImportLimit limit,
    ImportBell bell
)
{
    /// <param name="batch">What is brought at once shares one; see <see cref="NewBatch"/>.</param>
    /// <returns>The arrivals it became: one, or one for each document of an archive.</returns>
    public async Task<IReadOnlyList<Guid>> Run(
        Guid batch,
        string fileName,
        byte[] content,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        RuleBroken.Unless(
            actor.IsAdministrator
                || (await db.Groups.Select(group => group.Id).ToListAsync(stop)).Exists(actor.KeepsMinutes),
            "Importing is for those who keep a group's minutes: its chair, lead or secretary."
        );

        var arrivals = Unpacked(actor, batch, fileName, content, clock.UtcNow());
        limit.Count(actor.PersonId, arrivals.Count);
        db.Arrivals.AddRange(arrivals);
        await db.SaveChangesAsync(stop);
        bell.Ring();
        return [.. arrivals.Select(arrival => arrival.Id)];
    }

    public static Guid NewBatch(TimeProvider clock) => Ids.New(clock.UtcNow());

    private static List<Arrival> Unpacked(Actor actor, Guid batch, string fileName, byte[] content, DateTime now)
    {
        if (!Archive.IsOne(fileName, content))
            return [Arrival.Bring(actor, batch, fileName, content, now)];

        try
        {
            return
            [
                .. Archive
                    .Open(fileName, content)
                    .Select(packed =>
                        packed.Problem is { } problem
                            ? Arrival.Unreadable(actor, batch, packed.FileName, problem, now)
                            : Arrival.Bring(actor, batch, packed.FileName, packed.Content, now)
                    ),
            ];
        }
        catch (RuleBroken reason)
        {
            return [Arrival.Unreadable(actor, batch, fileName, reason.Message, now)];
        }
    }
}
