using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Domain.Roadmaps;

/// <content>Planning a milestone, moving it, reaching it.</content>
public sealed partial class Milestone
{
    /// <summary>The number is the caller's to take from the portal's one sequence.</summary>
    public static Milestone Plan(
        Actor by,
        int number,
        Guid groupId,
        string title,
        Period period,
        Mention? owner,
        DateTime now
    )
    {
        RuleBroken.Unless(by.KeepsMinutes(groupId), "Only a chair, a lead or the secretary can plan a milestone.");

        return new Milestone(number, groupId, title, period, now) { Owner = owner };
    }

    /// <summary>To another period; the old one is kept with the reason.</summary>
    public MilestoneMoved Move(Actor by, Period to, string? reason, DateTime now)
    {
        MayChange(by);
        RuleBroken.If(Status.IsClosed(), $"{Reference} is {Status.Name()}; it no longer moves.");
        RuleBroken.If(to == Period, $"{Reference} is already planned for {to}.");

        var slip = new Slip(Period, to, reason, by.PersonId, now);
        slips.Add(slip);
        Period = to;
        return new MilestoneMoved(Subject, by.PersonId, now, slip.From.Text, to.Text, slip.Reason);
    }

    /// <summary>Dropping it, and taking it up again, need a reason.</summary>
    public MilestoneStatusChanged Become(Actor by, MilestoneStatus status, string? reason, DateTime now)
    {
        MayChange(by);
        RuleBroken.If(status == Status, $"{Reference} is already {status.Name()}.");
        var why = Words.Optional(reason);
        RuleBroken.If(status == MilestoneStatus.Dropped && why is null, $"Say why {Reference} is dropped.");
        RuleBroken.If(
            Status.IsClosed() && !status.IsClosed() && why is null,
            $"Say why {Reference} is taken up again."
        );

        var old = Status;
        Status = status;
        return new MilestoneStatusChanged(Subject, by.PersonId, now, old, status, why);
    }

    public MilestoneChanged Retitle(Actor by, string title, DateTime now)
    {
        MayChange(by);
        var (old, words) = (Title, Words.Required(title, "A milestone needs a title."));
        RuleBroken.If(words == old, $"This is the title of {Reference} already.");

        Title = words;
        return new MilestoneChanged(Subject, by.PersonId, now, "title", old, words);
    }

    public MilestoneChanged HandTo(Actor by, Mention? owner, DateTime now)
    {
        MayChange(by);
        var old = Owner?.Name;
        Owner = owner;
        return new MilestoneChanged(Subject, by.PersonId, now, "owner", old, owner?.Name);
    }

    public VisibilityChanged ShowTo(Actor by, Visibility visibility, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), $"Only whoever leads this group can change who sees {Reference}.");
        RuleBroken.If(visibility == Visibility, $"{Reference} is already {visibility.Name()}.");

        var old = Visibility;
        Visibility = visibility;
        return new VisibilityChanged(Subject, by.PersonId, now, old, visibility);
    }

    /// <summary>Planned for days that are over, and neither done nor dropped.</summary>
    public bool IsLateOn(DateOnly day) => !Status.IsClosed() && Period.IsOverOn(day);

    private void MayChange(Actor by) =>
        RuleBroken.Unless(
            by.KeepsMinutes(GroupId) || by.Is(Owner?.PersonId),
            $"Only the owner of {Reference}, or a chair, a lead or the secretary of its group, can change it."
        );
}
