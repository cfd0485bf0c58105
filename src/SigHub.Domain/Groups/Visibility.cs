namespace SigHub.Domain.Groups;

/// <summary>
/// Who may read, from open to strict. <see cref="Members"/>: people of the group and of the groups above it. <see cref="Closed"/>:
/// people of this very group, and whoever leads it.
/// </summary>
public enum Visibility
{
    Public,
    Members,
    Closed,
}

public static class VisibilityRules
{
    /// <summary>What stands inside a group is at least as strict as the group.</summary>
    public static Visibility Within(this Visibility item, Visibility group) => item > group ? item : group;

    public static string Name(this Visibility visibility) =>
        visibility switch
        {
            Visibility.Public => "public",
            Visibility.Members => "for members",
            Visibility.Closed => "closed",
            _ => throw new ArgumentOutOfRangeException(nameof(visibility)),
        };
}
