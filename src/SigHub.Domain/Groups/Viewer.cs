namespace SigHub.Domain.Groups;

/// <summary>
/// Who reads: a visitor, a person, or an administrator. The lists are what a query filters by; <see cref="MaySee(Guid, Visibility, Visibility)"/> is the
/// same rule for one thing.
/// </summary>
public sealed class Viewer
{
    private Viewer(Guid? personId, bool isAdministrator, IEnumerable<Guid> members, IEnumerable<Guid> closed)
    {
        PersonId = personId;
        IsAdministrator = isAdministrator;
        MembersOnlyOf = [.. members.Distinct()];
        ClosedOf = [.. closed.Distinct()];
    }

    public Guid? PersonId { get; }

    public bool IsAdministrator { get; }

    /// <summary>Groups of which this viewer reads what is for members: the viewer's own and all below those.</summary>
    public IReadOnlyList<Guid> MembersOnlyOf { get; }

    /// <summary>Groups of which this viewer reads what is closed: the viewer's own, and all that the viewer leads.</summary>
    public IReadOnlyList<Guid> ClosedOf { get; }

    public static Viewer Visitor { get; } = new(personId: null, isAdministrator: false, [], []);

    public static Viewer Administrator(Guid personId) => new(personId, isAdministrator: true, [], []);

    public static Viewer Person(Guid personId, IEnumerable<Guid> membersOnlyOf, IEnumerable<Guid> closedOf) =>
        new(personId, isAdministrator: false, membersOnlyOf, closedOf);

    public bool MaySee(Group group) => MaySee(group.Id, group.Visibility, Visibility.Public);

    /// <summary>Something inside a group is as visible as the stricter of the two allows.</summary>
    public bool MaySee(Guid groupId, Visibility group, Visibility item) =>
        IsAdministrator
        || item.Within(group) switch
        {
            Visibility.Public => true,
            Visibility.Members => MembersOnlyOf.Contains(groupId),
            Visibility.Closed => ClosedOf.Contains(groupId),
            _ => throw new ArgumentOutOfRangeException(nameof(item)),
        };
}
