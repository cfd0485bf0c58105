using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// A person, as far as the current person may see what they take part in; null when that is nothing. E-mail addresses are
/// never part of it. Whoever turned out to be somebody else is shown as that person.
/// </summary>
public sealed class ShowPerson(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const int Meetings = 12;

    public async Task<Screen?> Run(Guid id, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = clock.Today();
        var viewer = await db.ViewerFor(me, today, stop);
        id = await StandsFor(db, id, stop);
        var groups = db.Groups.VisibleTo(viewer);
        var isMe = id == viewer.PersonId;
        var person = await db
            .People.NamedTo(viewer)
            .Where(one => one.Id == id)
            .AsSingleQuery()
            .Select(one => new
            {
                one.DisplayName,
                one.Version,
                Aliases = one
                    .Aliases.Where(alias =>
                        isMe || alias.GroupId == null || groups.Any(group => group.Id == alias.GroupId)
                    )
                    .OrderBy(alias => alias.Name)
                    .Select(alias => alias.Name)
                    .ToList(),
                Affiliations = one
                    .Affiliations.OrderByDescending(a => a.Term.From)
                    .Select(a => new Stood(a.Organisation, a.Term))
                    .ToList(),
            })
            .SingleOrDefaultAsync(stop);
        if (person is null)
            return null;

        var roles = (await Roles(db, id, viewer, stop)).ConvertAll(role => role.For(viewer));
        var attended = db
            .Meetings.VisibleTo(viewer)
            .Where(meeting => meeting.Attendances.Any(a => a.PersonId == id && a.Presence == Presence.Present));
        var recent = await Recent(db, attended, viewer, stop);
        var actions = await db.Actions.VisibleTo(viewer).Open().OwnedBy(id).MostUrgentFirst().ToLines(db, viewer, stop);
        return new Screen(
            id,
            person.DisplayName,
            isMe,
            MayChange: isMe || viewer.IsAdministrator,
            new Seen(id, person.Version),
            [.. person.Aliases.Distinct(StringComparer.OrdinalIgnoreCase).Where(IsAnother)],
            [
                .. person.Affiliations.Select(stood =>
                    stood with
                    {
                        Organisation = Redaction.For(viewer, stood.Organisation),
                    }
                ),
            ],
            [.. roles.Where(role => role.Term.Contains(today))],
            [.. roles.Where(role => !role.Term.Contains(today))],
            actions,
            actions.Count(action => action.IsOverdueOn(today)),
            await attended.CountAsync(stop),
            recent
        );

        bool IsAnother(string alias) =>
            Redaction.Hide(alias) == alias
            && !string.Equals(alias, person.DisplayName, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Guid> StandsFor(SigHubDb db, Guid id, CancellationToken stop)
    {
        while (
            await db
                .People.Where(person => person.Id == id)
                .Select(person => person.MergedIntoId)
                .SingleOrDefaultAsync(stop)
                is { } other
        )
            id = other;
        return id;
    }

    private static Task<List<RoleIn>> Roles(SigHubDb db, Guid id, Viewer viewer, CancellationToken stop) =>
        db
            .Memberships.VisibleTo(viewer)
            .Where(m => m.PersonId == id)
            .Join(db.Groups, m => m.GroupId, group => group.Id, (role, group) => new { role, group })
            .OrderBy(both => both.group.Name)
            .Select(both => new RoleIn(
                both.group.Slug,
                both.group.Name,
                both.role.Role,
                both.role.Title,
                both.role.Affiliation,
                both.role.Term,
                both.role.Confirmation != null
            ))
            .ToListAsync(stop);

    private static async Task<List<Attended>> Recent(
        SigHubDb db,
        IQueryable<Meeting> attended,
        Viewer viewer,
        CancellationToken stop
    )
    {
        var rows = await attended
            .Join(db.Groups, meeting => meeting.GroupId, group => group.Id, (meeting, group) => new { meeting, group })
            .OrderByDescending(both => both.meeting.Date)
            .ThenBy(both => both.group.Name)
            .Take(Meetings)
            .Select(both => new Attended(
                both.meeting.Date,
                both.meeting.Slot,
                both.meeting.Title,
                both.group.Slug,
                both.group.Name
            ))
            .ToListAsync(stop);
        return
        [
            .. rows.Select(row => row with { Title = row.Title is null ? null : Redaction.For(viewer, row.Title) }),
        ];
    }

    /// <param name="Aliases">Other names that documents use.</param>
    /// <param name="Times">Meetings attended, of which <paramref name="Recent"/> are the last.</param>
    public sealed record Screen(
        Guid Id,
        string Name,
        bool IsMe,
        bool MayChange,
        Seen Seen,
        IReadOnlyList<string> Aliases,
        IReadOnlyList<Stood> Affiliations,
        IReadOnlyList<RoleIn> Roles,
        IReadOnlyList<RoleIn> FormerRoles,
        IReadOnlyList<ActionLine> Actions,
        int Overdue,
        int Times,
        IReadOnlyList<Attended> Recent
    );

    /// <summary>The organisation somebody stood for, and when.</summary>
    public sealed record Stood(string Organisation, Term Term);

    /// <param name="Title">The role in a document's words.</param>
    public sealed record RoleIn(
        Slug Slug,
        string Group,
        Role Role,
        string? Title,
        string? Affiliation,
        Term Term,
        bool IsConfirmed
    )
    {
        public RoleIn For(Viewer viewer) =>
            this with
            {
                Title = Redaction.For(viewer, Title),
                Affiliation = Redaction.For(viewer, Affiliation),
            };
    }

    /// <param name="Place">Which meeting of that day, from 1.</param>
    public sealed record Attended(DateOnly Date, int Place, string? Title, Slug Slug, string Group);
}
