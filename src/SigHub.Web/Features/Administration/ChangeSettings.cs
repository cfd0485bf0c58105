using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Portals;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>An administrator changes the portal's settings; they hold at once.</summary>
public sealed class ChangeSettings(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    CurrentPortal current,
    TimeProvider clock
)
{
    /// <param name="version">Of the settings that were seen.</param>
    /// <exception cref="RuleBroken">They are no administrator, somebody else was faster, or a setting cannot be so.</exception>
    public async Task Run(
        string? name,
        Registration registration,
        string? contact,
        int version,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var portal = await db.GetPortal(stop);
        RuleBroken.Unless(Enum.IsDefined(registration), "Registration is open, by invitation, or closed.");
        var facts = portal.Change(actor, name, registration, contact, clock.UtcNow());
        RuleBroken.If(
            db.SeenVersion(portal) != version,
            "Somebody else changed the settings meanwhile; nothing of yours was saved. Look at what they are now."
        );

        foreach (var fact in facts)
            db.Record(fact);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            throw new RuleBroken("Somebody else changed the settings in the same moment; nothing of yours was saved.");
        }

        current.Changed();
    }
}
