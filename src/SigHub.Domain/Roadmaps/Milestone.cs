using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Roadmaps;

/// <summary>Something a group means to reach in a period, known as M-9. Every move of its period is kept.</summary>
public sealed partial class Milestone
{
    private readonly List<Slip> slips = [];

    private Milestone(int number, Guid groupId, string title, Period period, DateTime now)
    {
        RuleBroken.If(number < 1, "Milestones are numbered from 1.");

        Id = Ids.New(now);
        Number = number;
        GroupId = groupId;
        Title = Words.Required(title, "A milestone needs a title.");
        Period = period;
        RecordedAt = now;
    }

    private Milestone() { }

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public Guid GroupId { get; private set; }
    public string Title { get; private set; } = "";
    public Period Period { get; private set; } = null!;
    public MilestoneStatus Status { get; private set; }
    public Mention? Owner { get; private set; }
    public Visibility Visibility { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<Slip> Slips => slips;

    public string Reference => $"M-{Number.Invariant()}";

    public Subject Subject => new(SubjectKind.Milestone, Id, GroupId, Reference, Visibility);
}

/// <summary>A period that was given up for another, by whom, when and why.</summary>
public sealed class Slip
{
    internal Slip(Period from, Period to, string? reason, Guid byPersonId, DateTime at)
    {
        Id = Ids.New(at);
        From = from;
        To = to;
        Reason = Words.Optional(reason);
        ByPersonId = byPersonId;
        At = at;
    }

    private Slip() { }

    public Guid Id { get; private set; }
    public Period From { get; private set; } = null!;
    public Period To { get; private set; } = null!;
    public string? Reason { get; private set; }
    public Guid ByPersonId { get; private set; }
    public DateTime At { get; private set; }
}
