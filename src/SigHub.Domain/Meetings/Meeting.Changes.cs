using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Meetings;

/// <content>When it is, whether it takes place, and who sees it.</content>
public sealed partial class Meeting
{
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

    public VisibilityChanged ShowTo(Actor by, Visibility visibility, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), "Only whoever leads this group can change who sees a meeting.");
        RuleBroken.If(visibility == Visibility, $"This meeting is already {visibility.Name()}.");

        var old = Visibility;
        Visibility = visibility;
        return new VisibilityChanged(Subject, by.PersonId, now, old, visibility);
    }

    public bool HasBegunAt(DateTime now) => StartsAt is { } start ? start <= now : FirstInstant() <= now;

    /// <summary>After its minutes (an hour when nobody said); without a time, when its day is over everywhere.</summary>
    public bool HasEndedAt(DateTime now) => (Time?.EndsOn(Date) ?? LastInstant()) <= now;

    private void MayKeepMinutes(Actor by) =>
        RuleBroken.Unless(by.KeepsMinutes(GroupId), "Only a chair, a lead or the secretary can change this meeting.");

    private void MustTakePlace() => RuleBroken.If(IsCancelled, "This meeting is cancelled.");

    private string When() =>
        Date.InWords()
        + (Slot == 1 ? "" : $" ({Slot.Invariant()})")
        + (Time is null ? "" : $", {Time.Start:HH\\:mm} {Time.Zone}");

    private DateTime FirstInstant() => Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-14);

    private DateTime LastInstant() => Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(36);
}
