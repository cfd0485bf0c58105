using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Minutes;
using SigHub.Web.Persistence;
using DomainActionStatus = SigHub.Domain.Actions.ActionStatus;
using ReadOrigin = SigHub.Minutes.Origin;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <content>
/// Actions: one record for life. A document's line is a known action when it carries its number, when that day's meeting raised
/// nearly the same words, or when the same words of the same owners stood open before. What a later document says of it becomes
/// history.
/// </content>
internal sealed partial class MoveIn
{
    private List<ActionItem> _actions = [];
    private HashSet<ActionItem> _actionsBefore = [];

    private async Task LandActions()
    {
        var groups = _meetings.Where(m => m.Read.Actions.Count > 0).Select(m => m.Group.Id).Distinct().ToList();
        _actions = await _db
            .Actions.Where(action => groups.Contains(action.GroupId))
            .Include(action => action.Owners)
            .Include(action => action.Notes)
            .Include(action => action.History)
            .AsSplitQuery()
            .ToListAsync(_stop);

        var wanted = _meetings
            .SelectMany(m => m.Read.Actions.Select(read => new Wanted(m.Group, m.Meeting, read)))
            .Where(wanted => IsTaken(wanted.Read))
            .OrderBy(wanted => wanted.Meeting.Date)
            .ToList();
        _actionsBefore = [.. _actions];
        var taken = new HashSet<(Guid Meeting, Guid Action)>();
        foreach (var one in wanted)
        {
            one.Known = Known(one, taken);
            if (one.Known is { } known)
                taken.Add((one.Meeting.Id, known.Id));
        }

        // Lines of one document may carry each other: the first raises, the rest find it.
        var fresh = wanted.Count(one => one.Known is null);
        var number = fresh == 0 ? 0 : await _take(NumberSeries.Actions, fresh);
        foreach (var one in wanted)
            Land(one, one.Known ?? Known(one, taken), () => number++, taken);
    }

    private bool IsTaken(ReadAction read)
    {
        if (read.Origin is ReadOrigin.Explicit || _upload.TakePromises)
            return true;

        Land(read, SubjectKind.Action, Landing.Promise, null, read.Lines, read.Text, "a promise in the notes");
        return false;
    }

    private ActionItem? Known(Wanted wanted, HashSet<(Guid, Guid)> taken)
    {
        var (group, meeting, read) = (wanted.Group, wanted.Meeting, wanted.Read);
        if (ChosenFor(read) is { } chosen)
            return _actions.Find(action => action.Id == chosen && action.GroupId == group.Id);

        var ofGroup = _actions
            .Where(action => action.GroupId == group.Id && !taken.Contains((meeting.Id, action.Id)))
            .ToList();
        if (read.Id is { } id && ofGroup.Find(action => action.Reference == id) is { } numbered)
            return numbered;

        return ofGroup.Find(action => action.RaisedOn == meeting.Date && SameWords.AreSame(action.Text, read.Text))
            ?? ofGroup.Find(action => action.RaisedOn == meeting.Date && SameWords.AreAlike(action.Text, read.Text))
            ?? ofGroup.Find(action =>
                SameWords.AreSame(action.Text, read.Text)
                && HasOwnersOf(action, read)
                && IsOpenAround(action, meeting.Date)
            )
            ?? Reworded(ofGroup.Where(action => action.RaisedOn == meeting.Date), "action", a => a.Text, read.Text);
    }

    private void Land(Wanted wanted, ActionItem? known, Func<int> number, HashSet<(Guid, Guid)> taken)
    {
        var (group, meeting, read) = (wanted.Group, wanted.Meeting, wanted.Read);
        var landing = known is null ? Landing.New : Landing.Known;
        var action = known;
        if (action is null)
        {
            var owners = read.Owners.Select(owner => Mentioned(group, owner.Name, owner.Person)).ToList();
            action = ActionItem.Raise(_by, number(), group.Id, meeting.Id, meeting.Date, read.Text, owners, _now);
            _db.Actions.Add(action);
            _actions.Add(action);
        }
        else
        {
            _db.Record(action.WasRaisedEarlier(_by, meeting.Id, meeting.Date, _now));
        }

        taken.Add((meeting.Id, action.Id));
        if (read.Due is { } due && action.Due is null && !action.IsClosed && due >= action.RaisedOn)
            action.MakeDue(_by, due, _now);
        foreach (var note in read.Notes.Where(note => !action.Notes.Any(n => SameWords.AreSame(n.Text, note))))
            action.AddNote(_by, note, _now);
        ReportState(action, meeting, read, wanted.Group, landing);

        Land(
            read,
            SubjectKind.Action,
            landing,
            action.Id,
            read.Lines,
            read.Text,
            Join(OwnersOf(read) ?? "nobody yet", Status(read).Name(), read.StatusNote),
            with: record =>
                record with
                {
                    Name = landing is Landing.Known ? action.Reference : null,
                    Values = new Edit
                    {
                        Text = read.Text,
                        Who = OwnersOf(read),
                        Due = read.Due,
                        Status = read.Status.ToString(),
                    },
                    IsDecided = ChosenFor(read) is not null,
                    Candidates = AlikeActions(wanted, action),
                    Differences = landing is Landing.Known ? ActionDiffers(wanted, action) : [],
                }
        );
    }

    private static string? OwnersOf(ReadAction read) =>
        read.Owners.Count == 0 ? null : string.Join(", ", read.Owners.Select(owner => owner.Person ?? owner.Name));

    /// <summary>
    /// Open actions of the group in somewhat the same words: whoever looks at them may know that they are one. What is taken for a
    /// known action by itself has no other candidates; that it is none can still be said.
    /// </summary>
    private IReadOnlyList<Candidate> AlikeActions(Wanted wanted, ActionItem landed)
    {
        var (meeting, read) = (wanted.Meeting, wanted.Read);
        if (_actionsBefore.Contains(landed) && ChosenFor(read) is null)
            return [];

        return
        [
            .. _actionsBefore
                .Where(action => action.GroupId == wanted.Group.Id)
                .Where(action => action.RaisedOn == meeting.Date || IsOpenAround(action, meeting.Date))
                .Select(action => (action, Alike: SameWords.Likeness(action.Text, read.Text)))
                .Where(one => one.Alike >= (ShareAnOwner(one.action, read) ? SomewhatAlike : RatherAlike))
                .OrderByDescending(one => one.Alike)
                .Take(MostCandidates)
                .Select(one => new Candidate(one.action.Id, one.action.Reference, one.action.Text)),
        ];
    }

    private static bool ShareAnOwner(ActionItem action, ReadAction read) =>
        action.Owners.Any(owner => read.Owners.Any(other => FirstWord(owner.Name) == FirstWord(other.Name)));

    private void ReportState(ActionItem action, Meeting meeting, ReadAction read, Group group, Landing landing)
    {
        var asOf = read.StatusAsOf ?? meeting.Date;
        var status = Status(read);
        var saysNothingNew = status is DomainActionStatus.Open && read.StatusNote is null && asOf == action.RaisedOn;
        if (asOf < action.RaisedOn || saysNothingNew || ReportedByAPerson(action, asOf) is not null)
            return;

        var seenAt = _knownMeetings.Find(known => known.GroupId == group.Id && known.Date == asOf) ?? meeting;
        var fact = action.Report(_by, seenAt.Id, status, asOf, read.StatusNote, _now);
        if (landing is Landing.Known)
            _db.Record(fact);
    }

    private static bool HasOwnersOf(ActionItem action, ReadAction read) =>
        action
            .Owners.Select(owner => FirstWord(owner.Name))
            .ToHashSet()
            .SetEquals(read.Owners.Select(owner => FirstWord(owner.Name)));

    /// <summary>It had been raised and was not closed before that day; or only a later meeting is known to have carried it.</summary>
    private static bool IsOpenAround(ActionItem action, DateOnly day) =>
        action.RaisedOn > day || action.StateOn(day.AddDays(-1)) is { } before && !before.Status.IsClosed();

    private static string FirstWord(string name) => SameWords.Fold(name).Split(' ')[0];

    private static DomainActionStatus Status(ReadAction read) => Enum.Parse<DomainActionStatus>(read.Status.ToString());

    private sealed record Wanted(Group Group, Meeting Meeting, ReadAction Read)
    {
        public ActionItem? Known { get; set; }
    }
}
