using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

// ToLower is lower() in SQL here.
#pragma warning disable CA1304, CA1311, CA1862, MA0011

namespace SigHub.Web.Features.Imports;

/// <summary>
/// The imports of the portal, the latest first: who brought what, when, and what became of it. Administrators see all; others
/// what they brought, and what went into groups whose minutes they keep.
/// </summary>
public sealed class ListImports(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<Page> Run(Filter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var groups = await db
            .Groups.OrderBy(group => group.Name)
            .Select(group => new GroupChoice(group.Id, group.Name, group.Slug))
            .ToListAsync(stop);
        var kept = groups.Where(group => actor.KeepsMinutes(group.Id)).ToList();
        var keptIds = kept.ConvertAll(group => group.Id);

        var mine = db.Arrivals.Where(one =>
            actor.IsAdministrator
            || one.ByPersonId == actor.PersonId
            || (one.State == ArrivalState.MovedIn && one.GroupId != null && keptIds.Contains(one.GroupId.Value))
        );
        var found = Filtered(mine, filter, kept);
        var visible = db.Groups.VisibleTo(actor.AsViewer());
        var all = await found.CountAsync(stop);
        var number = Math.Clamp(filter.Page, 1, Math.Max(1, (all + PageSize - 1) / PageSize));
        var rows = await (
            from one in found
            join person in db.People on one.ByPersonId equals person.Id
            orderby one.At descending, one.Id descending
            select new Row(
                one.Id,
                one.FileName,
                one.State,
                one.PutAwayAt != null,
                one.Records,
                one.MovedInAt ?? one.At,
                person.Id,
                person.DisplayName,
                visible
                    .Where(other => other.Id == one.GroupId)
                    .Select(other => new GroupChoice(other.Id, other.Name, other.Slug))
                    .FirstOrDefault()
            )
        )
            .Skip((number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(stop);
        return new Page(rows, all, number, kept);
    }

    private static IQueryable<Arrival> Filtered(
        IQueryable<Arrival> arrivals,
        Filter filter,
        IReadOnlyList<GroupChoice> groups
    )
    {
        if (Query.Words(filter.Text) is { } text)
        {
            var words = text.ToLowerInvariant();
            arrivals = arrivals.Where(one => one.FileName.ToLower().Contains(words));
        }

        if (filter.Group is { } slug)
        {
            var id = groups.FirstOrDefault(group => group.Slug.Value == slug)?.Id;
            arrivals = arrivals.Where(one => one.GroupId == id && id != null);
        }

        return filter.State switch
        {
            StateChoice.MovedIn => arrivals.Where(one => one.State == ArrivalState.MovedIn),
            StateChoice.Open => arrivals.Where(one =>
                one.State == ArrivalState.Read
                || one.State == ArrivalState.Waiting
                || one.State == ArrivalState.Accepted
            ),
            StateChoice.Refused => arrivals.Where(one => one.State == ArrivalState.Refused),
            StateChoice.TakenBack => arrivals.Where(one => one.State == ArrivalState.TakenBack),
            StateChoice.All => arrivals,
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }

    public enum StateChoice
    {
        All,
        MovedIn,
        Open,
        Refused,
        TakenBack,
    }

    public sealed record Filter
    {
        public string? Text { get; init; }

        public string? Group { get; init; }

        public StateChoice State { get; init; }

        public int Page { get; init; } = 1;
    }

    public sealed record Page(IReadOnlyList<Row> Rows, int All, int Number, IReadOnlyList<GroupChoice> Groups);

    public sealed record GroupChoice(Guid Id, string Name, Slug Slug);

    public sealed record Row(
        Guid Id,
        string FileName,
        ArrivalState State,
        bool IsPutAway,
        int Records,
        DateTime At,
        Guid ById,
        string By,
        GroupChoice? Group
    );
}
