using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;

namespace SigHub.Web.Persistence;

public static class VotingMembers
{
    /// <summary>Who has a vote in a group on a day: confirmed roles that take part. A title that a document gives is no vote.</summary>
    public static IQueryable<Guid> VotingMembersOf(this SigHubDb db, Guid groupId, DateOnly day) =>
        db
            .Memberships.Where(one => one.GroupId == groupId && one.Confirmation != null && one.Role != Role.Observer)
            .Where(one => (one.Term.From == null || one.Term.From <= day) && (one.Term.To == null || one.Term.To > day))
            .Select(one => one.PersonId)
            .Distinct();

    /// <summary>Null where the group counts no quorum.</summary>
    public static async Task<Quorum?> QuorumOf(
        this SigHubDb db,
        Group group,
        Meeting meeting,
        CancellationToken stop = default
    ) =>
        group.Quorum is { } rule
            ? rule.Count(meeting.Attendances, await db.VotingMembersOf(group.Id, meeting.Date).ToListAsync(stop))
            : null;
}
