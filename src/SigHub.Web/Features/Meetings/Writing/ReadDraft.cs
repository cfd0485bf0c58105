using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Minutes;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using ActionStatus = SigHub.Domain.Actions.ActionStatus;
using Meeting = SigHub.Domain.Meetings.Meeting;
using Presence = SigHub.Domain.Meetings.Presence;
using Quorum = SigHub.Domain.Meetings.Quorum;
using Zones = SigHub.Domain.Meetings.Zones;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// What a draft says so far, read by the reader that reads imported minutes; nothing of it is stored. Null for who may not
/// write it.
/// </summary>
public sealed class ReadDraft(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    LatestReadings readings,
    QuorumTimes quorums,
    TimeProvider clock
)
{
    /// <inheritdoc cref="ReadMeeting.Run"/>
    public async Task<Draft?> Run(string slug, string address, CancellationToken stop = default)
    {
        if (Slugs.Read(slug) is not { } group || !ReadMeeting.TryRead(address, out var date, out var slot))
            return null;

        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { } actor)
            return null;

        var meeting = await db
            .Meetings.VisibleTo(actor.AsViewer())
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleOrDefaultAsync(
                one =>
                    db.Groups.Any(within => within.Id == one.GroupId && within.Slug == group)
                    && one.Date == date
                    && one.Slot == slot,
                stop
            );
        if (meeting is null || !actor.KeepsMinutes(meeting.GroupId))
            return null;

        var viewer = actor.AsViewer();
        var (reading, lines) = readings.Of(meeting);
        var people = await People(db, meeting.GroupId, stop);
        var names = people.ToDictionary(person => person.Id, person => person.DisplayName);
        var roster = Roster.Of(people);
        var called = Of(reading, one => one.Attendees).Select(Present).ToList();
        var isCalled = called.Select(one => one.Who.PersonId).ToHashSet();
        var members = await Members(db, meeting.GroupId, clock.Today(), stop);
        var planned = await Planned(db, meeting, stop);
        var carried = await CarriedOver.To(meeting, Of(reading, one => one.Actions), db, viewer, stop);
        return new Draft(
            called,
            await Tally(db, meeting, roster, stop),
            [
                .. members
                    .Where(member => !isCalled.Contains(member) && names.ContainsKey(member))
                    .Select(member => names[member])
                    .Order(),
            ],
            [
                .. Of(reading, one => one.Agenda)
                    .Select(item => new Topic(item.Title, item.Lines.First, planned.GetValueOrDefault(item.Title))),
            ],
            [
                .. Of(reading, one => one.Decisions)
                    .Select(one => new Decided(one.Id, one.Text, one.Result, one.Lines.First)),
            ],
            [.. Of(reading, one => one.Actions).Select(Promise)],
            [.. (reading?.Findings ?? []).Where(IsForTheScribe).Select(one => new Item(one.Message, one.Lines.First))]
        );

        Attendee Present(ReadAttendee one) =>
            new(Who(one.Name), one.Affiliation, (Presence)one.Presence, one.Lines.First);

        Promised Promise(ReadAction one) =>
            new(
                one.Id,
                one.Text,
                [.. one.Owners.Select(owner => Who(owner.Person ?? owner.Name))],
                one.Due,
                (ActionStatus)one.Status,
                one.StatusNote,
                IsSuggestion: one.Origin is Origin.Implied,
                carried.Of(one),
                one.Lines.First,
                lines.ElementAtOrDefault(one.Lines.First - 1) ?? ""
            );

        Somebody Who(string name)
        {
            var match = roster.Find(name);
            return match.PersonId is { } id
                ? new Somebody(names[id], id, [])
                : new Somebody(
                    name,
                    PersonId: null,
                    [.. match.Candidates.Select(candidate => names[candidate]).Order()]
                );
        }
    }

    /// <summary>For how many minutes each topic is planned, of those that say so.</summary>
    private static async Task<Dictionary<string, int?>> Planned(SigHubDb db, Meeting meeting, CancellationToken stop)
    {
        var topics = await db
            .Meetings.Where(one => one.Id == meeting.Id)
            .SelectMany(one => one.Agenda)
            .Where(item => item.Minutes != null)
            .Select(item => new { item.Title, item.Minutes })
            .ToListAsync(stop);
        return topics
            .DistinctBy(topic => topic.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(topic => topic.Title, topic => topic.Minutes, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Null where the group counts no quorum.</summary>
    private async Task<Count?> Tally(SigHubDb db, Meeting meeting, Roster roster, CancellationToken stop)
    {
        var group = await db
            .Groups.AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleAsync(one => one.Id == meeting.GroupId, stop);
        if (group.Quorum is not { } rule)
            return null;

        var voting = await db.VotingMembersOf(group.Id, meeting.Date).ToListAsync(stop);
        var quorum = Of(readings.Of(meeting).Reading);
        if (!quorum.IsMet)
        {
            quorums.Lost(meeting);
            return new Count(quorum, Since: null);
        }

        var since = await quorums.Since(
            db,
            meeting,
            text => Of(LatestReadings.Read.Of(meeting, text).Reading).IsMet,
            stop
        );
        return new Count(
            quorum,
            since is { } at ? TimeOnly.FromDateTime(Zones.ToLocal(at, meeting.Time?.Zone ?? group.Zone)) : null
        );

        Quorum Of(Reading? reading) =>
            rule.Count(
                Of<ReadAttendee>(reading, one => one.Attendees)
                    .Where(one => one.Presence is Minutes.Presence.Present)
                    .Select(one => roster.Find(one.Name).PersonId),
                voting
            );
    }

    private static IEnumerable<T> Of<T>(Reading? reading, Func<SigHub.Minutes.ReadMeeting, IEnumerable<T>> part) =>
        (reading?.Meetings ?? []).SelectMany(part);

    /// <summary>A meeting knows its own day and group.</summary>
    private static bool IsForTheScribe(Finding finding) =>
        finding.Code is not ("no-date" or "date-from-path" or "ambiguous-person");

    /// <summary>Whoever belongs to the group, or came to a meeting of it.</summary>
    private static Task<List<Person>> People(SigHubDb db, Guid group, CancellationToken stop) =>
        db
            .People.AsNoTracking()
            .IgnoreAutoIncludes()
            .Include(person => person.Aliases)
            .Where(person => person.Erasure == null && person.MergedIntoId == null)
            .Where(person =>
                db.Memberships.Any(one => one.GroupId == group && one.PersonId == person.Id)
                || db.Meetings.Any(one =>
                    one.GroupId == group && one.Attendances.Any(attendance => attendance.PersonId == person.Id)
                )
            )
            .ToListAsync(stop);

    /// <summary>Whose presence is asked for: all but observers.</summary>
    private static Task<List<Guid>> Members(SigHubDb db, Guid group, DateOnly today, CancellationToken stop) =>
        db
            .Memberships.Where(one => one.GroupId == group && one.Role != Role.Observer)
            .Where(one =>
                (one.Term.From == null || one.Term.From <= today) && (one.Term.To == null || one.Term.To > today)
            )
            .Select(one => one.PersonId)
            .Distinct()
            .ToListAsync(stop);

    /// <param name="NotCalled">Names of members whom the roll call does not name.</param>
    public sealed record Draft(
        IReadOnlyList<Attendee> RollCall,
        Count? Quorum,
        IReadOnlyList<string> NotCalled,
        IReadOnlyList<Topic> Agenda,
        IReadOnlyList<Decided> Decisions,
        IReadOnlyList<Promised> Actions,
        IReadOnlyList<Item> Findings
    );

    /// <param name="Since">In the meeting's own zone, or its group's; null where there is no quorum, or since longer than edits are kept.</param>
    public sealed record Count(Quorum Quorum, TimeOnly? Since);

    /// <param name="PersonId">Null while nobody knows who that is.</param>
    /// <param name="Candidates">The names of those who may be meant, where there are several.</param>
    public sealed record Somebody(string Name, Guid? PersonId, IReadOnlyList<string> Candidates);

    public sealed record Attendee(Somebody Who, string? Affiliation, Presence Presence, int Line);

    public sealed record Item(string Text, int Line);

    /// <param name="Minutes">For how many it is planned; null where nobody said.</param>
    public sealed record Topic(string Text, int Line, int? Minutes);

    public sealed record Decided(string? Id, string Text, string? Result, int Line);

    /// <param name="IsSuggestion">A promise in the discussion, which only may be one.</param>
    /// <param name="Past">Null for what is new.</param>
    /// <param name="Words">The whole line, by which it is found again when others have moved it.</param>
    public sealed record Promised(
        string? Id,
        string Text,
        IReadOnlyList<Somebody> Owners,
        DateOnly? Due,
        ActionStatus Status,
        string? Note,
        bool IsSuggestion,
        CarriedOver.Past? Past,
        int Line,
        string Words
    );
}

/// <summary>The last reading of each draft: whoever looks at the same words gets the same reading.</summary>
public sealed class LatestReadings
{
    private const int Most = 200;

    private readonly ConcurrentDictionary<Guid, (int Version, Lazy<Read> Read)> _last = [];

    public Read Of(Meeting meeting)
    {
        if (_last.Count > Most)
            _last.Clear();

        var text = meeting.LiveText;
        return _last
            .AddOrUpdate(
                meeting.Id,
                _ => (meeting.TextVersion, new Lazy<Read>(() => Read.Of(meeting, text))),
                (_, last) =>
                    last.Version >= meeting.TextVersion
                        ? last
                        : (meeting.TextVersion, new Lazy<Read>(() => Read.Of(meeting, text)))
            )
            .Read.Value;
    }

    /// <param name="Reading">Null where nothing is written yet.</param>
    /// <param name="Lines">The text that was read.</param>
    public sealed record Read(Reading? Reading, IReadOnlyList<string> Lines)
    {
        internal static Read Of(Meeting meeting, string text)
        {
            try
            {
                return new Read(
                    MinutesReader.Read(Links.MeetingAddress(meeting.Date, slot: 1) + ".md", text),
                    text.Split('\n')
                );
            }
            catch (NotMinutes)
            {
                return new Read(null, []);
            }
        }
    }
}
