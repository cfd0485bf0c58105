namespace SigHub.Domain.Meetings;

/// <summary>One rhythm of a series: a rule, the day it starts on, and the local time.</summary>
public sealed partial class SeriesSlot
{
    private readonly List<SlotChange> changes = [];

    internal SeriesSlot(Guid id, RecurrenceRule rule, DateOnly startsOn, MeetingTime time)
    {
        Id = id;
        Rule = rule;
        StartsOn = startsOn;
        Time = time;
    }

    private SeriesSlot() { }

    public Guid Id { get; private set; }
    public RecurrenceRule Rule { get; private set; } = null!;
    public DateOnly StartsOn { get; private set; }
    public MeetingTime Time { get; private set; } = null!;

    public IReadOnlyList<SlotChange> Changes => changes;
}

/// <summary>One day on which a slot does not follow its rule: skipped, or moved to another day or time, and why.</summary>
public sealed class SlotChange
{
    internal SlotChange(Guid id, DateOnly day, DateOnly? movedToDay, TimeOnly? movedToTime, string reason)
    {
        Id = id;
        Day = day;
        MovedToDay = movedToDay;
        MovedToTime = movedToTime;
        Reason = Words.Required(reason, "Say why the meeting does not take place as usual.");
    }

    private SlotChange() { }

    public Guid Id { get; private set; }

    /// <summary>The day that the rule names.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Null: skipped.</summary>
    public DateOnly? MovedToDay { get; private set; }

    /// <summary>Null: skipped.</summary>
    public TimeOnly? MovedToTime { get; private set; }

    public string Reason { get; private set; } = "";

    public bool IsSkipped => MovedToDay is null;
}
