using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Meetings;

/// <content>Recording a decision, and correcting its words.</content>
public sealed partial class Decision
{
    /// <summary>The number is the caller's to take from the portal's one sequence.</summary>
    /// <param name="visibility">As strict as the meeting that decided it.</param>
    public static Decision Record(
        Actor by,
        int number,
        Guid groupId,
        Guid? meetingId,
        DateOnly decidedOn,
        string text,
        DateTime now,
        Visibility visibility = Visibility.Public
    )
    {
        MayRecord(by, groupId);
        return new Decision(number, groupId, decidedOn, text, now) { MeetingId = meetingId, Visibility = visibility };
    }

    /// <summary>Who moved and seconded it, and how it went; each null when nobody wrote it down.</summary>
    public DecisionCarried Carry(Actor by, Mention? mover, Mention? seconder, string? result, DateTime now)
    {
        MayRecord(by, GroupId);
        var old = Outcome();
        Mover = mover;
        Seconder = seconder;
        Result = Words.Optional(result);
        return new DecisionCarried(Subject, by.PersonId, now, old, Outcome());
    }

    public DecisionReworded Reword(Actor by, string text, DateTime now)
    {
        MayRecord(by, GroupId);
        var words = Words.Required(text, "A decision needs a text.");
        RuleBroken.If(words == Text, $"These are the words of {Reference} already.");

        var old = Text;
        Text = words;
        return new DecisionReworded(Subject, by.PersonId, now, old, words);
    }

    public VisibilityChanged ShowTo(Actor by, Visibility visibility, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), $"Only whoever leads this group can change who sees {Reference}.");
        RuleBroken.If(visibility == Visibility, $"{Reference} is already {visibility.Name()}.");

        var old = Visibility;
        Visibility = visibility;
        return new VisibilityChanged(Subject, by.PersonId, now, old, visibility);
    }

    private static void MayRecord(Actor by, Guid groupId) =>
        RuleBroken.Unless(by.KeepsMinutes(groupId), "Only a chair, a lead or the secretary can record a decision.");

    private string Outcome()
    {
        var parts = new[]
        {
            Mover is null ? null : $"moved by {Mover.Name}",
            Seconder is null ? null : $"seconded by {Seconder.Name}",
            Result,
        };
        return string.Join(", ", parts.OfType<string>());
    }
}
