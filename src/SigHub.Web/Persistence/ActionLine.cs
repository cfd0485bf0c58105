using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Web.Components;

namespace SigHub.Web.Persistence;

/// <summary>An action as one line of a list.</summary>
public sealed record ActionLine(
    int Number,
    string Text,
    ActionStatus Status,
    DateOnly? Due,
    DateOnly RaisedOn,
    int Carried,
    string Group,
    Slug GroupSlug,
    Seen Seen,
    IReadOnlyList<ActionLine.Owner> Owners
)
{
    public bool IsOverdueOn(DateOnly day) => !Status.IsClosed() && Due < day;

    /// <summary>The text without what is not for this viewer.</summary>
    public ActionLine For(Viewer viewer) => this with { Text = Redaction.For(viewer, Text) };

    public sealed record Owner(Guid? PersonId, string Name);
}

public static class ActionLines
{
    public static IQueryable<ActionItem> Open(this IQueryable<ActionItem> actions) =>
        actions.Where(action => action.Status != ActionStatus.Done && action.Status != ActionStatus.Cancelled);

    public static IQueryable<ActionItem> OwnedBy(this IQueryable<ActionItem> actions, Guid personId) =>
        actions.Where(action => action.Owners.Any(owner => owner.PersonId == personId));

    /// <summary>What is overdue or due next comes first, what has no day last, the oldest first among those.</summary>
    public static IOrderedQueryable<ActionItem> MostUrgentFirst(this IQueryable<ActionItem> actions) =>
        actions
            .OrderBy(action => action.Due == null)
            .ThenBy(action => action.Due)
            .ThenBy(action => action.RaisedOn)
            .ThenBy(action => action.Number);

    /// <summary>As lines; owners under the name they have today.</summary>
    public static async Task<List<ActionLine>> ToLines(
        this IQueryable<ActionItem> actions,
        SigHubDb db,
        Viewer viewer,
        CancellationToken stop
    ) => [.. (await actions.Select(LineIn(db)).ToListAsync(stop)).Select(line => line.For(viewer))];

    private static Expression<Func<ActionItem, ActionLine>> LineIn(SigHubDb db) =>
        action => new ActionLine(
            action.Number,
            action.Text,
            action.Status,
            action.Due,
            action.RaisedOn,
            action
                .History.Where(state =>
                    state.AsOf > action.RaisedOn
                    && state.MeetingId != null
                    && state.MeetingId != action.RaisedAtMeetingId
                )
                .Select(state => state.MeetingId)
                .Distinct()
                .Count(),
            db.Groups.Where(group => group.Id == action.GroupId).Select(group => group.Name).First(),
            db.Groups.Where(group => group.Id == action.GroupId).Select(group => group.Slug).First(),
            new Seen(action.Id, action.Version),
            action
                .Owners.OrderBy(owner => owner.Order)
                .Select(owner => new ActionLine.Owner(
                    owner.PersonId,
                    db.People.Where(person => person.Id == owner.PersonId)
                        .Select(person => person.DisplayName)
                        .FirstOrDefault()
                        ?? owner.Name
                ))
                .ToList()
        );
}
