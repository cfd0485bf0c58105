using SigHub.Domain.Groups;

namespace SigHub.Web.Components;

/// <summary>What somebody is to a group, in words.</summary>
public static class RoleWords
{
    /// <summary>The title that a document gives; else the role, "Co-chair".</summary>
    public static string Called(Role role, string? title)
    {
        var name = role.Name();
        return title ?? string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));
    }
}
