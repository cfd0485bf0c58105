using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Minutes;
using SigHub.Web.Persistence;
using DomainLinkKind = SigHub.Domain.Groups.LinkKind;
using DomainPresence = SigHub.Domain.Meetings.Presence;
using ReadMeetingState = SigHub.Minutes.MeetingState;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <content>Meetings: group, day and slot tell them apart; what an earlier document told of one is added to.</content>
internal sealed partial class MoveIn
{
    private static readonly string[] s_wordsOfEveryTitle =
    [
        .. "meeting minutes notes agenda call sync weekly biweekly monthly of the for and on sig wg committee working group".Split(
            ' '
        ),
        .. System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Select(name =>
            name.ToLowerInvariant()
        ),
        .. System.Globalization.CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Select(name =>
            name.ToLowerInvariant()
        ),
    ];

    private readonly List<int> _undated = [];
    private readonly List<(ReadMeeting Read, Group Group, Meeting Meeting)> _meetings = [];
    private List<Meeting> _knownMeetings = [];

    private async Task LandMeetings()
    {
        var groups = GroupIds();
        var days = _reading.Meetings.Select(DayOf).OfType<DateOnly>().Distinct().ToList();
        _knownMeetings = await _db
            .Meetings.Where(meeting => groups.Contains(meeting.GroupId) && days.Contains(meeting.Date))
            .Include(meeting => meeting.Attendances)
            .Include(meeting => meeting.Agenda)
            .Include(meeting => meeting.Links)
            .AsSplitQuery()
            .ToListAsync(_stop);

        var taken = new HashSet<Guid>();
        for (var i = 0; i < _reading.Meetings.Count; i++)
        {
            var read = _reading.Meetings[i];
            if (DayOf(read, i) is not { } day)
            {
                _undated.Add(i);
                Land(
                    SubjectKind.Meeting,
                    Landing.LeftOut,
                    null,
                    read.Lines,
                    read.Title ?? "A meeting without a date",
                    hint: "Say on which day it was."
                );
                continue;
            }

            LandMeeting(read, GroupCalled(read.Group), day, taken);
        }

        await LandDecisions();
        await LandActions();
    }

    private DateOnly? DayOf(ReadMeeting read, int place) =>
        read.Date ?? (_upload.Dates.TryGetValue(place, out var day) ? day : null);

    private void LandMeeting(ReadMeeting read, Group group, DateOnly day, HashSet<Guid> taken)
    {
        var onThatDay = _knownMeetings.Where(known => known.GroupId == group.Id && known.Date == day).ToList();
        var meeting = onThatDay.OrderBy(known => known.Slot).FirstOrDefault(known => !taken.Contains(known.Id));
        var isNew = meeting is null;
        if (meeting is null)
        {
            var slot = onThatDay.Count == 0 ? 1 : onThatDay.Max(known => known.Slot) + 1;
            meeting = Meeting.FromDocument(
                _by,
                group.Id,
                day,
                slot,
                TitleOf(read, group),
                TimeOf(read, group),
                Discussion.Of(read.Notes, read.Title),
                _now
            );
            _db.Meetings.Add(meeting);
            _knownMeetings.Add(meeting);
        }

        taken.Add(meeting.Id);
        _meetings.Add((read, group, meeting));
        var detail = Join(
            read.Attendees.Count == 0 ? null : $"{read.Attendees.Count} in the roll call",
            read.Actions.Count == 0 ? null : Components.Days.Count(read.Actions.Count, "action"),
            read.State is ReadMeetingState.Cancelled ? "cancelled" : null
        );
        Land(
            SubjectKind.Meeting,
            isNew ? Landing.New : Landing.Known,
            meeting.Id,
            read.Lines,
            $"{group.Name}, {Components.Days.Long(day)}",
            detail
        );
        if (meeting.IsLocked || meeting.IsCancelled)
            return;

        if (!isNew && meeting.Text.Length == 0 && Discussion.Of(read.Notes, read.Title) is { Length: > 0 } text)
            _db.Record(meeting.Write(_by, text, _now));
        CallTheRoll(read, group, meeting);
        SetTheAgenda(read, meeting);
        foreach (var link in read.Links)
        {
            if (IsNewAddress(link.Url, meeting.Links.Select(known => known.Url)))
                meeting.AddLink(
                    _by,
                    Enum.Parse<DomainLinkKind>(link.Kind.ToString()),
                    link.Label ?? link.Url,
                    link.Url,
                    _now
                );
        }

        if (read.State is ReadMeetingState.Cancelled)
            _db.Record(meeting.CancelAsWritten(_by, reason: null, _now));
    }

    private void CallTheRoll(ReadMeeting read, Group group, Meeting meeting)
    {
        foreach (var attendee in read.Attendees)
        {
            var person = Meet(group, attendee.Name);
            var presence = Enum.Parse<DomainPresence>(attendee.Presence.ToString());
            var isNew =
                meeting.Mark(_by, new Mention(attendee.Name, person?.Id), presence, attendee.Affiliation, _now)
                is not null;
            if (
                person is not null
                && group.Visibility is Visibility.Public
                && attendee.Affiliation is { } affiliation
                && !person.Affiliations.Any(known => SameWords.AreSame(known.Organisation, affiliation))
            )
                person.LearnAffiliation(affiliation, meeting.Date, _now);

            var attendance = meeting.Attendances.First(known =>
                known.PersonId == person?.Id || known.Name == attendee.Name
            );
            Land(
                SubjectKind.Attendance,
                isNew ? Landing.New : Landing.Known,
                attendance.Id,
                attendee.Lines,
                attendee.Name,
                Join(presence is DomainPresence.Present ? null : Words(presence), attendee.Affiliation),
                person is null ? "Several people have this name; it stays as written." : null
            );
        }
    }

    private void SetTheAgenda(ReadMeeting read, Meeting meeting)
    {
        foreach (var item in read.Agenda)
        {
            var known = meeting.Agenda.FirstOrDefault(i => SameWords.AreSame(i.Title, item.Title));
            if (known is null)
                meeting.AddToAgenda(_by, item.Title, _now);
            var landed = known ?? meeting.Agenda.MaxBy(i => i.Order)!;
            Land(
                SubjectKind.AgendaItem,
                known is null ? Landing.New : Landing.Known,
                landed.Id,
                item.Lines,
                item.Title
            );
        }
    }

    private async Task LandDecisions()
    {
        var ids = _meetings.Select(known => known.Meeting.Id).ToList();
        var decisions = await _db
            .Decisions.Where(d => d.MeetingId != null && ids.Contains(d.MeetingId.Value))
            .ToListAsync(_stop);
        var read = _meetings
            .SelectMany(m => m.Read.Decisions.Select(decision => (m.Group, m.Meeting, decision)))
            .ToList();
        var fresh = read.Where(r =>
                !decisions.Exists(known =>
                    known.MeetingId == r.Meeting.Id && SameWords.AreSame(known.Text, r.decision.Text)
                )
            )
            .ToList();
        var number = fresh.Count == 0 ? 0 : await _take(NumberSeries.Decisions, fresh.Count);

        foreach (var (group, meeting, decision) in read)
        {
            var known = decisions.Find(d => d.MeetingId == meeting.Id && SameWords.AreSame(d.Text, decision.Text));
            var landing = known is null ? Landing.New : Landing.Known;
            if (known is null)
            {
                known = Decision.Record(_by, number++, group.Id, meeting.Id, meeting.Date, decision.Text, _now);
                if (decision.Mover is not null || decision.Seconder is not null || decision.Result is not null)
                    known.Carry(_by, Who(decision.Mover), Who(decision.Seconder), decision.Result, _now);
                _db.Decisions.Add(known);
                decisions.Add(known);
            }

            Land(SubjectKind.Decision, landing, known.Id, decision.Lines, decision.Text, decision.Result);

            Mention? Who(string? name) => name is null ? null : Mentioned(group, name);
        }
    }

    private static MeetingTime? TimeOf(ReadMeeting read, Group group) =>
        read.Time is { } time ? new MeetingTime(time, read.Zone ?? group.Zone, minutes: null) : null;

    /// <summary>
    /// "SIG/Compute meeting 2026-03-12" says nothing that group and day do not say; "Release planning" does.
    /// </summary>
    private static string? TitleOf(ReadMeeting read, Group group)
    {
        var known = SameWords.Fold(group.Name).Split(' ').Concat(s_wordsOfEveryTitle).ToHashSet();
        var saysMore = SameWords
            .Fold(read.Title ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Any(word => !known.Contains(word) && !word.All(char.IsDigit));
        return saysMore
            ? read.Title is { Length: > 300 } tooLong
                ? tooLong[..299] + "…"
                : read.Title
            : null;
    }

    private static string Words(DomainPresence presence) =>
        presence is DomainPresence.Regrets ? "sent regrets" : "absent";
}
