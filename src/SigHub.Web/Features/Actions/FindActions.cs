using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

// ToLower is lower() in SQL here.
#pragma warning disable CA1304, CA1311, CA1862, MA0011

namespace SigHub.Web.Features.Actions;

/// <summary>
/// The action items that the current person may see, by group, owner, state, age and words; a hundred a page. Whether the
/// person may change each is said beside it.
/// </summary>
public sealed class FindActions(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int PageSize = 100;

    /// <summary>The word for "mine" among owners.</summary>
    public const string Me = "me";

    public async Task<Page> Run(Filter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var today = clock.Today();
        var actor = await db.FindActor(me, today, stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;

        var groups = await db
            .Groups.VisibleTo(viewer)
            .OrderBy(group => group.Name)
            .Select(group => new GroupChoice(group.Id, group.Name, group.Slug.Value))
            .ToListAsync(stop);
        var found = Matching(db, db.Actions.VisibleTo(viewer), filter, groups, viewer.PersonId, today);
        if (filter.Text is { } words)
            found = await found.Saying(words, viewer, stop);
        var counts = await found
            .GroupBy(_ => 1)
            .Select(all => new
            {
                All = all.Count(),
                Overdue = all.Count(action =>
                    action.Due < today && action.Status != ActionStatus.Done && action.Status != ActionStatus.Cancelled
                ),
            })
            .SingleOrDefaultAsync(stop);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, ((counts?.All ?? 0) + PageSize - 1) / PageSize));
        var rows = counts is null ? [] : await Rows(db, Sorted(found, filter.Sort).Skip((page - 1) * PageSize), stop);

        var names = groups.ToDictionary(group => group.Id);
        return new Page(
            groups,
            [
                .. rows.Select(row =>
                    row with
                    {
                        Text = Redaction.For(viewer, row.Text),
                        Group = names[row.GroupId],
                        IsMine = row.Owners.Any(owner => actor is not null && owner.PersonId == actor.PersonId),
                        MayChange = actor is not null && MayChange(actor, row),
                    }
                ),
            ],
            counts?.All ?? 0,
            counts?.Overdue ?? 0,
            page
        );
    }

    private static IQueryable<ActionItem> Matching(
        SigHubDb db,
        IQueryable<ActionItem> actions,
        Filter filter,
        List<GroupChoice> groups,
        Guid? mine,
        DateOnly today
    )
    {
        if (filter.Group is { } slug)
        {
            var groupId = groups.Find(group => group.Slug == slug)?.Id ?? Guid.Empty;
            actions = actions.Where(action => action.GroupId == groupId);
        }

        actions = filter.State switch
        {
            StateChoice.Open => actions.Where(action =>
                action.Status != ActionStatus.Done && action.Status != ActionStatus.Cancelled
            ),
            StateChoice.Done => actions.Where(action => action.Status == ActionStatus.Done),
            StateChoice.Dropped => actions.Where(action => action.Status == ActionStatus.Cancelled),
            StateChoice.All => actions,
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };

        if (filter.Owner == Me)
        {
            actions = actions.Where(action =>
                action.Owners.Any(owner => owner.PersonId != null && owner.PersonId == mine)
            );
        }
        else if (filter.Owner is { } name)
        {
            var lower = name.ToLowerInvariant();
            actions = actions.Where(action =>
                action.Owners.Any(owner =>
                    owner.Name.ToLower().Contains(lower)
                    || owner.Name.Contains(name)
                    || db.People.Any(person =>
                        person.Id == owner.PersonId
                        && (person.DisplayName.ToLower().Contains(lower) || person.DisplayName.Contains(name))
                    )
                )
            );
        }

        if (filter.RaisedBefore is { } before)
            actions = actions.Where(action => action.RaisedOn < before);
        if (filter.OlderThanDays is { } days)
        {
            var day = today.AddDays(-days);
            actions = actions.Where(action => action.RaisedOn < day);
        }

        return actions;
    }

    private static IQueryable<ActionItem> Sorted(IQueryable<ActionItem> actions, Order order) =>
        order switch
        {
            Order.Due => actions
                .OrderBy(action => action.Due == null)
                .ThenBy(action => action.Due)
                .ThenBy(action => action.RaisedOn)
                .ThenBy(action => action.Number),
            Order.Age => actions.OrderBy(action => action.RaisedOn).ThenBy(action => action.Number),
            Order.Newest => actions
                .OrderByDescending(action => action.RaisedOn)
                .ThenByDescending(action => action.Number),
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };

    private static async Task<List<Row>> Rows(SigHubDb db, IQueryable<ActionItem> actions, CancellationToken stop) =>
        await actions
            .Take(PageSize)
            .Select(action => new Row(
                action.Id,
                action.Number,
                action.Text,
                action.GroupId,
                action.Status,
                action.StatusAsOf,
                action.Due,
                action.RaisedOn,
                action
                    .History.Where(state =>
                        state.MeetingId != null
                        && state.AsOf > action.RaisedOn
                        && state.MeetingId != action.RaisedAtMeetingId
                    )
                    .Select(state => state.MeetingId)
                    .Distinct()
                    .Count(),
                new Seen(action.Id, action.Version),
                action
                    .Owners.OrderBy(owner => owner.Order)
                    .Select(owner => new Owner(
                        db.People.Where(person => person.Id == owner.PersonId)
                            .Select(person => person.DisplayName)
                            .FirstOrDefault()
                            ?? owner.Name,
                        owner.PersonId
                    ))
                    .ToList()
            ))
            .ToListAsync(stop);

    /// <summary>What the noun would say; it decides again when something is changed.</summary>
    private static bool MayChange(Actor actor, Row row) =>
        actor.KeepsMinutes(row.GroupId) || row.Owners.Any(owner => owner.PersonId == actor.PersonId);

    public enum StateChoice
    {
        Open,
        Done,
        Dropped,
        All,
    }

    public enum Order
    {
        Due,
        Age,
        Newest,
    }

    public sealed record Filter
    {
        public string? Group { get; init; }

        /// <summary><see cref="Me"/>, or a part of a name.</summary>
        public string? Owner { get; init; }

        public StateChoice State { get; init; }

        public DateOnly? RaisedBefore { get; init; }

        public int? OlderThanDays { get; init; }

        public string? Text { get; init; }

        public Order Sort { get; init; }

        public int Page { get; init; } = 1;
    }

    /// <param name="Number">Counted from 1.</param>
    public sealed record Page(
        IReadOnlyList<GroupChoice> Groups,
        IReadOnlyList<Row> Rows,
        int All,
        int Overdue,
        int Number
    );

    public sealed record GroupChoice(Guid Id, string Name, string Slug);

    /// <param name="Carried">How many later meetings still had it on their list.</param>
    public sealed record Row(
        Guid Id,
        int Number,
        string Text,
        Guid GroupId,
        ActionStatus Status,
        DateOnly StatusAsOf,
        DateOnly? Due,
        DateOnly RaisedOn,
        int Carried,
        Seen Seen,
        IReadOnlyList<Owner> Owners
    )
    {
        public GroupChoice? Group { get; init; }

        public bool IsMine { get; init; }

        public bool MayChange { get; init; }

        public bool IsOverdueOn(DateOnly day) => !Status.IsClosed() && Due < day;
    }

    public sealed record Owner(string Name, Guid? PersonId);
}
