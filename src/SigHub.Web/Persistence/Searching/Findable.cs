using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Web.Persistence.Searching;

/// <summary>
/// What of one noun can be found by words, and enough to show it in a list. It is derived: <see cref="SearchUpkeep"/> makes it
/// again whenever the noun changes.
/// </summary>
public sealed class Findable
{
    /// <summary>Given by the database; a noun that changed gets a new one.</summary>
    public long Id { get; init; }

    public required SubjectKind Kind { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>The group it is as visible as; null for people, who are seen where they take part.</summary>
    public required Guid? GroupId { get; init; }

    public required Visibility Visibility { get; init; }

    /// <summary>When it was said, decided, raised or planned; null for people, groups and what has no day.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>Its word in addresses and in speech: "A-142", "2026-03-12-2", "compute"; empty for people.</summary>
    public required string Reference { get; init; }

    public required string Title { get; init; }

    /// <summary>Everything else that is said about it, without marks of Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>The words of reference and title that anybody may read who sees the noun; folded, with a space between.</summary>
    public required string TitleWords { get; init; }

    /// <summary>The same of the text.</summary>
    public required string Words { get; init; }

    /// <summary>All words of title and text, where some of them are not for visitors; else empty.</summary>
    public required string HiddenWords { get; init; }
}

/// <summary>A noun was made, changed or deleted and what can be found of it is not yet made again. The database writes these.</summary>
public sealed class FindableChange
{
    public long Id { get; init; }
    public required SubjectKind Kind { get; init; }
    public required Guid SubjectId { get; init; }
}
