using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Tokens;

/// <summary>Whom a token speaks for, and the roles that count for them today.</summary>
public sealed class ShowWhoIAm(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Nobody is signed in.</exception>
    public async Task<Answer> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = clock.Today();
        var actor = await db.ActorFor(me, today, stop);
        var name = await db
            .People.Where(one => one.Id == actor.PersonId)
            .Select(one => one.DisplayName)
            .SingleAsync(stop);
        var roles = await db
            .Memberships.Where(m =>
                m.PersonId == actor.PersonId
                && m.Confirmation != null
                && (m.Term.From == null || m.Term.From <= today)
                && (m.Term.To == null || m.Term.To > today)
            )
            .Join(
                db.Groups,
                m => m.GroupId,
                group => group.Id,
                (m, group) =>
                    new
                    {
                        m.Role,
                        group.Slug,
                        group.Name,
                    }
            )
            .OrderBy(both => both.Name)
            .ToListAsync(stop);
        return new Answer(
            actor.PersonId,
            name,
            actor.IsAdministrator,
            [.. roles.Select(one => new RoleIn(one.Slug.Value, one.Name, one.Role.Name()))]
        );
    }

    public sealed record Answer(Guid PersonId, string Name, bool IsAdministrator, IReadOnlyList<RoleIn> Roles);

    /// <param name="Group">The group's slug.</param>
    public sealed record RoleIn(string Group, string GroupName, string Role);
}
