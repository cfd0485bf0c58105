using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Meetings;

/// <content>The minutes: brought by a document, or written, finalized and amended here.</content>
public sealed partial class Meeting
{
    /// <summary>
    /// A meeting that a document tells of. Its minutes count as final, unless its day is still to come. What a document brought
    /// may still be added to by the next one, and corrected.
    /// </summary>
    public static Meeting FromDocument(
        Actor by,
        Guid groupId,
        DateOnly date,
        int slot,
        string? title,
        MeetingTime? time,
        string text,
        DateTime now
    )
    {
        RuleBroken.Unless(by.KeepsMinutes(groupId), "Only a chair, a lead or the secretary can import into a group.");

        var isOver = date <= DateOnly.FromDateTime(now);
        return new Meeting(groupId, date, slot, title, time, now)
        {
            Text = text.Trim(),
            Finalization = isOver ? new Finalization(by.PersonId, now, fromDocument: true) : null,
        };
    }

    /// <summary>The document says that the meeting did not take place.</summary>
    public MeetingCancelled CancelAsWritten(Actor by, string? reason, DateTime now)
    {
        MayKeepMinutes(by);
        RuleBroken.If(IsCancelled, "This meeting is already cancelled.");

        Cancellation = new Cancellation(by.PersonId, Words.Optional(reason) ?? "The minutes say so.", now);
        return new MeetingCancelled(Subject, by.PersonId, now, Cancellation.Reason);
    }

    /// <summary>Somebody takes minutes: the meeting is a draft from now on.</summary>
    public MinutesBegun BeginMinutes(Actor by, DateTime now)
    {
        MayEdit(by);
        RuleBroken.If(Opening is not null, "The minutes of this meeting have already been begun.");

        Opening = new Opening(by.PersonId, now);
        return new MinutesBegun(Subject, by.PersonId, now);
    }

    public MinutesWritten Write(Actor by, string text, DateTime now)
    {
        MayEdit(by);
        var old = Text;
        Replace(by, text, now);
        return new MinutesWritten(Subject, by.PersonId, now, old, text);
    }

    /// <summary>From now on the minutes count, as version 1.</summary>
    /// <param name="quietDays">So many days later they are approved, unless somebody corrects them; null: only by whoever leads.</param>
    public MinutesFinalized Finalize(Actor by, DateTime now, int? quietDays = null)
    {
        MayKeepMinutes(by);
        MustTakePlace();
        RuleBroken.If(IsFinal, "These minutes are already final.");
        RuleBroken.Unless(HasBegunAt(now), "This meeting has not begun; its minutes cannot be final yet.");

        // A last version of its own: whoever types at the same moment is either in these minutes, or told that they are final.
        Replace(by, Text, now);
        Finalization = new Finalization(by.PersonId, now, fromDocument: false);
        Edition = 1;
        ApprovedUnlessBy = quietDays is { } days ? now.AddDays(days) : null;
        return new MinutesFinalized(Subject, by.PersonId, now);
    }

    /// <summary>Final minutes change only with a reason.</summary>
    /// <param name="quietDays">As for <see cref="Finalize"/>: what is corrected is approved anew.</param>
    public MinutesAmended Amend(Actor by, string text, string reason, DateTime now, int? quietDays = null)
    {
        MayKeepMinutes(by);
        RuleBroken.Unless(IsFinal, "These minutes are not final yet; change them as you like.");
        var why = Words.Required(reason, "Say why the minutes are amended.");
        RuleBroken.If(text == Text, "These are the words of the minutes already.");

        var old = Text;
        Replace(by, text, now);
        Edition = Math.Max(Edition, 1) + 1;
        Approval = null;
        ApprovedUnlessBy = quietDays is { } days ? now.AddDays(days) : null;
        isBeingAmended = true;
        return new MinutesAmended(Subject, by.PersonId, now, old, text, why);
    }

    /// <summary>The text as it was read, with the numbers its records were given.</summary>
    public void WriteNumbers(Actor by, string text, DateTime now)
    {
        MayKeepMinutes(by);
        RuleBroken.Unless(
            IsLocked && HasBegunAt(now),
            "Numbers are written into minutes once, when they become final."
        );
        Replace(by, text, now);
    }

    /// <summary>At a later meeting, or outside one.</summary>
    public MinutesApproved Approve(Actor by, Guid? atMeetingId, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), "Only a chair or a lead can approve minutes.");
        RuleBroken.Unless(IsFinal, "These minutes are not final yet.");
        RuleBroken.If(IsApprovedAt(now), "These minutes are approved already.");
        RuleBroken.If(atMeetingId == Id, "A meeting cannot approve its own minutes.");

        Approval = new Approval(by.PersonId, now, atMeetingId);
        return new MinutesApproved(Subject, by.PersonId, now, Math.Max(Edition, 1));
    }

    /// <summary>
    /// Whoever takes part speaks up before silence approves the minutes; from then on only whoever leads can, or a correction.
    /// </summary>
    public MinutesObjected Object(Actor by, string reason, DateTime now)
    {
        RuleBroken.Unless(by.TakesPartIn(GroupId), "Only people of this group can object to its minutes.");
        RuleBroken.If(IsApprovedAt(now), "These minutes are approved already; ask for a correction.");
        RuleBroken.If(ApprovedUnlessBy is null, "No deadline runs for these minutes.");
        var why = Words.Required(reason, "Say what is wrong with these minutes.");

        ApprovedUnlessBy = null;
        return new MinutesObjected(Subject, by.PersonId, now, why);
    }

    /// <summary>By whoever leads, or because nobody objected or corrected them until the deadline.</summary>
    public bool IsApprovedAt(DateTime now) => Approval is not null || ApprovedUnlessBy <= now;

    /// <summary>Finalized here; minutes that a document brought are final and yet open for the next document.</summary>
    public bool IsLocked => Finalization is { FromDocument: false };

    private void MayEdit(Actor by)
    {
        MayKeepMinutes(by);
        MustTakePlace();
        MustBeOpen();
    }

    /// <summary>What is amended is open while it is, not longer.</summary>
    private void MustBeOpen() =>
        RuleBroken.If(IsLocked && !isBeingAmended, "These minutes are final; amend them with a reason instead.");

    private bool isBeingAmended;
}
