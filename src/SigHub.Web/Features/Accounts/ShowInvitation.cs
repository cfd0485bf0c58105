using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Portals;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>What an invitation offers to whoever holds its secret; null when it does not count, or does not any more.</summary>
public sealed class ShowInvitation(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen?> Run(string? secret, CancellationToken stop = default)
    {
        var hash = Secret.Hash(secret ?? "");
        await using var db = await dbs.CreateDbContextAsync(stop);
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(one => one.SecretHash == hash, stop);
        var portal = await db.GetPortal(stop);
        if (invitation?.IsOpenAt(clock.UtcNow()) != true || portal.Registration is Registration.Closed)
            return null;

        var by = await db
            .People.Where(one => one.Id == invitation.ByPersonId)
            .Select(one => one.DisplayName)
            .SingleAsync(stop);
        var group = await db
            .Groups.Where(one => one.Id == invitation.GroupId)
            .Select(one => new { one.Slug, one.Name })
            .SingleOrDefaultAsync(stop);
        var invited = await db
            .People.Where(one => one.Id == invitation.PersonId && one.Erasure == null)
            .Select(one => one.DisplayName)
            .SingleOrDefaultAsync(stop);
        return new Screen(
            portal.Name,
            by,
            group?.Slug.Value,
            group?.Name,
            invitation.Role,
            invitation.Email,
            invited,
            me.IsSignedIn,
            invitation.ExpiresAt
        );
    }

    /// <param name="Email">The address that the account will have; null where whoever accepts says it.</param>
    /// <param name="Invited">The known person whose account it will be.</param>
    public sealed record Screen(
        string Portal,
        string By,
        string? Slug,
        string? Group,
        Role? Role,
        string? Email,
        string? Invited,
        bool IsSignedIn,
        DateTime ExpiresAt
    );
}
