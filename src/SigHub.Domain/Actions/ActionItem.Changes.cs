using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Actions;

/// <content>Raising an action, and changing its words, owners and due day.</content>
public sealed partial class ActionItem
{
    /// <summary>
    /// Anyone who takes part in the group raises an action. Its first state is open, as of the day it was raised on. The number is
    /// the caller's to take from the portal's one sequence.
    /// </summary>
    /// <param name="visibility">As strict as the meeting that raised it.</param>
    public static ActionItem Raise(
        Actor by,
        int number,
        Guid groupId,
        Guid? meetingId,
        DateOnly on,
        string text,
        IEnumerable<Mention> owners,
        DateTime now,
        Visibility visibility = Visibility.Public
    )
    {
        RuleBroken.Unless(by.TakesPartIn(groupId), "Only people of this group can raise an action.");

        var action = new ActionItem(number, groupId, meetingId, on, text, now) { Visibility = visibility };
        action.SetOwners(owners, now);
        action.Append(
            new StateReport(ActionStatus.Open, on, Note: null, meetingId, meetingId is null ? by.PersonId : null),
            now
        );
        return action;
    }

    public ActionReassigned Reassign(Actor by, IReadOnlyList<Mention> to, DateTime now)
    {
        MayChange(by);
        MustBeOpen();
        RuleBroken.If(to.Count == 0, $"{Reference} needs an owner.");

        var old = OwnerNames();
        SetOwners(to, now);
        return new ActionReassigned(Subject, by.PersonId, now, old, OwnerNames());
    }

    /// <summary>A name among the owners turns out to be this person.</summary>
    public ActionOwnerIdentified Identify(Actor by, Guid ownerId, Guid personId, DateTime now)
    {
        MayReport(by);
        var owner = owners.Find(o => o.Id == ownerId) ?? throw new RuleBroken($"{Reference} has other owners by now.");
        RuleBroken.If(IsOwnedBy(personId), $"This person already owns {Reference}.");

        owner.Identify(personId);
        return new ActionOwnerIdentified(Subject, by.PersonId, now, owner.Name, personId);
    }

    public ActionReworded Reword(Actor by, string text, DateTime now)
    {
        MayChange(by);
        var words = Words.Required(text, "An action needs a text.");
        RuleBroken.If(words == Text, $"These are the words of {Reference} already.");

        var old = Text;
        Text = words;
        return new ActionReworded(Subject, by.PersonId, now, old, words);
    }

    /// <summary>Null: there is no day by which it is due.</summary>
    public ActionDueChanged MakeDue(Actor by, DateOnly? due, DateTime now)
    {
        MayChange(by);
        MustBeOpen();
        RuleBroken.If(due == Due, $"{Reference} is already due then.");
        RuleBroken.If(due < RaisedOn, $"{Reference} was raised on {RaisedOn.InWords()}; it cannot be due before.");

        var old = Due;
        Due = due;
        return new ActionDueChanged(Subject, by.PersonId, now, old, due);
    }

    public ActionNoted AddNote(Actor by, string text, DateTime now)
    {
        RuleBroken.Unless(
            by.TakesPartIn(GroupId) || IsOwnedBy(by.PersonId),
            $"Only people of this group can add a note to {Reference}."
        );

        var note = new ActionNote(Ids.New(now), notes.Count == 0 ? 1 : notes.Max(n => n.Order) + 1, text);
        notes.Add(note);
        return new ActionNoted(Subject, by.PersonId, now, note.Text);
    }

    public VisibilityChanged ShowTo(Actor by, Visibility visibility, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), $"Only whoever leads this group can change who sees {Reference}.");
        RuleBroken.If(visibility == Visibility, $"{Reference} is already {visibility.Name()}.");

        var old = Visibility;
        Visibility = visibility;
        return new VisibilityChanged(Subject, by.PersonId, now, old, visibility);
    }

    public bool MayBeChangedBy(Actor by) => IsOwnedBy(by.PersonId) || by.KeepsMinutes(GroupId);

    private void MayChange(Actor by) =>
        RuleBroken.Unless(
            MayBeChangedBy(by),
            $"Only an owner of {Reference}, or a chair, a lead or the secretary of its group, can change it."
        );

    private void MayReport(Actor by) =>
        RuleBroken.Unless(by.KeepsMinutes(GroupId), "Only a chair, a lead or the secretary can import into a group.");

    private void MustBeOpen() =>
        RuleBroken.If(IsClosed, $"{Reference} is {Status.Name()}; reopen it before you change it.");

    private void SetOwners(IEnumerable<Mention> to, DateTime now)
    {
        var wanted = to.DistinctBy(w => w.PersonId?.ToString() ?? w.Name.ToUpperInvariant()).ToList();
        owners.Clear();
        owners.AddRange(wanted.Select((who, i) => new ActionOwner(Ids.New(now), i + 1, who)));
    }

    private string OwnerNames() => string.Join(", ", owners.OrderBy(o => o.Order).Select(o => o.Name));
}
