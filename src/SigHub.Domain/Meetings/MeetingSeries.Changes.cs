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

    /// <summary>The meeting for which the slot's rule names this day, wherever it moved to.</summary>
    /// <exception cref="RuleBroken">It is skipped, or no rule names the day.</exception>
    public Occurrence OccurrenceOf(Guid slotId, DateOnly day)
    {
        var slot = Slot(slotId);
        var date = slot.ChangeOn(day)?.MovedToDay ?? day;
        return slot.Occurrences(date, date.AddDays(1)).FirstOrDefault(o => o.RuleDay == day)
            ?? throw new RuleBroken($"This series does not meet on {day.InWords()}.");
    }

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

    /// <summary>
    /// This meeting of the slot and all that follow have another rhythm; those before stay as they were. The slot that goes on
    /// is a new one, unless all meetings change.
    /// </summary>
    public SeriesChanged ChangeFollowing(
        Actor by,
        Guid slotId,
        DateOnly from,
        RecurrenceRule rule,
        DateOnly startsOn,
        MeetingTime time,
        DateTime now
    )
    {
        MayChange(by);
        var slot = Slot(slotId);
        RuleBroken.If(startsOn < from, "What follows a meeting cannot begin before it.");
        if (from <= slot.StartsOn)
            return ChangeSlot(by, slotId, rule, startsOn, time, now);

        var old = slot.Rhythm();
        slot.EndOn(from.AddDays(-1));
        var next = new SeriesSlot(Ids.New(now), rule, startsOn, time);
        slots.Add(next);
        return new SeriesChanged(Subject, by.PersonId, now, old, next.Rhythm());
    }

    /// <summary>The slot was a mistake, or is over: none of its meetings is named any more.</summary>
    public SeriesChanged RemoveSlot(Actor by, Guid slotId, DateTime now)
    {
        MayChange(by);
        var slot = Slot(slotId);
        slots.Remove(slot);
        return new SeriesChanged(Subject, by.PersonId, now, slot.Rhythm(), NewRhythm: null);
    }

    public SeriesRenamed Rename(Actor by, string title, DateTime now)
    {
        MayChange(by);
        var name = Words.Name(title, "A series needs a title.");
        RuleBroken.If(name == Title, "The series is already called so.");

        var old = Title;
        Title = name;
        return new SeriesRenamed(Subject, by.PersonId, now, old, name);
    }

    public SeriesPlanned PlanAgenda(Actor by, string template, DateTime now)
    {
        MayChange(by);
        _ = AgendaPlan.Lines(template);
        var old = AgendaTemplate;
        AgendaTemplate = template.Trim();
        return new SeriesPlanned(Subject, by.PersonId, now, old, AgendaTemplate);
    }

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
