using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <content>
/// Names that an earlier document left open are looked at again: whoever this document introduced may be the one. So the order
/// in which documents arrive does not matter.
/// </content>
internal sealed partial class MoveIn
{
    private async Task NameTheUnknown()
    {
        var groups = GroupIds();
        var actions = await _db
            .Actions.Where(action =>
                groups.Contains(action.GroupId) && action.Owners.Any(owner => owner.PersonId == null)
            )
            .Include(action => action.Owners)
            .ToListAsync(_stop);
        foreach (var action in actions.Union(_actions))
            NameOwners(action);

        var meetings = await _db
            .Meetings.Where(meeting =>
                groups.Contains(meeting.GroupId) && meeting.Attendances.Any(a => a.PersonId == null)
            )
            .Include(meeting => meeting.Attendances)
            .ToListAsync(_stop);
        foreach (var meeting in meetings.Union(_knownMeetings))
            NameThePresent(meeting);
    }

    private void NameOwners(ActionItem action)
    {
        foreach (var owner in action.Owners.Where(owner => owner.PersonId is null).ToList())
        {
            if (RosterOf(action.GroupId).Find(owner.Name).PersonId is { } person && !action.IsOwnedBy(person))
                action.Identify(_by, owner.Id, person, _now);
        }
    }

    private void NameThePresent(Meeting meeting)
    {
        foreach (var attendance in meeting.Attendances.Where(attendance => attendance.PersonId is null).ToList())
        {
            var match = RosterOf(meeting.GroupId).Find(attendance.Name);
            if (
                match.Fit is NameFit.Whole or NameFit.Part
                && match.PersonId is { } person
                && !meeting.Attendances.Any(other => other.PersonId == person)
            )
                meeting.Identify(_by, attendance.Id, person, _now);
        }
    }
}
