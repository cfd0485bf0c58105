using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports;

internal static class Arrivals
{
    /// <summary>A document on its way in, for whoever may look at it; for anybody else there is none.</summary>
    public static async Task<Arrival> GetArrival(this SigHubDb db, Actor actor, Guid id, CancellationToken stop) =>
        await db.Arrivals.SingleOrDefaultAsync(one => one.Id == id, stop) is { } arrival
        && arrival.MayBeLookedAtBy(actor)
            ? arrival
            : throw new RuleBroken("This document is not here any more, or somebody else brought it.");

    /// <summary>Nobody has chosen otherwise since these choices were seen.</summary>
    public static bool HasStill(this Arrival arrival, Choices? seen) =>
        seen is not null && Choices.Read(arrival.Choices).Write() == seen.Write();

    /// <summary>What one person brought and did not put away, the latest first.</summary>
    public static IQueryable<Arrival> TrayOf(this SigHubDb db, Guid personId) =>
        db
            .Arrivals.Where(one => one.ByPersonId == personId && one.PutAwayAt == null)
            .OrderByDescending(one => one.At)
            .ThenByDescending(one => one.Id);
}
