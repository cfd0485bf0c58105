using SigHub.Domain.Groups;

namespace SigHub.Web.Persistence;

/// <summary>What a viewer may not see is not found: the Domain's rule of visibility, as filters on queries.</summary>
public static class Visible
{
    /// <inheritdoc cref="Viewer.MaySee(Group)"/>
    public static IQueryable<Group> VisibleTo(this IQueryable<Group> groups, Viewer viewer)
    {
        if (viewer.IsAdministrator)
            return groups;

        var members = viewer.MembersOnlyOf;
        var closed = viewer.ClosedOf;
        return groups.Where(group =>
            group.Visibility == Visibility.Public
            || (group.Visibility == Visibility.Members && members.Contains(group.Id))
            || (group.Visibility == Visibility.Closed && closed.Contains(group.Id))
        );
    }
}
