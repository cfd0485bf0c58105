using SigHub.Domain.People;

namespace SigHub.Domain.Actions;

/// <summary>Somebody who is to do an action, under the name as written.</summary>
public sealed class ActionOwner
{
    internal ActionOwner(Guid id, int order, Mention who)
    {
        Id = id;
        Order = order;
        Name = who.Name;
        PersonId = who.PersonId;
    }

    private ActionOwner() { }

    public Guid Id { get; private set; }
    public int Order { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Null while nobody knows who the name stands for.</summary>
    public Guid? PersonId { get; private set; }

    public Mention Who => new(Name, PersonId);

    internal void Identify(Guid personId) => PersonId = personId;
}

/// <summary>A remark on an action.</summary>
public sealed class ActionNote
{
    internal ActionNote(Guid id, int order, string text)
    {
        Id = id;
        Order = order;
        Text = Words.Required(text, "A note needs words.");
    }

    private ActionNote() { }

    public Guid Id { get; private set; }
    public int Order { get; private set; }
    public string Text { get; private set; } = "";
}

/// <summary>
/// The state of an action as of a day, as a meeting found it or a person reported it. States are added and never changed.
/// </summary>
public sealed class ActionState
{
    internal ActionState(Guid id, int sequence, StateReport report, DateTime recordedAt)
    {
        Id = id;
        Sequence = sequence;
        Status = report.Status;
        AsOf = report.AsOf;
        Note = Words.Optional(report.Note);
        MeetingId = report.MeetingId;
        PersonId = report.PersonId;
        RecordedAt = Ids.Utc(recordedAt);
    }

    private ActionState() { }

    public Guid Id { get; private set; }

    /// <summary>The order in which states became known, from 1.</summary>
    public int Sequence { get; private set; }

    public ActionStatus Status { get; private set; }
    public DateOnly AsOf { get; private set; }

    /// <summary>The author's own words, "Done, no feedback yet".</summary>
    public string? Note { get; private set; }

    /// <summary>The meeting that found this state, if one did.</summary>
    public Guid? MeetingId { get; private set; }

    /// <summary>The person who reported this state, if one did.</summary>
    public Guid? PersonId { get; private set; }

    public DateTime RecordedAt { get; private set; }
}

/// <summary>A state as somebody tells it.</summary>
public readonly record struct StateReport(
    ActionStatus Status,
    DateOnly AsOf,
    string? Note,
    Guid? MeetingId,
    Guid? PersonId
);
