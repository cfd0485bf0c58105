using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;

namespace SigHub.Web.Persistence.Mapping;

internal static class ActionMapping
{
    public static void MapActions(this ModelBuilder model)
    {
        var action = model.Table<ActionItem>("actions");
        action.Ignore(a => a.Subject);
        action.HasIndex(a => a.Number).IsUnique();
        action.HasIndex(a => new
        {
            a.GroupId,
            a.Status,
            a.Due,
        });
        action.PointsTo<Group>(nameof(ActionItem.GroupId));
        action.PointsTo<Meeting>(nameof(ActionItem.RaisedAtMeetingId));
        action.HasParts(a => a.Owners, "ActionId");
        action.HasParts(a => a.Notes, "ActionId");
        action.HasParts(a => a.History, "ActionId");

        var owner = model.Table<ActionOwner>("action_owners");
        owner.Ignore(o => o.Who);
        owner.Property(o => o.Name).HasMaxLength(Parts.NameLength);
        owner.PointsTo<Person>(nameof(ActionOwner.PersonId));
        model.Table<ActionNote>("action_notes");
        var state = model.Table<ActionState>("action_states");
        state.PointsTo<Meeting>(nameof(ActionState.MeetingId));
        state.PointsTo<Person>(nameof(ActionState.PersonId));
    }
}
