using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// What may be settled about who a person is, for whoever leads a group of theirs, an administrator, and whoever may be that
/// person: others who may be the same, merges that can be taken back, claims that wait.
/// </summary>
public sealed class WhoIsThis(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const int Longest = 20;

    /// <param name="personId">The person asked about.</param>
    /// <param name="text">A part of the other's name; without it, those whose names fit.</param>
    /// <returns>Null where there is nothing for the current person to settle.</returns>
    public async Task<Screen?> Run(Guid personId, string? text = null, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { } actor)
            return null;
        var viewer = actor.AsViewer();
        var person = await db.People.NamedTo(viewer).SingleOrDefaultAsync(one => one.Id == personId, stop);
        if (person is null)
            return null;

        var groups = await db.GroupsOf(personId, stop);
        var leads = actor.IsAdministrator || groups.Exists(actor.Leads);
        var asked = await db.Claims.AnyAsync(
            claim => claim.PersonId == personId && claim.ByPersonId == actor.PersonId && claim.DecidedAt == null,
            stop
        );
        return new Screen(
            person.DisplayName,
            MayMerge: leads,
            MayClaim: !actor.Is(personId) && person.AccountId is null && !asked,
            HasAsked: asked,
            leads ? await Others(db, viewer, person, text, stop) : [],
            leads ? await Claims(db, personId, stop) : [],
            await Merges(db, actor, personId, stop)
        );
    }

    private static async Task<IReadOnlyList<Other>> Others(
        SigHubDb db,
        Viewer viewer,
        Person person,
        string? text,
        CancellationToken stop
    )
    {
        var (meetings, actions) = (db.Meetings.VisibleTo(viewer), db.Actions.VisibleTo(viewer));
        var groups = db.Groups.VisibleTo(viewer);
        var people = await db
            .People.VisibleTo(viewer)
            .Where(other => other.Id != person.Id)
            .Select(other => new
            {
                other.Id,
                other.DisplayName,
                Names = other
                    .Aliases.Where(alias => alias.GroupId == null || groups.Any(group => group.Id == alias.GroupId))
                    .Select(alias => alias.Name)
                    .ToList(),
                HasAccount = other.AccountId != null,
                Meetings = meetings.Count(meeting => meeting.Attendances.Any(who => who.PersonId == other.Id)),
                Actions = actions.Count(action => action.Owners.Any(owner => owner.PersonId == other.Id)),
            })
            .ToListAsync(stop);
        var own = person.Names().ToList();
        var wanted = text?.Trim();
        return
        [
            .. people
                .Where(other => Fits(other.Names.Prepend(other.DisplayName)))
                .OrderBy(other => other.DisplayName, StringComparer.OrdinalIgnoreCase)
                .Take(Longest)
                .Select(other => new Other(
                    other.Id,
                    other.DisplayName,
                    other.Names,
                    other.HasAccount,
                    other.Meetings,
                    other.Actions
                )),
        ];

        bool Fits(IEnumerable<string> names) =>
            string.IsNullOrEmpty(wanted)
                ? names.Any(name => own.Exists(mine => new Roster([(person.Id, mine)]).Find(name).PersonId is not null))
                : names.Any(name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static Task<List<Claim>> Claims(SigHubDb db, Guid personId, CancellationToken stop) =>
        (
            from claim in db.Claims
            join who in db.People on claim.ByPersonId equals who.Id
            where claim.PersonId == personId && claim.DecidedAt == null
            orderby claim.At
            select new Claim(claim.Id, who.Id, who.DisplayName, claim.At)
        ).ToListAsync(stop);

    private static Task<List<Merged>> Merges(SigHubDb db, Actor actor, Guid personId, CancellationToken stop) =>
        (
            from merge in db.Merges
            join who in db.People on merge.ByPersonId equals who.Id
            where
                merge.KeptId == personId
                && merge.TakenBackAt == null
                && (actor.IsAdministrator || merge.ByPersonId == actor.PersonId)
            orderby merge.At descending
            select new Merged(merge.Id, merge.GoneName, who.DisplayName, merge.At)
        ).ToListAsync(stop);

    /// <param name="MayClaim">"This is me" can be said.</param>
    /// <param name="HasAsked">The current person said so, and waits.</param>
    public sealed record Screen(
        string Name,
        bool MayMerge,
        bool MayClaim,
        bool HasAsked,
        IReadOnlyList<Other> Others,
        IReadOnlyList<Claim> Claims,
        IReadOnlyList<Merged> Merges
    );

    /// <summary>Who may be the same person, and how much of what the current person may see names them.</summary>
    public sealed record Other(
        Guid Id,
        string Name,
        IReadOnlyList<string> Aliases,
        bool HasAccount,
        int Meetings,
        int Actions
    );

    public sealed record Claim(Guid Id, Guid ById, string By, DateTime At);

    public sealed record Merged(Guid Id, string Name, string By, DateTime At);
}
