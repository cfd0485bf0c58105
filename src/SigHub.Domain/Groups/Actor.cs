namespace SigHub.Domain.Groups;

/// <summary>A role that somebody holds in a group today: a role of the group itself, or one in a group above it.</summary>
public readonly record struct Standing(Guid GroupId, Role Role, bool FromAbove);

/// <summary>
/// Who acts, and what that person may do at this moment. A use case makes one from the database for each call and hands it to
/// the noun; a claim in a cookie is too old to be one.
/// </summary>
public sealed class Actor
{
    private readonly List<Standing> standing;
    private readonly HashSet<Guid> leads = [];
    private readonly HashSet<Guid> keepsMinutes = [];
    private readonly HashSet<Guid> takesPart = [];
    private readonly HashSet<Guid> belongs = [];
    private readonly HashSet<Guid> reads = [];

    public Actor(Guid personId, bool isAdministrator, IEnumerable<Standing> standings)
    {
        PersonId = personId;
        IsAdministrator = isAdministrator;
        standing = [.. standings];
        foreach (var each in standing)
            Add(each);
    }

    public static Actor Administrator(Guid personId) => new(personId, isAdministrator: true, []);

    public Guid PersonId { get; }

    public bool IsAdministrator { get; }

    /// <summary>From memberships of this person, the tree of groups and today; only confirmed, current memberships count.</summary>
    public static Actor Of(
        Guid personId,
        bool isAdministrator,
        IEnumerable<Membership> memberships,
        GroupTree tree,
        DateOnly today
    )
    {
        var current = memberships.Where(m => m.PersonId == personId && m.GivesRightsOn(today)).ToList();
        var own = current.Select(m => new Standing(m.GroupId, m.Role, FromAbove: false));
        var above = current.SelectMany(m =>
            tree.Below(m.GroupId).Select(below => new Standing(below, m.Role, FromAbove: true))
        );
        return new Actor(personId, isAdministrator, own.Concat(above));
    }

    public bool Is(Guid? personId) => personId == PersonId;

    /// <summary>Chair, co-chair or lead of the group or of one above it; administrators lead everything.</summary>
    public bool Leads(Guid groupId) => IsAdministrator || leads.Contains(groupId);

    /// <summary>Whoever leads the group, and its secretary.</summary>
    public bool KeepsMinutes(Guid groupId) => Leads(groupId) || keepsMinutes.Contains(groupId);

    /// <summary>Whoever leads the group, and its people except observers.</summary>
    public bool TakesPartIn(Guid groupId) => Leads(groupId) || takesPart.Contains(groupId);

    /// <summary>Holds any role in the group itself.</summary>
    public bool BelongsTo(Guid groupId) => belongs.Contains(groupId);

    /// <summary>The same actor after a group was created: whoever leads its parent leads it.</summary>
    public Actor Knowing(Group created)
    {
        var standings = created.ParentId is { } parent ? standing.Where(s => s.GroupId == parent).ToList() : [];
        return new Actor(
            PersonId,
            IsAdministrator,
            standing.Concat(standings.Select(s => new Standing(created.Id, s.Role, FromAbove: true)))
        );
    }

    public Viewer AsViewer() =>
        IsAdministrator ? Viewer.Administrator(PersonId) : Viewer.Person(PersonId, reads, belongs.Union(leads));

    private void Add(Standing one)
    {
        reads.Add(one.GroupId);
        if (one.Role.Leads())
            leads.Add(one.GroupId);

        if (one.FromAbove)
            return;

        belongs.Add(one.GroupId);
        if (one.Role.KeepsMinutes())
            keepsMinutes.Add(one.GroupId);

        if (one.Role.TakesPart())
            takesPart.Add(one.GroupId);
    }
}
