using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Groups;

/// <summary>
/// A SIG, working group, committee, project or team: the place that meetings, actions and a roadmap belong to. Groups stand in
/// a tree; whoever leads one leads those below it.
/// </summary>
public sealed partial class Group
{
    private readonly List<Goal> goals = [];
    private readonly List<GroupLink> links = [];

    private Group(Guid id, Slug slug, string name, GroupKind kind, DateTime now)
    {
        Id = id;
        Slug = slug;
        Name = Words.Name(name, "A group needs a name.");
        Kind = kind;
        CreatedAt = Ids.Utc(now);
    }

    private Group() { }

    public Guid Id { get; private set; }
    public Slug Slug { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public GroupKind Kind { get; private set; }
    public GroupState State { get; private set; }
    public Visibility Visibility { get; private set; }
    public Guid? ParentId { get; private set; }

    /// <summary>Markdown.</summary>
    public string Overview { get; private set; } = "";

    /// <summary>The IANA zone in which the group's times are read when they name none.</summary>
    public string Zone { get; private set; } = Zones.Utc;

    public DateTime CreatedAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<Goal> Goals => goals;
    public IReadOnlyList<GroupLink> Links => links;

    public Subject Subject => new(SubjectKind.Group, Id, Id, Name, Visibility);

    /// <summary>Whoever leads the parent creates groups below it; only an administrator creates one at the top.</summary>
    public static Group Create(
        Actor by,
        Slug slug,
        string name,
        GroupKind kind,
        Guid? parentId,
        Visibility visibility,
        DateTime now
    )
    {
        RuleBroken.Unless(
            parentId is { } parent ? by.Leads(parent) : by.IsAdministrator,
            "Only an administrator, or whoever leads the group above, can create a group."
        );

        return new Group(Ids.New(now), slug, name, kind, now) { ParentId = parentId, Visibility = visibility };
    }
}
