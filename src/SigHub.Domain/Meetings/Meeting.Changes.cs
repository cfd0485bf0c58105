using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Meetings;

/// <content>When it is, whether it takes place, and its minutes.</content>
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

    public MeetingCancelled Cancel(Actor by, string reason, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), "Only a chair can cancel a meeting.");
        RuleBroken.If(IsCancelled, "This meeting is already cancelled.");
        RuleBroken.If(IsFinal || HasEndedAt(now), "This meeting is already over; amend the minutes instead.");

        Cancellation = new Cancellation(by.PersonId, reason, now);
        return new MeetingCancelled(Subject, by.PersonId, now, Cancellation.Reason);
    }

    public MeetingMoved MoveTo(Actor by, DateOnly date, int slot, MeetingTime? time, DateTime now)
    {
        MayKeepMinutes(by);
        MustTakePlace();
        RuleBroken.If(IsLocked || HasEndedAt(now), "This meeting is already over.");
        RuleBroken.If(date == Date && slot == Slot && time == Time, "This meeting is already then.");

        var from = When();
        Place(date, slot, time);
        return new MeetingMoved(Subject, by.PersonId, now, from, When());
    }

    public MeetingRetitled Retitle(Actor by, string? title, DateTime now)
    {
        MayEdit(by);
        var old = Title;
        Title = Words.Optional(title);
        return new MeetingRetitled(Subject, by.PersonId, now, old, Title);
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
        Text = text;
        return new MinutesWritten(Subject, by.PersonId, now, old, text);
    }

    public MinutesFinalized Finalize(Actor by, DateTime now)
    {
        MayKeepMinutes(by);
        MustTakePlace();
        RuleBroken.If(IsFinal, "These minutes are already final.");
        RuleBroken.Unless(HasBegunAt(now), "This meeting has not begun; its minutes cannot be final yet.");

        Finalization = new Finalization(by.PersonId, now, fromDocument: false);
        return new MinutesFinalized(Subject, by.PersonId, now);
    }

    /// <summary>Final minutes change only with a reason.</summary>
    public MinutesAmended Amend(Actor by, string text, string reason, DateTime now)
    {
        MayKeepMinutes(by);
        RuleBroken.Unless(IsFinal, "These minutes are not final yet; change them as you like.");
        var why = Words.Required(reason, "Say why the minutes are amended.");
        RuleBroken.If(text == Text, "These are the words of the minutes already.");

        var old = Text;
        Text = text;
        return new MinutesAmended(Subject, by.PersonId, now, old, text, why);
    }

    public VisibilityChanged ShowTo(Actor by, Visibility visibility, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), "Only whoever leads this group can change who sees a meeting.");
        RuleBroken.If(visibility == Visibility, $"This meeting is already {visibility.Name()}.");

        var old = Visibility;
        Visibility = visibility;
        return new VisibilityChanged(Subject, by.PersonId, now, old, visibility);
    }

    /// <summary>Finalized here; minutes that a document brought are final and yet open for the next document.</summary>
    public bool IsLocked => Finalization is { FromDocument: false };

    public bool HasBegunAt(DateTime now) => StartsAt is { } start ? start <= now : FirstInstant() <= now;

    /// <summary>After its minutes (an hour when nobody said); without a time, when its day is over everywhere.</summary>
    public bool HasEndedAt(DateTime now) => (Time?.EndsOn(Date) ?? LastInstant()) <= now;

    private void MayKeepMinutes(Actor by) =>
        RuleBroken.Unless(by.KeepsMinutes(GroupId), "Only a chair, a lead or the secretary can change this meeting.");

    private void MayEdit(Actor by)
    {
        MayKeepMinutes(by);
        MustTakePlace();
        RuleBroken.If(IsLocked, "These minutes are final; amend them with a reason instead.");
    }

    private void MustTakePlace() => RuleBroken.If(IsCancelled, "This meeting is cancelled.");

    private string When() => Time is null ? Address : $"{Address} {Time.Start:HH\\:mm} {Time.Zone}";

    private DateTime FirstInstant() => Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-14);

    private DateTime LastInstant() => Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(36);
}
