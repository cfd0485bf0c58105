using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Minutes;
using SigHub.Web.Persistence;
using DomainActionStatus = SigHub.Domain.Actions.ActionStatus;
using DomainPresence = SigHub.Domain.Meetings.Presence;
using ReadDay = SigHub.Minutes.ReadMeeting;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// What a meeting's own text says, read and made real: roll call, agenda, decisions and actions, each known one under its number.
/// It works on the context it is given and saves nothing.
/// </summary>
internal sealed class MinutesRecords
{
    private readonly SigHubDb _db;
    private readonly Actor _by;
    private readonly Meeting _meeting;
    private readonly DateTime _now;
    private readonly ReadDay _read;
    private readonly List<ReadAction> _readActions;
    private readonly Dictionary<Guid, Person> _people = [];
    private Roster _ofGroup = new([]);
    private Roster _everybody = new([]);
    private List<ActionItem> _actions = [];
    private List<Decision> _decisions = [];

    private MinutesRecords(SigHubDb db, Actor by, Meeting meeting, Reading reading, DateTime now)
    {
        (_db, _by, _meeting, _now) = (db, by, meeting, now);
        Reading = reading;
        _read =
            reading.Meetings.FirstOrDefault(one => one.Date == meeting.Date)
            ?? reading.Meetings.FirstOrDefault(one => one.Date is null)
            ?? MinutesForm.Empty(meeting.Date);
        _readActions =
        [
            .. reading.Meetings.SelectMany(one => one.Actions).Where(action => action.Origin == Origin.Explicit),
        ];
    }

    public Reading Reading { get; }

    public IReadOnlyList<string> Agenda => [.. _read.Agenda.Select(item => item.Title)];

    /// <summary>Reads the text, and what of the group it may speak of.</summary>
    /// <exception cref="RuleBroken">There is no text, or it carries a number that is none of the group's.</exception>
    public static async Task<MinutesRecords> Of(
        SigHubDb db,
        Actor by,
        Meeting meeting,
        string text,
        DateTime now,
        CancellationToken stop
    )
    {
        RuleBroken.If(string.IsNullOrWhiteSpace(text), "Nothing is written yet.");
        var records = new MinutesRecords(db, by, meeting, MinutesReader.Read("", text), now);
        await records.Load(stop);
        return records;
    }

    /// <summary>What a person should look at before the minutes count; nothing of it forbids to go on.</summary>
    public IReadOnlyList<Concern> Concerns(string text)
    {
        var found = new List<Concern>();
        if (!_read.Attendees.Any(one => one.Presence == SigHub.Minutes.Presence.Present))
            found.Add(new Concern(ConcernKind.NobodyPresent, "The roll call names nobody who was present.", null));
        foreach (
            var action in _readActions.Where(one =>
                one.Owners.Count == 0 && one.Status == SigHub.Minutes.ActionStatus.Open
            )
        )
            found.Add(new Concern(ConcernKind.NoOwner, $"Nobody owns the action “{action.Text}”.", action.Lines.First));
        foreach (var title in TopicNotes.Without(text, _read))
            found.Add(new Concern(ConcernKind.NoNotes, $"Nothing is written about “{title}”.", null, title));
        foreach (var name in Names().Distinct(StringComparer.OrdinalIgnoreCase).Where(name => IsUnclear(name)))
        {
            var match = _ofGroup.Find(name);
            found.Add(
                new Concern(
                    ConcernKind.UnclearName,
                    match.IsAmbiguous
                        ? $"“{name}” may be {string.Join(" or ", match.Candidates.Where(_people.ContainsKey).Select(id => _people[id].DisplayName))}."
                        : $"“{name}” is nobody this group knows.",
                    null
                )
            );
        }

        if (_read.Date is { } day && day != _meeting.Date)
            found.Add(
                new Concern(ConcernKind.OtherDay, $"The text is about {Components.Days.Long(day)}.", _read.Lines.First)
            );
        foreach (
            var other in Reading.Meetings.Where(one =>
                one != _read && (one.Attendees.Count > 0 || one.Decisions.Count > 0)
            )
        )
            found.Add(
                new Concern(
                    ConcernKind.OtherDay,
                    $"A part of the text is about {OnDay(other)}: who came and what was decided there does not count for this meeting.",
                    other.Lines.First
                )
            );
        return found;
    }

    /// <summary>Makes the records real. Numbers are taken inside the caller's transaction.</summary>
    /// <returns>The text, with the numbers of what is new in it.</returns>
    /// <exception cref="RuleBroken">A record says no, or a number of this meeting no longer stands in the text.</exception>
    public async Task<string> Land(string text, CancellationToken stop)
    {
        CallTheRoll();
        if (_read.Agenda.Count > 0)
            _db.Record(_meeting.FollowAgenda(_by, Agenda, _now));
        var numbers = new NumberedText(text);
        await LandDecisions(numbers, stop);
        await LandActions(numbers, stop);
        return numbers.Text;
    }

    private async Task Load(CancellationToken stop)
    {
        var group = _meeting.GroupId;
        _actions = await _db.Actions.Where(one => one.GroupId == group).AsSplitQuery().ToListAsync(stop);
        _decisions = await _db.Decisions.Where(one => one.MeetingId == _meeting.Id).ToListAsync(stop);
        var ofGroup = await _db
            .Memberships.Where(one => one.GroupId == group)
            .Select(one => one.PersonId)
            .Union(
                _db.Meetings.Where(one => one.GroupId == group)
                    .SelectMany(one => one.Attendances)
                    .Where(one => one.PersonId != null)
                    .Select(one => one.PersonId!.Value)
            )
            .ToListAsync(stop);
        var names = Names().Distinct().ToList();
        var seen = _db.People.VisibleTo(_by.AsViewer());
        var people = await _db
            .People.Where(one => one.Erasure == null && one.MergedIntoId == null)
            .Where(one =>
                ofGroup.Contains(one.Id)
                || (
                    (
                        names.Contains(one.DisplayName)
                        || one.Aliases.Any(a => a.GroupId == null && names.Contains(a.Name))
                    ) && seen.Any(other => other.Id == one.Id)
                )
            )
            .AsSplitQuery()
            .ToListAsync(stop);
        foreach (var person in people)
            _people[person.Id] = person;
        _ofGroup = Roster.Of(people.Where(one => ofGroup.Contains(one.Id)));
        _everybody = Roster.Of(people);

        foreach (var read in _readActions.Where(one => one.Id is not null))
            RuleBroken.If(
                _actions.TrueForAll(one => one.Reference != read.Id),
                $"{read.Id} is no action of this group; leave the number out of what is new."
            );
        foreach (var read in _read.Decisions.Where(one => one.Id is not null))
            RuleBroken.If(
                _decisions.TrueForAll(one => one.Reference != read.Id),
                $"{read.Id} is no decision of this meeting; leave the number out of what is new."
            );
    }

    private static string OnDay(ReadDay other) => other.Date is { } day ? Components.Days.Long(day) : "another meeting";

    private IEnumerable<string> Names() =>
        _read.Attendees.Select(one => one.Name).Concat(_readActions.SelectMany(one => one.Owners).Select(NameOf));

    private static string NameOf(ReadOwner owner) => owner.Person ?? owner.Name;

    /// <summary>A guest under a full name is nothing to ask about; a first name alone, or one that two people bear, is.</summary>
    private bool IsUnclear(string name) =>
        PersonOf(name) is null
        && (_ofGroup.Find(name).IsAmbiguous || !name.Contains(' ', StringComparison.Ordinal) || !IsPresent(name));

    private bool IsPresent(string name) =>
        _read.Attendees.Any(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));

    private Guid? PersonOf(string name)
    {
        var match = _ofGroup.Find(name);
        if (match.Fit is NameFit.Whole or NameFit.Part && match.PersonId is { } known)
            return known;

        return
            name.Contains(' ', StringComparison.Ordinal)
            && _everybody.Find(name) is { Fit: NameFit.Whole, PersonId: { } elsewhere }
            ? elsewhere
            : null;
    }

    private Mention Who(string name) => new(name, PersonOf(name));

    private void CallTheRoll()
    {
        foreach (var read in _read.Attendees)
        {
            var who = Who(read.Name);
            if (who.PersonId is null && !IsUnclear(read.Name) && !Person.IsErasedName(read.Name))
                who = who.As(Introduce(read.Name));
            _db.Record(
                _meeting.Mark(_by, who, Enum.Parse<DomainPresence>(read.Presence.ToString()), read.Affiliation, _now)
            );
        }

        var named = _read.Attendees.Select(one => Who(one.Name)).ToList();
        foreach (
            var gone in _meeting
                .Attendances.Where(one =>
                    named.TrueForAll(who =>
                        !(who.PersonId is { } id && id == one.PersonId)
                        && !string.Equals(who.Name, one.Name, StringComparison.OrdinalIgnoreCase)
                    )
                )
                .ToList()
        )
            _db.Record(_meeting.StrikeFromRoll(_by, gone.Id, _now));
    }

    /// <summary>A guest whom nobody knew becomes a person.</summary>
    private Guid Introduce(string name)
    {
        var person = new Person(name, _now);
        _db.People.Add(person);
        _people[person.Id] = person;
        _everybody = Roster.Of(_people.Values);
        return person.Id;
    }

    private async Task LandDecisions(NumberedText numbers, CancellationToken stop)
    {
        var taken = new HashSet<Guid>();
        var pairs = _read.Decisions.Select(read => (Read: read, Known: Take(Known(read), taken))).ToList();
        foreach (var missing in _decisions.Where(one => !taken.Contains(one.Id)))
            throw new RuleBroken(
                $"{missing.Reference} no longer stands in the text. What was decided stays; write beside it that it was withdrawn."
            );

        var fresh = pairs.Count(pair => pair.Known is null);
        var number = fresh == 0 ? 0 : await _db.TakeNumbers(NumberSeries.Decisions, fresh, stop);
        foreach (var (read, known) in pairs)
        {
            var decision = known;
            if (decision is null)
            {
                decision = Decision.Record(
                    _by,
                    number++,
                    _meeting.GroupId,
                    _meeting.Id,
                    _meeting.Date,
                    read.Text,
                    _now,
                    _meeting.Visibility
                );
                _db.Decisions.Add(decision);
                _db.Record(new DecisionRecorded(decision.Subject, _by.PersonId, _now, decision.Text));
            }
            else if (decision.Text != read.Text.Trim())
            {
                _db.Record(decision.Reword(_by, read.Text, _now));
            }

            var (mover, seconder) = (Optional(read.Mover), Optional(read.Seconder));
            if (
                mover?.Name != decision.Mover?.Name
                || seconder?.Name != decision.Seconder?.Name
                || read.Result != decision.Result
            )
                _db.Record(decision.Carry(_by, mover, seconder, read.Result, _now));
            if (read.Id is null)
                numbers.Write(decision.Reference, read.Lines.First, isDecision: true);
        }

        Mention? Optional(string? name) => name is null ? null : Who(name);
        Decision? Known(ReadDecision read) =>
            read.Id is { } id
                ? _decisions.Find(one => one.Reference == id)
                : _decisions.Find(one => one.Text == read.Text.Trim() && !taken.Contains(one.Id));
    }

    private async Task LandActions(NumberedText numbers, CancellationToken stop)
    {
        var taken = new HashSet<Guid>();
        var pairs = _readActions.Select(read => (Read: read, Known: Take(Known(read), taken))).ToList();
        foreach (var missing in _actions.Where(one => one.RaisedAtMeetingId == _meeting.Id && !taken.Contains(one.Id)))
            throw new RuleBroken(
                $"{missing.Reference} no longer stands in the text. What was raised stays; write beside it that it is dropped, and why."
            );

        var fresh = pairs.Count(pair => pair.Known is null);
        var number = fresh == 0 ? 0 : await _db.TakeNumbers(NumberSeries.Actions, fresh, stop);
        foreach (var (read, known) in pairs)
        {
            var action = known ?? Raise(read, number++);
            if (known is not null)
                Follow(read, known);
            ReportState(read, action);
            if (read.Id is null)
                numbers.Write(action.Reference, read.Lines.First, isDecision: false);
        }

        ActionItem? Known(ReadAction read) =>
            read.Id is { } id
                ? _actions.Find(one => one.Reference == id)
                : _actions.Find(one =>
                    one.RaisedAtMeetingId == _meeting.Id && one.Text == read.Text.Trim() && !taken.Contains(one.Id)
                );
    }

    private static T? Take<T>(T? known, HashSet<Guid> taken)
        where T : class
    {
        if (known is ActionItem action)
            taken.Add(action.Id);
        if (known is Decision decision)
            taken.Add(decision.Id);
        return known;
    }

    private ActionItem Raise(ReadAction read, int number)
    {
        var owners = read.Owners.Select(OwnerOf);
        var action = ActionItem.Raise(
            _by,
            number,
            _meeting.GroupId,
            _meeting.Id,
            _meeting.Date,
            read.Text,
            owners,
            _now,
            _meeting.Visibility
        );
        if (read.Due is { } due && due >= action.RaisedOn)
            action.MakeDue(_by, due, _now);
        foreach (var note in read.Notes)
            action.AddNote(_by, note, _now);
        _db.Actions.Add(action);
        _db.Record(new ActionRaised(action.Subject, _by.PersonId, _now, action.Text));
        return action;
    }

    private Mention OwnerOf(ReadOwner owner) => new(owner.Name, PersonOf(NameOf(owner)));

    /// <summary>What the minutes say of a known action is what the meeting agreed: its words, its owners, its day.</summary>
    private void Follow(ReadAction read, ActionItem action)
    {
        if (action.RaisedOn > _meeting.Date)
            return;
        if (action.Text != read.Text.Trim() && read.Text != read.Id)
            _db.Record(action.Reword(_by, read.Text, _now));
        foreach (var note in read.Notes.Where(note => action.Notes.All(known => known.Text != note.Trim())))
            _db.Record(action.AddNote(_by, note, _now));
        if (action.IsClosed)
            return;

        var owners = read.Owners.Select(OwnerOf).ToList();
        if (owners.Count > 0 && !SameOwners(action, owners))
            _db.Record(action.Reassign(_by, owners, _now));
        if (read.Due is { } due && due != action.Due && due >= action.RaisedOn)
            _db.Record(action.MakeDue(_by, due, _now));
    }

    private static bool SameOwners(ActionItem action, List<Mention> owners) =>
        action.Owners.Count == owners.Count
        && owners.TrueForAll(who =>
            action.Owners.Any(known =>
                known.PersonId is { } id && who.PersonId is { } other
                    ? id == other
                    : string.Equals(known.Name, who.Name, StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>Every action that the minutes name has a state of this meeting; it is history from then on.</summary>
    private void ReportState(ReadAction read, ActionItem action)
    {
        if (action.RaisedOn > _meeting.Date)
            return;

        var status = Enum.Parse<DomainActionStatus>(read.Status.ToString());
        var isAsRaised =
            action.RaisedAtMeetingId == _meeting.Id
            && status == DomainActionStatus.Open
            && read.StatusNote is null
            && action.History.All(state => state.MeetingId != _meeting.Id || state.Status == status);
        if (!isAsRaised)
            _db.Record(action.Report(_by, _meeting.Id, status, _meeting.Date, read.StatusNote, _now));
    }
}

/// <summary>What may be wrong with minutes before they count.</summary>
public enum ConcernKind
{
    NobodyPresent,
    NoOwner,
    NoNotes,
    UnclearName,
    OtherDay,

    /// <summary>It cannot become final like this.</summary>
    Refused,
}

/// <summary>Something to look at before minutes become final, in a sentence.</summary>
/// <param name="Line">Of the text, from 1, where it is about one.</param>
/// <param name="Topic">The agenda item of which nothing is written.</param>
public sealed record Concern(ConcernKind Kind, string Sentence, int? Line, string? Topic = null);
