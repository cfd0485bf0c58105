namespace SigHub.Domain.Groups;

/// <summary>Which group stands below which. Made from every group's id and its parent's id.</summary>
public sealed class GroupTree
{
    private readonly Dictionary<Guid, Guid?> parents;
    private readonly ILookup<Guid, Guid> children;

    public GroupTree(IEnumerable<(Guid Id, Guid? ParentId)> groups)
    {
        parents = groups.ToDictionary(g => g.Id, g => g.ParentId);
        children = parents.Where(g => g.Value is not null).ToLookup(g => g.Value!.Value, g => g.Key);
    }

    /// <summary>The groups above, nearest first.</summary>
    public IReadOnlyList<Guid> Above(Guid groupId)
    {
        var above = new List<Guid>();
        var next = parents.GetValueOrDefault(groupId);
        while (next is { } parent && parent != groupId && !above.Contains(parent))
        {
            above.Add(parent);
            next = parents.GetValueOrDefault(parent);
        }

        return above;
    }

    /// <summary>All groups below, at any depth.</summary>
    public IReadOnlyList<Guid> Below(Guid groupId)
    {
        var below = new List<Guid>();
        var seen = new HashSet<Guid> { groupId };
        var open = new Queue<Guid>([groupId]);
        while (open.TryDequeue(out var parent))
        {
            foreach (var child in children[parent].Where(seen.Add))
            {
                below.Add(child);
                open.Enqueue(child);
            }
        }

        return below;
    }
}
