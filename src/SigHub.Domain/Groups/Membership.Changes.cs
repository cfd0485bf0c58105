using SigHub.Domain.Activity;

namespace SigHub.Domain.Groups;

/// <content>What may be changed on a membership, and by whom.</content>
public sealed partial class Membership
{
    /// <summary>From now on the role gives its rights.</summary>
    public RoleConfirmed Confirm(Actor by, DateTime now)
    {
        RuleBroken.Unless(by.Leads(GroupId), "Only whoever leads this group, or an administrator, can confirm a role.");
        RuleBroken.If(IsConfirmed, "This role is already confirmed.");

        Confirmation = new Confirmation(by.PersonId, now);
        return new RoleConfirmed(Subject, by.PersonId, now, PersonId, Role);
    }

    /// <summary><paramref name="on"/> is the first day without the role. One may leave by oneself.</summary>
    public MembershipEnded End(Actor by, DateOnly on, DateTime now)
    {
        MayEnd(by);
        RuleBroken.If(Term.To <= on, "This role has already ended.");

        Term = Term.EndingBefore(on);
        return new MembershipEnded(Subject, by.PersonId, now, PersonId, Role, on);
    }

    /// <summary>A role that has not lasted a day by <paramref name="today"/> never was; the caller removes it.</summary>
    public MembershipEnded Withdraw(Actor by, DateOnly today, DateTime now)
    {
        MayEnd(by);
        RuleBroken.Unless(Term.From >= today, "This role has begun; end it instead.");

        return new MembershipEnded(Subject, by.PersonId, now, PersonId, Role, today);
    }

    private void MayEnd(Actor by) =>
        RuleBroken.Unless(
            by.Leads(GroupId) || by.Is(PersonId),
            "Only whoever leads this group, or the person, can end a role."
        );
}
