using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>An account with its person's roles and its sessions; null for all but administrators, or where there is none.</summary>
public sealed class ShowUser(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen?> Run(Guid accountId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { IsAdministrator: true })
            return null;

        var found = await (
            from account in db.Users
            join person in db.People on account.Id equals person.AccountId
            where account.Id == accountId
            select new
            {
                Account = account,
                person.Id,
                person.DisplayName,
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(stop);
        if (found is null)
            return null;

        var today = clock.Today();
        var roles = await (
            from m in db.Memberships
            join owner in db.Groups on m.GroupId equals owner.Id
            where m.PersonId == found.Id && (m.Term.To == null || m.Term.To > today)
            orderby owner.Name
            select new RoleIn(owner.Slug, owner.Name, m.Role, m.Title, m.Term, m.Confirmation != null)
        ).ToListAsync(stop);
        var sessions = await db
            .Sessions.Where(session => session.AccountId == accountId)
            .OrderByDescending(session => session.LastSeenAt)
            .Select(session => new Seen(session.Device, session.LastSeenAt))
            .ToListAsync(stop);
        var now = clock.UtcNow();
        return new Screen(
            accountId,
            found.Id,
            found.DisplayName,
            found.Account.Email ?? found.Account.UserName!,
            found.Account.IsAdministrator,
            found.Account.EmailConfirmed,
            found.Account.DisabledAt,
            found.Account.TwoFactorEnabled,
            accountId == me.AccountId,
            roles,
            sessions,
            await db.AccessTokens.CountAsync(
                token => token.AccountId == accountId && token.RevokedAt == null && token.ExpiresAt > now,
                stop
            )
        );
    }

    public sealed record Screen(
        Guid Id,
        Guid PersonId,
        string Name,
        string Email,
        bool IsAdministrator,
        bool IsConfirmed,
        DateTime? DisabledAt,
        bool AsksForCode,
        bool IsMe,
        IReadOnlyList<RoleIn> Roles,
        IReadOnlyList<Seen> Sessions,
        int Tokens
    );

    public sealed record RoleIn(Slug Slug, string Group, Role Role, string? Title, Term Term, bool IsConfirmed);

    public sealed record Seen(string Device, DateTime At);
}
