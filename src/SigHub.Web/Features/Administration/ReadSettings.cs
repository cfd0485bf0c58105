using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Portals;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>The portal's settings, and how its mail fares; null for all but administrators.</summary>
public sealed class ReadSettings(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    Settings settings,
    TimeProvider clock
)
{
    public async Task<Screen?> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { IsAdministrator: true })
            return null;

        var portal = await db.GetPortal(stop);
        return new Screen(
            portal.Name,
            portal.Registration,
            portal.Contact,
            db.SeenVersion(portal),
            settings.Mail is { } mail ? $"{mail.Host}:{mail.Port}, as {mail.From.Address}" : null,
            await db.Outbox.CountAsync(one => one.NextTryAt != null, stop),
            await db.Outbox.CountAsync(one => one.NextTryAt == null, stop),
            await db
                .Outbox.Where(one => one.Problem != null)
                .OrderByDescending(one => one.CreatedAt)
                .Select(one => one.Problem)
                .FirstOrDefaultAsync(stop)
        );
    }

    /// <param name="Version">To be sent with a change, which is refused where somebody else was faster.</param>
    /// <param name="MailServer">Null where there is none.</param>
    /// <param name="GivenUp">Mails that no server took for two days.</param>
    /// <param name="MailProblem">Why the latest that still lies there was not taken.</param>
    public sealed record Screen(
        string Name,
        Registration Registration,
        string? Contact,
        int Version,
        string? MailServer,
        int Waiting,
        int GivenUp,
        string? MailProblem
    );
}
