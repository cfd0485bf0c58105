using SigHub.Domain.Activity;

namespace SigHub.Web.Features.Search;

/// <summary>What can be searched, in words.</summary>
public static class SearchKinds
{
    public static IReadOnlyList<SubjectKind> All { get; } =
    [
        SubjectKind.Meeting,
        SubjectKind.Decision,
        SubjectKind.Action,
        SubjectKind.Milestone,
        SubjectKind.Person,
        SubjectKind.Group,
    ];

    /// <summary>The word behind `kind:`.</summary>
    public static string Word(SubjectKind kind) =>
        kind switch
        {
            SubjectKind.Meeting => "minutes",
            SubjectKind.Decision => "decision",
            SubjectKind.Action => "action",
            SubjectKind.Milestone => "milestone",
            SubjectKind.Person => "person",
            SubjectKind.Group => "group",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody searches for these."),
        };

    /// <summary>"minutes", "decisions", "people".</summary>
    public static string Many(SubjectKind kind) =>
        kind switch
        {
            SubjectKind.Meeting => "minutes",
            SubjectKind.Person => "people",
            _ => Word(kind) + "s",
        };

    /// <summary>One or many of them, "meeting" for minutes; null for anything else.</summary>
    public static SubjectKind? Read(string text)
    {
        var word = text.ToLowerInvariant();
        if (word is "meeting" or "meetings" or "minute")
            return SubjectKind.Meeting;
        if (word is "persons")
            return SubjectKind.Person;
        foreach (var kind in All)
        {
            if (word == Word(kind) || word == Many(kind))
                return kind;
        }

        return null;
    }
}
