using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Persistence.Searching;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Search;

/// <summary>
/// Minutes, decisions, actions, milestones, people and groups by words, as far as the current person may see them: people
/// first, then group by group, in each the newest first; forty a page.
/// </summary>
public sealed class FindAnything(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int PageSize = 40;

    /// <param name="typed">Words, "phrases", `prefix*`, `-word`, and the filters of <see cref="SearchRequest"/>.</param>
    /// <param name="page">Counted from 1.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<Screen> Run(string? typed, int page, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var viewer = await db.ViewerFor(me, clock.Today(), stop);
        var groups = await db
            .Groups.VisibleTo(viewer)
            .OrderBy(group => group.Name)
            .Select(group => new GroupChoice(group.Id, group.Name, group.Slug.Value))
            .ToListAsync(stop);
        var request = SearchRequest.Read(typed);
        if (request.IsEmpty)
            return new Screen(request.Parts, IsAsked: false, groups, [], [], [], 0, 1, request.Problems);

        await db.BringSearchUpToDate(stop);
        var reach = viewer.PersonId is null ? SearchReach.Open : SearchReach.All;
        var wanted = WantedGroups.Of(request, groups);
        var found = wanted.Keep(
            Between(db.Matching(request.Terms, reach).VisibleTo(db, viewer), request),
            db.Memberships.VisibleTo(viewer)
        );
        var counts = await found
            .GroupBy(one => new { one.Kind, one.GroupId })
            .Select(same => new
            {
                same.Key.Kind,
                same.Key.GroupId,
                Count = same.Count(),
            })
            .ToListAsync(stop);
        var perGroup = counts
            .Where(one => request.Kinds.Contains(one.Kind))
            .ToLookup(one => one.GroupId ?? Guid.Empty, one => one.Count);
        var all = perGroup.Sum(group => group.Sum());
        var number = Math.Clamp(page, 1, Math.Max(1, (all + PageSize - 1) / PageSize));
        var rows = all == 0 ? [] : await Rows(db, found, request.Kinds, number, stop);

        return new Screen(
            request.Parts,
            IsAsked: true,
            groups,
            [
                .. SearchKinds.All.Select(kind => new KindCount(
                    kind,
                    counts.Where(one => one.Kind == kind).Sum(one => one.Count),
                    request.Kinds.Count < SearchKinds.All.Count && request.Kinds.Contains(kind)
                )),
            ],
            [
                .. groups
                    .Select(group => new GroupCount(group, perGroup[group.Id].Sum()))
                    .Where(group => group.Count > 0),
            ],
            Sections(rows.ConvertAll(row => Show(row, viewer, request.Terms)), groups, perGroup),
            all,
            number,
            [.. request.Problems, .. wanted.Problems]
        );
    }

    private static IQueryable<Findable> Between(IQueryable<Findable> found, SearchRequest request)
    {
        if (request.From is { } from)
            found = found.Where(one => one.Date >= from);
        if (request.Until is { } until)
            found = found.Where(one => one.Date < until);
        return found;
    }

    private static Task<List<Found>> Rows(
        SigHubDb db,
        IQueryable<Findable> found,
        IReadOnlyList<SubjectKind> kinds,
        int page,
        CancellationToken stop
    ) =>
        (
            from one in found
            where kinds.Contains(one.Kind)
            join @group in db.Groups on one.GroupId equals @group.Id into its
            from @group in its.DefaultIfEmpty()
            orderby one.GroupId != null, @group.Name, one.Kind != SubjectKind.Group, one.Date
                == null, one.Date descending, one.Title, one.Id
            select new Found(
                one.Kind,
                one.SubjectId,
                one.GroupId ?? Guid.Empty,
                @group == null ? null : @group.Slug.Value,
                one.Date,
                one.Reference,
                one.Title,
                one.Text
            )
        )
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(stop);

    private static Hit Show(Found found, Viewer viewer, SearchTerms terms)
    {
        var title = Redaction.For(viewer, FoundWords.Title(found.Kind, found.Title, found.Date));
        var text = Redaction.For(viewer, found.Text);
        return new Hit(
            found.Kind,
            found.GroupId,
            found.Reference,
            FoundWords.Link(found.Kind, found.SubjectId, found.Slug, found.Reference),
            found.Date,
            Excerpt.Mark(title, terms),
            Excerpt.Of(text, terms)
        );
    }

    /// <summary>In the order of the rows, which are ordered by group.</summary>
    private static List<Section> Sections(List<Hit> hits, List<GroupChoice> groups, ILookup<Guid, int> perGroup) =>
        [
            .. hits.GroupBy(hit => hit.GroupId)
                .Select(section => new Section(
                    groups.Find(group => group.Id == section.Key),
                    perGroup[section.Key].Sum(),
                    [.. section]
                )),
        ];

    private sealed record Found(
        SubjectKind Kind,
        Guid SubjectId,
        Guid GroupId,
        string? Slug,
        DateOnly? Date,
        string Reference,
        string Title,
        string Text
    );

    /// <param name="Parts">What was typed.</param>
    /// <param name="IsAsked">Something was looked for.</param>
    /// <param name="Kinds">How much of each kind, whatever kinds were asked for.</param>
    /// <param name="PerGroup">How much of each group, of the kinds that were asked for.</param>
    /// <param name="Number">Of the page, from 1.</param>
    /// <param name="Problems">What was left out, and why.</param>
    public sealed record Screen(
        IReadOnlyList<SearchPart> Parts,
        bool IsAsked,
        IReadOnlyList<GroupChoice> Groups,
        IReadOnlyList<KindCount> Kinds,
        IReadOnlyList<GroupCount> PerGroup,
        IReadOnlyList<Section> Sections,
        int All,
        int Number,
        IReadOnlyList<string> Problems
    );

    public sealed record GroupChoice(Guid Id, string Name, string Slug);

    /// <param name="IsChosen">Only these were asked for.</param>
    public sealed record KindCount(SubjectKind Kind, int Count, bool IsChosen);

    public sealed record GroupCount(GroupChoice Group, int Count);

    /// <param name="Group">Null for people.</param>
    /// <param name="All">On all pages.</param>
    public sealed record Section(GroupChoice? Group, int All, IReadOnlyList<Hit> Hits);

    public sealed record Hit(
        SubjectKind Kind,
        Guid GroupId,
        string Reference,
        string Link,
        DateOnly? Date,
        IReadOnlyList<ExcerptPiece> Title,
        IReadOnlyList<ExcerptPiece> Text
    );
}
