using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Meetings;

/// <summary>What a group decided, in the words of its minutes: "We agreed to …". Known for good under its number, D-17.</summary>
public sealed partial class Decision
{
    private Decision(int number, Guid groupId, DateOnly decidedOn, string text, DateTime now)
    {
        RuleBroken.If(number < 1, "Decisions are numbered from 1.");

        Id = Ids.New(now);
        Number = number;
        GroupId = groupId;
        DecidedOn = decidedOn;
        Text = Words.Required(text, "A decision needs a text.");
        RecordedAt = now;
    }

    private Decision() { }

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public Guid GroupId { get; private set; }
    public Guid? MeetingId { get; private set; }
    public DateOnly DecidedOn { get; private set; }
    public string Text { get; private set; } = "";
    public Mention? Mover { get; private set; }
    public Mention? Seconder { get; private set; }

    /// <summary>The outcome in the document's words: "carried", "7 for, 1 against".</summary>
    public string? Result { get; private set; }

    public Visibility Visibility { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public int Version { get; private set; }

    public string Reference => $"D-{Number.Invariant()}";

    public Subject Subject => new(SubjectKind.Decision, Id, GroupId, Reference, Visibility);
}
