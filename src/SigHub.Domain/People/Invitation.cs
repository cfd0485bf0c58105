using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.People;

/// <summary>
/// An offer to open an account, with a role in a group where it names one, and as a known person where it names one. Whoever
/// holds its secret accepts it, once, within <see cref="Lasts"/>; only the secret's hash is kept.
/// </summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    private Invitation() { }

    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the secret, in hexadecimal digits.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>The address it was sent to; null where a link was handed over.</summary>
    public string? Email { get; private set; }

    public Guid? GroupId { get; private set; }
    public Role? Role { get; private set; }

    /// <summary>The known person who is invited; null for somebody new.</summary>
    public Guid? PersonId { get; private set; }

    public Guid ByPersonId { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public InvitationAnswer? Acceptance { get; private set; }
    public InvitationAnswer? Revocation { get; private set; }
    public int Version { get; private set; }

    public Subject Subject => new(SubjectKind.Invitation, Id, GroupId: null, "an invitation", Visibility.Public);

    public bool IsOpenAt(DateTime now) => Acceptance is null && Revocation is null && now < ExpiresAt;

    /// <summary>
    /// Administrators invite anybody; whoever leads a group invites to a role in it, and a known person where one of the
    /// person's groups is theirs to lead and the person has no rights in any other.
    /// </summary>
    public static Invitation Create(
        Actor by,
        string secretHash,
        string? email,
        Guid? groupId,
        Role? role,
        Person? person,
        IReadOnlyCollection<Membership> rolesOfPerson,
        DateTime now
    )
    {
        RuleBroken.If(
            groupId is null != role is null,
            "An invitation to a group says the role, and the other way round."
        );
        MustBeAllowed(by, groupId, person, rolesOfPerson);
        RuleBroken.If(person?.AccountId is not null, "This person already has an account.");

        return new Invitation
        {
            Id = Ids.New(now),
            SecretHash = secretHash,
            Email = Words.Optional(email),
            GroupId = groupId,
            Role = role,
            PersonId = person?.Id,
            ByPersonId = by.PersonId,
            CreatedAt = now,
            ExpiresAt = now + Lasts,
        };
    }

    public SomebodyInvited Fact => new(Subject, ByPersonId, CreatedAt, PersonId, Role);

    /// <summary>
    /// It counts only while <paramref name="sender"/>, who sent it, could still send it; null when they have no account any more.
    /// </summary>
    public InvitationAccepted Accept(
        Actor? sender,
        Guid byPersonId,
        Person? person,
        IReadOnlyCollection<Membership> rolesOfPerson,
        DateTime now
    )
    {
        RuleBroken.If(Acceptance is not null, "This invitation was used already. If that was you, sign in.");
        RuleBroken.Unless(IsOpenAt(now), "This invitation no longer counts. Ask for a new one.");
        RuleBroken.If(sender is null, "This invitation no longer counts. Ask for a new one.");
        MustBeAllowed(sender, GroupId, person, rolesOfPerson);

        Acceptance = new InvitationAnswer(byPersonId, now);
        return new InvitationAccepted(Subject, byPersonId, now);
    }

    public InvitationRevoked Revoke(Actor by, DateTime now)
    {
        RuleBroken.Unless(
            by.Is(ByPersonId) || by.IsAdministrator || (GroupId is { } group && by.Leads(group)),
            "Only whoever sent an invitation, leads its group, or an administrator can take it back."
        );
        RuleBroken.If(Acceptance is not null, "This invitation was accepted already.");
        RuleBroken.If(Revocation is not null, "This invitation was taken back already.");

        Revocation = new InvitationAnswer(by.PersonId, now);
        return new InvitationRevoked(Subject, by.PersonId, now);
    }

    private static void MustBeAllowed(
        Actor by,
        Guid? groupId,
        Person? person,
        IReadOnlyCollection<Membership> rolesOfPerson
    )
    {
        RuleBroken.Unless(
            by.IsAdministrator || (groupId is { } group && by.Leads(group)),
            "Only whoever leads a group can invite to it, and only an administrator to none."
        );
        RuleBroken.Unless(
            person is null
                || by.IsAdministrator
                || (
                    rolesOfPerson.Any(role => by.Leads(role.GroupId))
                    && rolesOfPerson.All(role => !role.IsConfirmed || by.Leads(role.GroupId))
                ),
            "Only whoever leads this person’s groups, or an administrator, can invite this person."
        );
    }
}

/// <summary>Who accepted an invitation or took it back, and when.</summary>
public sealed record InvitationAnswer
{
    public InvitationAnswer(Guid byPersonId, DateTime at)
    {
        ByPersonId = byPersonId;
        At = Ids.Utc(at);
    }

    public Guid ByPersonId { get; private init; }
    public DateTime At { get; private init; }
}
