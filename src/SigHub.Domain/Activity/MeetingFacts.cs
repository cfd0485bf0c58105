using SigHub.Domain.Meetings;

namespace SigHub.Domain.Activity;

public sealed record MeetingScheduled(Subject Meeting, Guid By, DateTime At) : Fact(Meeting, By, At)
{
    public override string Summary => $"scheduled {Subject.Name}";
}

public sealed record MeetingMoved(Subject Meeting, Guid By, DateTime At, string From, string To) : Fact(Meeting, By, At)
{
    public override string Summary => $"moved the meeting of {From} to {To}";
    public override string? Before => From;
    public override string? After => To;
}

public sealed record MeetingRetitled(Subject Meeting, Guid By, DateTime At, string? OldTitle, string? NewTitle)
    : Fact(Meeting, By, At)
{
    public override string Summary => $"retitled {Subject.Name}";
    public override string? Before => OldTitle;
    public override string? After => NewTitle;
}

public sealed record MeetingCancelled(Subject Meeting, Guid By, DateTime At, string Reason) : Fact(Meeting, By, At)
{
    public override string Summary => $"cancelled {Subject.Name}: {Words.Short(Reason)}";
}

public sealed record MinutesBegun(Subject Meeting, Guid By, DateTime At) : Fact(Meeting, By, At)
{
    public override string Summary => $"began the minutes of {Subject.Name}";
}

public sealed record MinutesWritten(Subject Meeting, Guid By, DateTime At, string OldText, string NewText)
    : Fact(Meeting, By, At)
{
    public override string Summary => $"wrote the minutes of {Subject.Name}";
    public override string? Before => OldText;
    public override string? After => NewText;
}

public sealed record MinutesFinalized(Subject Meeting, Guid By, DateTime At) : Fact(Meeting, By, At)
{
    public override string Summary => $"finalized the minutes of {Subject.Name}";
}

public sealed record MinutesAmended(
    Subject Meeting,
    Guid By,
    DateTime At,
    string OldText,
    string NewText,
    string Reason
) : Fact(Meeting, By, At)
{
    public override string Summary => $"amended the minutes of {Subject.Name}: {Words.Short(Reason)}";
    public override string? Before => OldText;
    public override string? After => NewText;
}

public sealed record MinutesApproved(Subject Meeting, Guid By, DateTime At, int Edition) : Fact(Meeting, By, At)
{
    public override string Summary => $"approved version {Edition.Invariant()} of the minutes of {Subject.Name}";
}

public sealed record MinutesObjected(Subject Meeting, Guid By, DateTime At, string Reason) : Fact(Meeting, By, At)
{
    public override string Summary => $"objected to the minutes of {Subject.Name}: {Words.Short(Reason)}";
    public override string? After => Reason;
}

public sealed record MinutesRestored(Subject Meeting, Guid By, DateTime At, int Revision) : Fact(Meeting, By, At)
{
    public override string Summary => $"went back to draft {Revision.Invariant()} of the minutes of {Subject.Name}";
}

public sealed record TopicProposed(Subject Topic, Guid By, DateTime At) : Fact(Topic, By, At)
{
    public override string Summary => $"proposed {Subject.Name}";
}

public sealed record TopicDeclined(Subject Topic, Guid By, DateTime At, string Reason) : Fact(Topic, By, At)
{
    public override string Summary => $"declined {Subject.Name}: {Words.Short(Reason)}";
}

public sealed record PresenceRecorded(
    Subject Meeting,
    Guid By,
    DateTime At,
    Guid? PersonId,
    Presence? From,
    Presence To
) : Fact(Meeting, By, At)
{
    public override string Summary => $"changed the roll call of {Subject.Name}";
    public override string? Before => From?.ToString();
    public override string? After => To.ToString();
    public override Guid? About => PersonId;
}

public sealed record AgendaChanged(Subject Meeting, Guid By, DateTime At, string OldAgenda, string NewAgenda)
    : Fact(Meeting, By, At)
{
    public override string Summary => $"changed the agenda of {Subject.Name}";
    public override string? Before => OldAgenda;
    public override string? After => NewAgenda;
}

public sealed record DecisionRecorded(Subject Decision, Guid By, DateTime At, string Text) : Fact(Decision, By, At)
{
    public override string Summary => $"recorded {Subject.Name}: {Words.Short(Text)}";
    public override string? After => Text;
}

public sealed record DecisionCarried(Subject Decision, Guid By, DateTime At, string OldOutcome, string NewOutcome)
    : Fact(Decision, By, At)
{
    public override string Summary => $"recorded how {Subject.Name} went";
    public override string? Before => OldOutcome;
    public override string? After => NewOutcome;
}

public sealed record DecisionReworded(Subject Decision, Guid By, DateTime At, string OldText, string NewText)
    : Fact(Decision, By, At)
{
    public override string Summary => $"reworded {Subject.Name}";
    public override string? Before => OldText;
    public override string? After => NewText;
}
