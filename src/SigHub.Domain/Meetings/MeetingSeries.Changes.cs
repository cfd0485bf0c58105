using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Meetings;

/// <content>When a series meets, and what may be changed about it.</content>
public sealed partial class MeetingSeries
{
    /// <summary>
    /// The meetings of all slots whose local day is on or after <paramref name="from"/> and before <paramref name="to"/>, in the
    /// order of their instants. Skipped ones are left out, moved ones stand where they moved to.
    /// </summary>
    public IReadOnlyList<Occurrence> Occurrences(DateOnly from, DateOnly to) =>
        [.. slots.SelectMany(s => s.Occurrences(from, to)).OrderBy(o => o.StartsAt)];

    public SeriesChanged AddSlot(Actor by, RecurrenceRule rule, DateOnly startsOn, MeetingTime time, DateTime now)
    {
        MayChange(by);
        var slot = new SeriesSlot(Ids.New(now), rule, startsOn, time);
        slots.Add(slot);
        return new SeriesChanged(Subject, by.PersonId, now, OldRhythm: null, slot.Rhythm());
    }

    /// <summary>All meetings of the slot; changes to days that it no longer names are dropped.</summary>
    public SeriesChanged ChangeSlot(
        Actor by,
        Guid slotId,
        RecurrenceRule rule,
        DateOnly startsOn,
        MeetingTime time,
        DateTime now
    ) => Change(by, slotId, now, slot => slot.Rewrite(rule, startsOn, time));

    /// <summary>The slot meets on <paramref name="last"/> for the last time, if its rule names that day.</summary>
    public SeriesChanged EndSlot(Actor by, Guid slotId, DateOnly last, DateTime now) =>
        Change(by, slotId, now, slot => slot.EndOn(last));

    public SeriesDaySkipped Skip(Actor by, Guid slotId, DateOnly day, string reason, DateTime now)
    {
        MayChange(by);
        Slot(slotId).Skip(day, reason, now);
        return new SeriesDaySkipped(Subject, by.PersonId, now, day, reason);
    }

    public SeriesDayMoved Move(
        Actor by,
        Guid slotId,
        DateOnly day,
        DateOnly toDay,
        TimeOnly toTime,
        string reason,
        DateTime now
    )
    {
        MayChange(by);
        Slot(slotId).Move(day, toDay, toTime, reason, now);
        return new SeriesDayMoved(Subject, by.PersonId, now, day, toDay, reason);
    }

    /// <summary>The day is neither skipped nor moved any more.</summary>
    public SeriesDayRestored Restore(Actor by, Guid slotId, DateOnly day, DateTime now)
    {
        MayChange(by);
        Slot(slotId).Restore(day);
        return new SeriesDayRestored(Subject, by.PersonId, now, day);
    }

    public VisibilityChanged ShowTo(Actor by, Visibility visibility, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), "Only whoever leads this group can change who sees a series.");
        RuleBroken.If(visibility == Visibility, $"This series is already {visibility.Name()}.");

        var old = Visibility;
        Visibility = visibility;
        return new VisibilityChanged(Subject, by.PersonId, now, old, visibility);
    }

    private SeriesChanged Change(Actor by, Guid slotId, DateTime now, Action<SeriesSlot> change)
    {
        MayChange(by);
        var slot = Slot(slotId);
        var old = slot.Rhythm();
        change(slot);
        return new SeriesChanged(Subject, by.PersonId, now, old, slot.Rhythm());
    }

    private void MayChange(Actor by) => RuleBroken.Unless(by.KeepsMinutes(GroupId), MayNot);

    private SeriesSlot Slot(Guid slotId) =>
        slots.Find(s => s.Id == slotId) ?? throw new RuleBroken("These meetings are no longer in the series.");
}
