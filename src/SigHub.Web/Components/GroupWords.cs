using SigHub.Domain.Groups;

namespace SigHub.Web.Components;

/// <summary>Kinds and states of groups, and kinds of links, in words.</summary>
public static class GroupWords
{
    public static string Name(this GroupKind kind) =>
        kind switch
        {
            GroupKind.Sig => "SIG",
            GroupKind.WorkingGroup => "working group",
            GroupKind.Committee => "committee",
            GroupKind.Project => "project",
            GroupKind.Team => "team",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Name(this GroupState state) =>
        state switch
        {
            GroupState.Active => "active",
            GroupState.Dormant => "dormant",
            GroupState.Archived => "archived",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>The heading that links of this kind stand under.</summary>
    public static string Heading(this LinkKind kind) =>
        kind switch
        {
            LinkKind.Website => "Website",
            LinkKind.MailingList => "Mailing list",
            LinkKind.Chat => "Chat",
            LinkKind.Document => "Documents",
            LinkKind.Calendar => "Calendar",
            LinkKind.Meeting => "Where we meet",
            LinkKind.Recording => "Recordings",
            LinkKind.Repository => "Source code",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
