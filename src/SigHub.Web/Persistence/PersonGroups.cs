using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Persistence;

public static class PersonGroups
{
    /// <summary>The groups in which a person holds or held a role, came to a meeting or owns an action.</summary>
    public static Task<List<Guid>> GroupsOf(this SigHubDb db, Guid personId, CancellationToken stop) =>
        db
            .Memberships.Where(role => role.PersonId == personId)
            .Select(role => role.GroupId)
            .Union(
                db.Meetings.Where(meeting => meeting.Attendances.Any(who => who.PersonId == personId))
                    .Select(meeting => meeting.GroupId)
            )
            .Union(
                db.Actions.Where(action => action.Owners.Any(owner => owner.PersonId == personId))
                    .Select(action => action.GroupId)
            )
            .ToListAsync(stop);

    /// <summary>The groups in which one of these persons holds a confirmed role, of today or later.</summary>
    public static Task<List<Guid>> RightsOf(
        this SigHubDb db,
        IReadOnlyCollection<Guid> personIds,
        DateOnly today,
        CancellationToken stop
    ) =>
        db
            .Memberships.Where(role =>
                personIds.Contains(role.PersonId)
                && role.Confirmation != null
                && (role.Term.To == null || role.Term.To > today)
            )
            .Select(role => role.GroupId)
            .Distinct()
            .ToListAsync(stop);
}
