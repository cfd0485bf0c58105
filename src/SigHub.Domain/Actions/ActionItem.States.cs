using SigHub.Domain.Activity;
using SigHub.Domain.Groups;

namespace SigHub.Domain.Actions;

/// <content>The history of an action: what it was on which day, and who may say so.</content>
public sealed partial class ActionItem
{
    /// <summary>
    /// A person reports a state, at a meeting or outside one. A day before the latest known one is history only. Dropping and
    /// reopening need a reason; the same state again needs a note.
    /// </summary>
    public ActionStateChanged Change(
        Actor by,
        ActionStatus to,
        DateOnly asOf,
        string? note,
        DateTime now,
        Guid? meetingId = null
    )
    {
        MayChange(by);
        RuleBroken.If(asOf > DateOnly.FromDateTime(now).AddDays(1), "A state cannot be reported for a day to come.");

        var says = Words.Optional(note);
        RuleBroken.If(to == ActionStatus.Cancelled && says is null, $"Say why {Reference} is dropped.");

        var before = StateOn(asOf)?.Status;
        RuleBroken.If(before == to && says is null, $"{Reference} is already {to.Name()}.");
        RuleBroken.If(
            before?.IsClosed() == true && !to.IsClosed() && says is null,
            $"Say why {Reference} is open again."
        );

        return Add(by, new StateReport(to, asOf, says, meetingId, by.PersonId), now);
    }

    public ActionStateChanged Close(Actor by, DateOnly asOf, string? note, DateTime now) =>
        Change(by, ActionStatus.Done, asOf, note, now);

    public ActionStateChanged Drop(Actor by, DateOnly asOf, string reason, DateTime now) =>
        Change(by, ActionStatus.Cancelled, asOf, reason, now);

    public ActionStateChanged Reopen(Actor by, DateOnly asOf, string reason, DateTime now)
    {
        RuleBroken.Unless(IsClosed, $"{Reference} is {Status.Name()}; it need not be reopened.");
        return Change(by, ActionStatus.Open, asOf, reason, now);
    }

    /// <summary>
    /// A document says which state the action had at a meeting. Null when that is known already: the same meeting, day, state and
    /// note.
    /// </summary>
    public ActionStateChanged? Report(
        Actor by,
        Guid meetingId,
        ActionStatus status,
        DateOnly asOf,
        string? note,
        DateTime now
    )
    {
        MayReport(by);
        var says = Words.Optional(note);
        if (
            history.Where(s => s.MeetingId == meetingId && s.AsOf == asOf).MaxBy(s => s.Sequence) is { } known
            && known.Status == status
            && known.Note == says
        )
            return null;

        return Add(by, new StateReport(status, asOf, says, meetingId, PersonId: null), now);
    }

    /// <summary>A document shows that an earlier meeting had raised it. Null when the known day is as early.</summary>
    public ActionStateChanged? WasRaisedEarlier(Actor by, Guid? meetingId, DateOnly on, DateTime now)
    {
        MayReport(by);
        if (on >= RaisedOn)
            return null;

        RaisedOn = on;
        RaisedAtMeetingId = meetingId;
        return Add(by, new StateReport(ActionStatus.Open, on, Note: null, meetingId, PersonId: null), now);
    }

    /// <summary>The document that reported these states was taken back; what is left says where the action stands.</summary>
    public void Forget(IReadOnlyCollection<Guid> states)
    {
        RuleBroken.If(
            history.TrueForAll(state => states.Contains(state.Id)),
            $"{Reference} keeps the state it was raised with."
        );

        history.RemoveAll(state => states.Contains(state.Id));
        StandAsLatest();
    }

    /// <summary>The state as of a day; of several that day the one recorded last. Null before the action was raised.</summary>
    public ActionState? StateOn(DateOnly day) => InOrder().LastOrDefault(s => s.AsOf <= day);

    /// <summary>The later meetings that still had it on their list, or found it done, in the order of their days.</summary>
    public IReadOnlyList<Guid> CarriedThrough() =>
        [
            .. InOrder()
                .Where(s => s.AsOf > RaisedOn)
                .Select(s => s.MeetingId)
                .OfType<Guid>()
                .Where(m => m != RaisedAtMeetingId)
                .Distinct(),
        ];

    public int CarriedTimes() => CarriedThrough().Count;

    /// <summary>
    /// The day on which somebody last said something new of it: another state, another remark, or a word outside a meeting. A
    /// meeting that only carries it on says nothing.
    /// </summary>
    public DateOnly TouchedOn()
    {
        var touched = RaisedOn;
        ActionState? before = null;
        foreach (var state in InOrder())
        {
            if (
                state.Status != before?.Status
                || state.PersonId is not null
                || (state.Note ?? before.Note) != before.Note
            )
                touched = state.AsOf;
            before = state;
        }

        return touched;
    }

    /// <summary>Why a meeting that carries it looks at it first, the most pressing reason; null where it can wait.</summary>
    /// <param name="on">The meeting's day.</param>
    /// <param name="lastButOne">The day of the second meeting before that; null where there were not two.</param>
    public ReviewReason? ReasonToReview(DateOnly on, DateOnly? lastButOne) =>
        IsClosed ? ReviewReason.Closed
        : Due <= on ? ReviewReason.Due
        : TouchedOn() < lastButOne ? ReviewReason.Stale
        : null;

    /// <summary>By day, and within a day in the order in which states became known.</summary>
    public IEnumerable<ActionState> InOrder() => history.OrderBy(s => s.AsOf).ThenBy(s => s.Sequence);

    private ActionStateChanged Add(Actor by, StateReport report, DateTime now)
    {
        RuleBroken.If(
            report.AsOf < RaisedOn,
            $"{Reference} was raised on {RaisedOn.InWords()}; it had no state before."
        );

        var before = Status;
        Append(report, now);
        return new ActionStateChanged(Subject, by.PersonId, now, before, report.Status, report.AsOf, report.Note);
    }

    private void Append(StateReport report, DateTime now)
    {
        var sequence = history.Count == 0 ? 1 : history.Max(s => s.Sequence) + 1;
        history.Add(new ActionState(Ids.New(now), sequence, report, now));
        StandAsLatest();
    }

    private void StandAsLatest()
    {
        var latest = InOrder().Last();
        Status = latest.Status;
        StatusAsOf = latest.AsOf;
    }
}
