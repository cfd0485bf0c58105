using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Persistence.Searching;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Search;

/// <summary>
/// While somebody types: what the current person may see and whose name, title or number has these words, the last of which
/// may go on. Groups and people first, then the newest; eight at most.
/// </summary>
public sealed class SuggestMatches(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const int Most = 8;

    /// <summary>Longer titles are cut.</summary>
    private const int LongestTitle = 110;

    public async Task<IReadOnlyList<Suggestion>> Run(string? typed, CancellationToken stop = default)
    {
        var request = SearchRequest.Read(typed, isTyping: true);
        if (request.Terms.Wanted.Count == 0)
            return [];

        await using var db = await dbs.CreateDbContextAsync(stop);
        var viewer = await db.ViewerFor(me, clock.Today(), stop);
        await db.BringSearchUpToDate(stop);
        var kinds = request.Kinds;
        var found = await (
            from one in db.Matching(request.Terms, SearchReach.Titles).VisibleTo(db, viewer)
            where kinds.Contains(one.Kind)
            join @group in db.Groups on one.GroupId equals @group.Id into its
            from @group in its.DefaultIfEmpty()
            orderby one.Kind != SubjectKind.Group, one.Kind != SubjectKind.Person, one.Date
                == null, one.Date descending, one.Title, one.Id
            select new
            {
                one.Kind,
                one.SubjectId,
                one.Date,
                one.Reference,
                one.Title,
                Slug = @group == null ? null : @group.Slug.Value,
                Group = @group == null ? null : @group.Name,
            }
        )
            .Take(Most)
            .ToListAsync(stop);
        return
        [
            .. found.Select(one => new Suggestion(
                Short(Redaction.For(viewer, FoundWords.Title(one.Kind, one.Title, one.Date))),
                one.Kind switch
                {
                    SubjectKind.Group => "group",
                    SubjectKind.Person => "person",
                    SubjectKind.Meeting => $"minutes of {one.Group}, {one.Reference}",
                    _ => $"{one.Reference}, {one.Group}",
                },
                FoundWords.Link(one.Kind, one.SubjectId, one.Slug, one.Reference)
            )),
        ];
    }

    private static string Short(string title) =>
        title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, LongestTitle).TrimEnd(), "…");

    /// <param name="Detail">What it is, and of which group.</param>
    public sealed record Suggestion(string Title, string Detail, string Link);
}
