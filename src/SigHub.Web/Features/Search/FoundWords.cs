using SigHub.Domain.Activity;
using SigHub.Web.Components;

namespace SigHub.Web.Features.Search;

/// <summary>How what was found is called and where it leads.</summary>
internal static class FoundWords
{
    /// <summary>Minutes without a title are called by their day.</summary>
    public static string Title(SubjectKind kind, string title, DateOnly? date) =>
        title.Length == 0 && kind == SubjectKind.Meeting && date is { } day ? $"Meeting of {Days.Long(day)}" : title;

    public static string Link(SubjectKind kind, Guid id, string? slug, string reference) =>
        kind switch
        {
            SubjectKind.Action => $"{Links.Actions}/{reference}",
            SubjectKind.Decision => $"{Links.Decisions}/{reference}",
            SubjectKind.Group => Links.Group(slug!),
            SubjectKind.Meeting => Links.Meeting(slug!, reference),
            SubjectKind.Milestone => $"{Links.Roadmap}/{reference}",
            SubjectKind.Person => Links.Person(id),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody searches for these."),
        };
}
