using SigHub.Domain.Activity;

namespace SigHub.Web.Persistence.Searching;

/// <summary>A table whose rows say something that can be found, of which noun, and the column that names the noun.</summary>
public sealed record FindablePlace(string Table, SubjectKind Kind, string Column);

/// <summary>
/// Everything that is searched. Triggers on these tables write down what changed, so no way of writing goes past them;
/// <see cref="FindableReading"/> reads the same.
/// </summary>
public static class FindablePlaces
{
    public static IReadOnlyList<FindablePlace> All { get; } =
    [
        new("action_notes", SubjectKind.Action, "action_id"),
        new("action_states", SubjectKind.Action, "action_id"),
        new("actions", SubjectKind.Action, "id"),
        new("agenda_items", SubjectKind.Meeting, "meeting_id"),
        new("decisions", SubjectKind.Decision, "id"),
        new("group_goals", SubjectKind.Group, "group_id"),
        new("groups", SubjectKind.Group, "id"),
        new("meetings", SubjectKind.Meeting, "id"),
        new("milestone_slips", SubjectKind.Milestone, "milestone_id"),
        new("milestones", SubjectKind.Milestone, "id"),
        new("people", SubjectKind.Person, "id"),
        new("person_affiliations", SubjectKind.Person, "person_id"),
        new("person_aliases", SubjectKind.Person, "person_id"),
    ];

    /// <summary>The tables of the nouns themselves: whatever is in them when search begins is to be made findable.</summary>
    public static IEnumerable<FindablePlace> Nouns => All.Where(place => place.Column == "id");
}
