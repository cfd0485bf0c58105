using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Minutes;
using SigHub.Web.Persistence;
using ActionStatus = SigHub.Domain.Actions.ActionStatus;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>The actions of earlier meetings that a draft names: how long each is carried, and why to look at one first.</summary>
public sealed class CarriedOver
{
    private readonly Dictionary<string, ActionItem> _actions;
    private readonly DateOnly _on;
    private readonly DateOnly? _lastButOne;

    private CarriedOver(IEnumerable<ActionItem> actions, DateOnly on, DateOnly? lastButOne) =>
        (_actions, _on, _lastButOne) = (actions.ToDictionary(one => one.Reference), on, lastButOne);

    internal static async Task<CarriedOver> To(
        Meeting meeting,
        IEnumerable<ReadAction> named,
        SigHubDb db,
        Viewer viewer,
        CancellationToken stop
    )
    {
        var numbers = named.Select(one => NumberOf(one.Id)).OfType<int>().ToList();
        if (numbers.Count == 0)
            return new CarriedOver([], meeting.Date, lastButOne: null);

        var actions = await db
            .Actions.VisibleTo(viewer)
            .Where(one => one.GroupId == meeting.GroupId && one.RaisedOn < meeting.Date)
            .Where(one => numbers.Contains(one.Number))
            .AsNoTracking()
            .AsSplitQuery()
            .ToListAsync(stop);
        var lastButOne = await db
            .Meetings.VisibleTo(viewer)
            .Where(one => one.GroupId == meeting.GroupId && one.Date < meeting.Date && one.Cancellation == null)
            .Select(one => (DateOnly?)one.Date)
            .Distinct()
            .OrderByDescending(day => day)
            .Skip(1)
            .FirstOrDefaultAsync(stop);
        return new CarriedOver(actions, meeting.Date, lastButOne);
    }

    /// <summary>Null for what is new.</summary>
    internal Past? Of(ReadAction read) =>
        read.Id is { } id && _actions.TryGetValue(id, out var action)
            ? new Past(
                action.CarriedTimes(),
                action.RaisedOn,
                action.TouchedOn(),
                IsAnswered(read, action) ? null : action.ReasonToReview(_on, _lastButOne)
            )
            : null;

    private static int? NumberOf(string? id) =>
        id is not null
        && id.StartsWith("A-", StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The draft says something that was not known before the meeting.</summary>
    private static bool IsAnswered(ReadAction read, ActionItem action)
    {
        var status = (ActionStatus)read.Status;
        if (action.IsClosed)
            return status.IsClosed();

        return status != action.Status
            || (read.StatusNote is { } note && note != action.InOrder().Last().Note)
            || (read.Due is { } due && due != action.Due)
            || (
                read.Owners.Count > 0
                && !read
                    .Owners.Select(owner => owner.Name)
                    .SequenceEqual(action.Owners.OrderBy(owner => owner.Order).Select(owner => owner.Name))
            );
    }

    /// <param name="Times">How many meetings carried it so far.</param>
    /// <param name="TouchedOn">When somebody last said something new of it.</param>
    /// <param name="Reason">Why to look at it first; null when it can wait, or was looked at.</param>
    public sealed record Past(int Times, DateOnly RaisedOn, DateOnly TouchedOn, ReviewReason? Reason);
}
