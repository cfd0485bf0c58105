using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Administration;

/// <summary>
/// The roles of today in the groups that the current person leads, those that wait for a confirmation first. Null for
/// whoever leads none.
/// </summary>
public sealed class ListRoles(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int Most = 300;
    private const int MostNames = 1000;

    public async Task<Screen?> Run(string? slug, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = clock.Today();
        if (await db.FindActor(me, today, stop) is not { } actor)
            return null;

        var groups = await db
            .Groups.OrderBy(group => group.Name)
            .Select(group => new GroupChoice(group.Id, group.Slug, group.Name))
            .ToListAsync(stop);
        groups.RemoveAll(group => !actor.Leads(group.Id));
        if (groups.Count == 0 && !actor.IsAdministrator)
            return null;

        var wanted = groups.Find(group => group.Slug.Value == slug);
        var ids = wanted is null ? groups.ConvertAll(group => group.Id) : [wanted.Id];
        var roles =
            from m in db.Memberships
            where ids.Contains(m.GroupId) && (m.Term.To == null || m.Term.To > today)
            join person in db.People on m.PersonId equals person.Id
            join owner in db.Groups on m.GroupId equals owner.Id
            orderby m.Confirmation != null, owner.Name, m.Role, person.DisplayName
            select new Row(
                m.Id,
                person.Id,
                person.DisplayName,
                person.AccountId != null,
                owner.Slug,
                owner.Name,
                m.Role,
                m.Title,
                m.Term,
                m.Confirmation != null
            );
        var rows = await roles.Take(Most).ToListAsync(stop);
        return new Screen(
            actor.IsAdministrator,
            groups,
            wanted,
            rows.FindAll(role => !role.IsConfirmed),
            rows.FindAll(role => role.IsConfirmed),
            rows.Count == Most,
            await db
                .People.VisibleTo(actor.AsViewer())
                .OrderBy(person => person.DisplayName)
                .Select(person => person.DisplayName)
                .Distinct()
                .Take(MostNames)
                .ToListAsync(stop)
        );
    }

    /// <param name="Wanted">The group that the list is about; null for all of them.</param>
    /// <param name="Waiting">Titles that a document gives and nobody confirmed.</param>
    /// <param name="Names">For the form that gives a role.</param>
    public sealed record Screen(
        bool IsAdministrator,
        IReadOnlyList<GroupChoice> Groups,
        GroupChoice? Wanted,
        IReadOnlyList<Row> Waiting,
        IReadOnlyList<Row> Confirmed,
        bool HasMore,
        IReadOnlyList<string> Names
    );

    public sealed record GroupChoice(Guid Id, Slug Slug, string Name);

    /// <param name="Title">The role in a document's words.</param>
    public sealed record Row(
        Guid Id,
        Guid PersonId,
        string Name,
        bool HasAccount,
        Slug Slug,
        string Group,
        Role Role,
        string? Title,
        Term Term,
        bool IsConfirmed
    );
}
