namespace SigHub.Minutes;

/// <summary>
/// One meeting and what its minutes record. <c>Notes</c> is the discussion as Markdown: everything that is no record.
/// A carried list of an earlier day is a meeting of that day.
/// </summary>
public sealed record ReadMeeting(
    string? Group,
    DateOnly? Date,
    TimeOnly? Time,
    string? Zone,
    MeetingState? State,
    string? Title,
    IReadOnlyList<ReadAttendee> Attendees,
    IReadOnlyList<ReadAgendaItem> Agenda,
    IReadOnlyList<ReadDecision> Decisions,
    IReadOnlyList<ReadAction> Actions,
    IReadOnlyList<ReadLink> Links,
    string? Notes,
    LineSpan Lines
);

/// <summary>What the text itself says has become of a meeting.</summary>
public enum MeetingState
{
    Cancelled,
}

/// <summary>Someone in a roll call, under the name and with the employer written there.</summary>
public sealed record ReadAttendee(string Name, string? Affiliation, Presence Presence, LineSpan Lines);

/// <summary>Came, said beforehand not to come, did not come.</summary>
public enum Presence
{
    Present,
    Regrets,
    Absent,
}

/// <summary>A topic of the day.</summary>
public sealed record ReadAgendaItem(string Title, LineSpan Lines);

/// <summary>What was settled; the text keeps its verb: "We agreed to …".</summary>
public sealed record ReadDecision(
    string? Id,
    string Text,
    string? Mover,
    string? Seconder,
    string? Result,
    LineSpan Lines
);

/// <summary>
/// A task, without its owner's prefix and its status' suffix. <c>StatusAsOf</c> is the day on which the status was
/// written down: the day of the document that carries it, not the day the action was raised.
/// </summary>
public sealed record ReadAction(
    string? Id,
    string Text,
    IReadOnlyList<ReadOwner> Owners,
    ActionStatus Status,
    DateOnly? StatusAsOf,
    string? StatusNote,
    DateOnly? Due,
    IReadOnlyList<string> Notes,
    Origin Origin,
    double Confidence,
    LineSpan Lines
);

/// <summary>An owner as written, and who that is when exactly one person of the document fits.</summary>
public sealed record ReadOwner(string Name, string? Person);

/// <summary>How a task stands.</summary>
public enum ActionStatus
{
    Open,
    InProgress,
    OnHold,
    Done,
    Cancelled,
}

/// <summary>Explicit: under an action heading or marked as one. Implied: a promise inside the notes.</summary>
public enum Origin
{
    Explicit,
    Implied,
}
