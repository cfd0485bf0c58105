using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.People;

/// <summary>
/// All that is kept on a person, for that person or an administrator, as JSON: what Article 15 of the GDPR lets anybody ask for.
/// What stands in groups or meetings that the person may not see is others' too (paragraph 4), and only an administrator has it.
/// </summary>
public sealed class ExportPerson(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <returns>UTF-8 JSON; days as ISO dates, instants in UTC.</returns>
    /// <exception cref="RuleBroken">The current person is neither that person nor an administrator.</exception>
    public async Task<byte[]> Run(Guid personId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        RuleBroken.Unless(
            actor.Is(personId) || actor.IsAdministrator,
            "Only the person, or an administrator, can have what is kept on a person."
        );
        var person =
            await db.People.AsNoTracking().SingleOrDefaultAsync(one => one.Id == personId && one.Erasure == null, stop)
            ?? throw new RuleBroken("This person is not here any more.");
        var account = await db
            .Users.Where(user => user.Id == person.AccountId)
            .Select(user => new { user.UserName, user.Email })
            .SingleOrDefaultAsync(stop);

        var viewer = actor.AsViewer();
        var (meetings, actions) = (db.Meetings.VisibleTo(viewer), db.Actions.VisibleTo(viewer));
        var (roles, decisions) = (db.Memberships.VisibleTo(viewer), db.Decisions.VisibleTo(viewer));
        var activity = db.Activity.VisibleTo(viewer);
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Name = person.DisplayName,
                IsComplete = viewer.IsAdministrator,
                Account = account,
                Aliases = person.Aliases.Select(alias => alias.Name),
                Addresses = person.Addresses.Select(address => address.Email),
                Handles = person.Handles.Select(handle => new { handle.Service, handle.Handle }),
                Affiliations = person.Affiliations.Select(one => new
                {
                    one.Organisation,
                    one.Term.From,
                    Until = one.Term.To,
                }),
                Roles = await (
                    from role in roles
                    join hub in db.Groups on role.GroupId equals hub.Id
                    where role.PersonId == personId
                    orderby hub.Name
                    select new
                    {
                        Group = hub.Name,
                        role.Role,
                        role.Title,
                        role.Affiliation,
                        role.Term.From,
                        Until = role.Term.To,
                    }
                ).ToListAsync(stop),
                Meetings = await (
                    from meeting in meetings
                    join hub in db.Groups on meeting.GroupId equals hub.Id
                    from who in meeting.Attendances
                    where who.PersonId == personId
                    orderby meeting.Date
                    select new
                    {
                        Group = hub.Name,
                        meeting.Date,
                        who.Presence,
                        NamedAs = who.Name,
                    }
                ).ToListAsync(stop),
                Actions = await (
                    from action in actions
                    where action.Owners.Any(owner => owner.PersonId == personId)
                    orderby action.Number
                    select new
                    {
                        Number = "A-" + action.Number,
                        action.Text,
                        action.Status,
                        action.RaisedOn,
                        action.Due,
                    }
                ).ToListAsync(stop),
                Decisions = await decisions
                    .Where(decision => decision.Mover!.PersonId == personId || decision.Seconder!.PersonId == personId)
                    .OrderBy(decision => decision.Number)
                    .Select(decision => new
                    {
                        Number = "D-" + decision.Number,
                        decision.Text,
                        decision.DecidedOn,
                    })
                    .ToListAsync(stop),
                Acts = await db
                    .Activity.Where(entry => entry.ActorId == personId || entry.AboutPersonId == personId)
                    .Where(entry => entry.GroupId == null || activity.Any(seen => seen.Id == entry.Id))
                    .OrderBy(entry => entry.At)
                    .Select(entry => new
                    {
                        entry.At,
                        ByThisPerson = entry.ActorId == personId,
                        entry.Summary,
                    })
                    .ToListAsync(stop),
            },
            s_json
        );
    }
}
