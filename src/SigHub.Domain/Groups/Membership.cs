using SigHub.Domain.Activity;

namespace SigHub.Domain.Groups;

/// <summary>
/// A person's role in a group for a term. An imported title is a title: it gives no right before a lead of the group or an
/// administrator confirms it.
/// </summary>
public sealed partial class Membership
{
    private Membership(Guid id, Guid personId, Guid groupId, Role role, string? affiliation, Term term)
    {
        Id = id;
        PersonId = personId;
        GroupId = groupId;
        Role = role;
        Affiliation = Words.Optional(affiliation);
        Term = term;
    }

    private Membership() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid GroupId { get; private set; }
    public Role Role { get; private set; }

    /// <summary>The title in the document's words, "Release chair".</summary>
    public string? Title { get; private set; }

    public string? Affiliation { get; private set; }
    public Term Term { get; private set; } = Term.Always;
    public Confirmation? Confirmation { get; private set; }
    public int Version { get; private set; }

    public bool IsConfirmed => Confirmation is not null;

    public Subject Subject => new(SubjectKind.Membership, Id, GroupId, Role.Name(), Visibility.Public);

    /// <summary>What is told of a role that was just given.</summary>
    public MemberJoined Joined(Actor by, DateTime now) => new(Subject, by.PersonId, now, PersonId, Role);

    public bool IsCurrentOn(DateOnly day) => Term.Contains(day);

    public bool GivesRightsOn(DateOnly day) => IsConfirmed && IsCurrentOn(day);

    /// <summary>A role that a document names: it counts as a title until it is confirmed.</summary>
    public static Membership FromDocument(
        Guid personId,
        Guid groupId,
        Role role,
        string? title,
        string? affiliation,
        Term term,
        DateTime now
    ) => new(Ids.New(now), personId, groupId, role, affiliation, term) { Title = Words.Optional(title) };

    /// <summary>A role that somebody gives who leads the group: it is confirmed by that.</summary>
    public static Membership Appoint(
        Actor by,
        Guid personId,
        Guid groupId,
        Role role,
        string? affiliation,
        Term term,
        DateTime now
    )
    {
        RuleBroken.Unless(by.Leads(groupId), "Only whoever leads this group can give somebody a role in it.");

        return new Membership(Ids.New(now), personId, groupId, role, affiliation, term)
        {
            Confirmation = new Confirmation(by.PersonId, now),
        };
    }
}

/// <summary>Who said that a role is true, and when.</summary>
public sealed record Confirmation
{
    public Confirmation(Guid byPersonId, DateTime at)
    {
        ByPersonId = byPersonId;
        At = Ids.Utc(at);
    }

    public Guid ByPersonId { get; private init; }
    public DateTime At { get; private init; }
}
