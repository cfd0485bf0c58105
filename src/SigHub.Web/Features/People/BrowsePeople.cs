using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

// ToLower is lower() in SQL here.
#pragma warning disable CA1304, CA1311, CA1862, MA0011

namespace SigHub.Web.Features.People;

/// <summary>The people that the current person may see, by name, a hundred at a time.</summary>
public sealed class BrowsePeople(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int PageSize = 100;

    public async Task<Screen> Run(Filter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = clock.Today();
        var viewer = await db.ViewerFor(me, today, stop);
        var groups = await db
            .Groups.VisibleTo(viewer)
            .OrderBy(group => group.Name)
            .Select(group => new GroupChoice(group.Id, group.Slug, group.Name))
            .ToListAsync(stop);
        var roles = db.Memberships.VisibleTo(viewer);
        var current = roles.Where(m =>
            (m.Term.From == null || m.Term.From <= today) && (m.Term.To == null || m.Term.To > today)
        );

        var people = db.People.VisibleTo(viewer);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            var isPerson = viewer.PersonId is not null;
            var lower = text.ToLowerInvariant();
            var seen = db.Groups.VisibleTo(viewer);
            people = people.Where(person =>
                person.DisplayName.ToLower().Contains(lower)
                || person.DisplayName.Contains(text)
                || person.Aliases.Any(alias =>
                    alias.Name.ToLower().Contains(lower)
                    && (isPerson || !EF.Functions.Like(alias.Name, "%@%"))
                    && (alias.GroupId == null || seen.Any(group => group.Id == alias.GroupId))
                )
            );
        }

        if (groups.Find(group => group.Slug.Value == filter.Group) is { } wanted)
            people = people.Where(person =>
                current.Any(role => role.GroupId == wanted.Id && role.PersonId == person.Id)
            );

        var count = await people.CountAsync(stop);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await people
            .OrderBy(person => person.DisplayName)
            .ThenBy(person => person.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(person => new Row(
                person.Id,
                person.DisplayName,
                person
                    .Affiliations.Where(one => one.Term.To == null || one.Term.To > today)
                    .OrderByDescending(one => one.Term.From)
                    .Select(one => one.Organisation)
                    .FirstOrDefault()
                    ?? current
                        .Where(role => role.PersonId == person.Id && role.Affiliation != null)
                        .Select(role => role.Affiliation)
                        .FirstOrDefault(),
                current
                    .Where(role => role.PersonId == person.Id)
                    .Join(db.Groups, role => role.GroupId, group => group.Id, (role, group) => new { role, group })
                    .OrderBy(both => both.group.Name)
                    .Select(both => new RoleIn(both.group.Slug, both.group.Name, both.role.Role, both.role.Title))
                    .ToList()
            ))
            .ToListAsync(stop);
        return new Screen(count, page, pages, groups, [.. rows.Select(row => row.For(viewer))]);
    }

    /// <param name="Text">Part of a name or an alias.</param>
    /// <param name="Group">The slug of a group that people belong to today.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Filter(string? Text = null, string? Group = null, int Page = 1);

    public sealed record Screen(
        int Count,
        int Page,
        int Pages,
        IReadOnlyList<GroupChoice> Groups,
        IReadOnlyList<Row> People
    );

    public sealed record GroupChoice(Guid Id, Slug Slug, string Name);

    public sealed record Row(Guid Id, string Name, string? Affiliation, IReadOnlyList<RoleIn> Roles)
    {
        public Row For(Viewer viewer) =>
            this with
            {
                Affiliation = Redaction.For(viewer, Affiliation),
                Roles = [.. Roles.Select(role => role with { Title = Redaction.For(viewer, role.Title) })],
            };
    }

    /// <param name="Title">The role in a document's words.</param>
    public sealed record RoleIn(Slug Slug, string Group, Role Role, string? Title);
}
