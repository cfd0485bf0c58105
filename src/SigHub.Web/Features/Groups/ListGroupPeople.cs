using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>
/// Who belongs to a group, who did, and who came without a role; null when there is no such group for the current person.
/// </summary>
public sealed class ListGroupPeople(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen?> Run(string slug, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = clock.Today();
        var viewer = await db.ViewerFor(me, today, stop);
        if (await db.FindHead(slug, viewer, clock.UtcNow(), stop) is not var (head, _))
            return null;

        var roles = (await Roles(db, head.Id, stop)).ConvertAll(role => role.For(viewer));
        var came = await WhoCame(db, head.Id, viewer, stop);
        var people = roles
            .GroupBy(role => (role.PersonId, role.Name, IsCurrent: role.Term.Contains(today)))
            .Select(mine => new Person(
                mine.Key.PersonId,
                mine.Key.Name,
                [.. mine.OrderBy(role => role.Role).Select(role => role.Held)],
                came.Find(one => one.PersonId == mine.Key.PersonId)
            ))
            .OrderByDescending(person => person.Roles[0].Role.Leads())
            .ThenBy(person => person.Roles[0].Role)
            .ThenBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var current = people.Where(person => person.Roles[0].Term.Contains(today)).ToList();
        var known = current.Select(person => person.PersonId).ToHashSet();
        var origins = await db.OriginsOf(viewer, await db.MembershipsOf(head.Id, stop), stop);
        return new Screen(
            head,
            current,
            [.. people.Where(person => !person.Roles[0].Term.Contains(today) && !known.Contains(person.PersonId))],
            [.. came.Where(one => roles.TrueForAll(role => role.PersonId != one.PersonId))],
            [.. origins.DistinctBy(origin => origin.DocumentId)]
        );
    }

    private static Task<List<RoleRow>> Roles(SigHubDb db, Guid groupId, CancellationToken stop) =>
        db
            .Memberships.Where(m => m.GroupId == groupId)
            .Join(
                db.People,
                m => m.PersonId,
                person => person.Id,
                (m, person) =>
                    new RoleRow(
                        person.Id,
                        person.DisplayName,
                        m.Role,
                        m.Title,
                        m.Affiliation,
                        m.Term,
                        m.Confirmation != null
                    )
            )
            .ToListAsync(stop);

    private static async Task<List<Came>> WhoCame(SigHubDb db, Guid groupId, Viewer viewer, CancellationToken stop)
    {
        var attendances =
            from meeting in db.Meetings.VisibleTo(viewer)
            where meeting.GroupId == groupId && meeting.Cancellation == null
            from attendance in meeting.Attendances
            where attendance.Presence == Presence.Present && attendance.PersonId != null
            group new { meeting.Id, meeting.Date } by attendance.PersonId into times
            select new
            {
                PersonId = times.Key!.Value,
                Times = times.Select(time => time.Id).Distinct().Count(),
                Last = times.Max(time => time.Date),
            };
        return await (
            from one in attendances
            join person in db.People on one.PersonId equals person.Id
            orderby one.Times descending, person.DisplayName
            select new Came(person.Id, person.DisplayName, one.Times, one.Last)
        ).ToListAsync(stop);
    }

    /// <param name="Former">Who has no role today.</param>
    /// <param name="Origins">Where each document begins to tell of who belongs to the group.</param>
    /// <param name="Guests">Who came and never had a role.</param>
    public sealed record Screen(
        GroupHead Head,
        IReadOnlyList<Person> Current,
        IReadOnlyList<Person> Former,
        IReadOnlyList<Came> Guests,
        IReadOnlyList<SourceLines> Origins
    );

    /// <param name="Roles">At least one, the first among them first.</param>
    public sealed record Person(Guid PersonId, string Name, IReadOnlyList<Held> Roles, Came? Came)
    {
        public string? Affiliation => Roles.Select(role => role.Affiliation).FirstOrDefault(name => name is not null);
    }

    /// <param name="Title">The role in a document's words.</param>
    public sealed record Held(Role Role, string? Title, string? Affiliation, Term Term, bool IsConfirmed);

    /// <param name="Times">Meetings of the group at which the person was present.</param>
    public sealed record Came(Guid PersonId, string Name, int Times, DateOnly Last);

    private sealed record RoleRow(
        Guid PersonId,
        string Name,
        Role Role,
        string? Title,
        string? Affiliation,
        Term Term,
        bool IsConfirmed
    )
    {
        public RoleRow For(Viewer viewer) =>
            this with
            {
                Title = Redaction.For(viewer, Title),
                Affiliation = Redaction.For(viewer, Affiliation),
            };

        public Held Held => new(Role, Title, Affiliation, Term, IsConfirmed);
    }
}
