namespace SigHub.Domain.Meetings;

/// <content>The days of a slot, and the changes to them.</content>
public sealed partial class SeriesSlot
{
    /// <summary>Local days on or after <paramref name="from"/> and before <paramref name="to"/>; skipped ones are left out.</summary>
    public IEnumerable<Occurrence> Occurrences(DateOnly from, DateOnly to)
    {
        var usual = RuleDays(to)
            .Where(day => day >= from && ChangeOn(day) is null)
            .Select(day => On(day, day, Time.Start, because: null));
        var moved = changes
            .Where(c => !c.IsSkipped && c.MovedToDay >= from && c.MovedToDay < to)
            .Select(c => On(c.Day, c.MovedToDay!.Value, c.MovedToTime ?? Time.Start, c.Reason));
        return usual.Concat(moved).OrderBy(o => o.StartsAt);
    }

    public SlotChange? ChangeOn(DateOnly day) => changes.Find(c => c.Day == day);

    internal void Skip(DateOnly day, string reason, DateTime now) =>
        Change(new SlotChange(Ids.New(now), day, movedToDay: null, movedToTime: null, reason));

    internal void Move(DateOnly day, DateOnly toDay, TimeOnly toTime, string reason, DateTime now)
    {
        RuleBroken.If(day == toDay && toTime == Time.Start, $"The meeting of {day.InWords()} is already then.");
        Change(new SlotChange(Ids.New(now), day, toDay, toTime, reason));
    }

    internal void Restore(DateOnly day) =>
        RuleBroken.If(
            changes.RemoveAll(c => c.Day == day) == 0,
            $"The meeting of {day.InWords()} takes place as usual."
        );

    internal void EndOn(DateOnly last)
    {
        RuleBroken.If(last < StartsOn, "A series cannot end before it starts; remove it instead.");

        var days = Rule.Count is null ? null : RuleDays(last.AddDays(1)).ToList();
        RuleBroken.If(
            Rule.Until <= last || days is not null && days.Count == Rule.Count,
            "These meetings end before that day."
        );

        Rule = Rule.EndingOn(last);
        changes.RemoveAll(c => c.Day > last);
    }

    internal void Rewrite(RecurrenceRule rule, DateOnly startsOn, MeetingTime time)
    {
        Rule = rule;
        StartsOn = startsOn;
        Time = time;
        changes.RemoveAll(c => !Names(c.Day));
    }

    internal string Rhythm() => $"{Rule} from {StartsOn.Iso()}, {Time.Start:HH\\:mm} {Time.Zone}";

    private void Change(SlotChange change)
    {
        RuleBroken.Unless(Names(change.Day), $"This series does not meet on {change.Day.InWords()}.");

        changes.RemoveAll(c => c.Day == change.Day);
        changes.Add(change);
    }

    private bool Names(DateOnly day) => RuleDays(day.AddDays(1)).LastOrDefault() == day;

    private IEnumerable<DateOnly> RuleDays(DateOnly before) => Rule.DaysFrom(StartsOn).TakeWhile(day => day < before);

    private Occurrence On(DateOnly ruleDay, DateOnly day, TimeOnly time, string? because)
    {
        var utc = Zones.ToUtc(day, time, Time.Zone);
        var local = Zones.ToLocal(utc, Time.Zone);
        var (date, clock) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return new Occurrence(Id, ruleDay, date, clock, Time.Zone, Time.Minutes, utc, because);
    }
}
