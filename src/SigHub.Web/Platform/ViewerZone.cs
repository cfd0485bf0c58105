using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform;

/// <summary>
/// The IANA zone in which somebody reads times: what the account says, else what the browser said, else nobody knows and the
/// group's zone is all there is. It is cascaded to every page; a circuit has no cookies.
/// </summary>
public sealed record ViewerZone(string? Name)
{
    /// <summary>The cookie in which the browser says its zone.</summary>
    public const string Cookie = "sighub-zone";

    public static ViewerZone Unknown { get; } = new(Name: null);

    /// <summary>The zone that somebody sent; <see cref="Unknown"/> when there is none of that name.</summary>
    public static ViewerZone From(string? name) =>
        name is { Length: > 0 and <= 64 }
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        && zone.HasIanaId
            ? new ViewerZone(zone.Id)
            : Unknown;
}

/// <summary>Finds out in which zone somebody reads.</summary>
public sealed class ViewerZones(CurrentPerson me, IDbContextFactory<SigHubDb> dbs)
{
    public async Task<ViewerZone> Of(HttpRequest request, CancellationToken stop = default)
    {
        if (me.AccountId is { } id)
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            var chosen = ViewerZone.From(
                await db.Users.Where(user => user.Id == id).Select(user => user.TimeZone).FirstOrDefaultAsync(stop)
            );
            if (chosen != ViewerZone.Unknown)
                return chosen;
        }

        return ViewerZone.From(request.Cookies[ViewerZone.Cookie]);
    }
}
