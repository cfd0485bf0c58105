using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Actions;

/// <summary>
/// Something that somebody said they would do. It is one record for life, known as A-142: meetings that carry it add states to
/// its history and never copy it.
/// </summary>
public sealed partial class ActionItem
{
    private readonly List<ActionOwner> owners = [];
    private readonly List<ActionNote> notes = [];
    private readonly List<ActionState> history = [];

    private ActionItem(int number, Guid groupId, Guid? meetingId, DateOnly raisedOn, string text, DateTime now)
    {
        RuleBroken.If(number < 1, "Actions are numbered from 1.");

        Id = Ids.New(now);
        Number = number;
        GroupId = groupId;
        RaisedAtMeetingId = meetingId;
        RaisedOn = raisedOn;
        Text = Words.Required(text, "An action needs a text.");
        RecordedAt = now;
    }

    private ActionItem() { }

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public Guid GroupId { get; private set; }
    public Guid? RaisedAtMeetingId { get; private set; }
    public DateOnly RaisedOn { get; private set; }
    public string Text { get; private set; } = "";
    public DateOnly? Due { get; private set; }

    /// <summary>The latest known state, kept beside the history for queries.</summary>
    public ActionStatus Status { get; private set; }

    /// <summary>The day of the latest known state.</summary>
    public DateOnly StatusAsOf { get; private set; }

    public Visibility Visibility { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ActionOwner> Owners => owners;
    public IReadOnlyList<ActionNote> Notes => notes;
    public IReadOnlyList<ActionState> History => history;

    public string Reference => $"A-{Number.Invariant()}";

    public Subject Subject => new(SubjectKind.Action, Id, GroupId, Reference, Visibility);

    public bool IsClosed => Status.IsClosed();

    public bool IsOverdueOn(DateOnly day) => !IsClosed && Due < day;

    public bool IsOwnedBy(Guid personId) => owners.Exists(o => o.PersonId == personId);
}
