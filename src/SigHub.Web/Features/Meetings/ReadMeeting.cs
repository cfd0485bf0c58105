using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// One meeting as its page shows it; null when there is none that the current person may see. Addresses and passcodes are
/// not for visitors.
/// </summary>
public sealed class ReadMeeting(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="address">"2026-03-12", or "2026-03-12-2" for the second meeting of that day.</param>
    public async Task<Shown?> Run(string slug, string address, CancellationToken stop = default)
    {
        if (Slugs.Read(slug) is not { } group || !TryRead(address, out var date, out var slot))
            return null;

        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        if (await Head(db, actor, viewer, group, date, slot, stop) is not { } head)
            return null;

        var rollCall = head.IsHidden ? [] : await RollCall(db, head.Id, stop);
        var (agenda, links) = await AgendaAndLinks(db, head.Id, stop);
        var decisions = await Decisions(db, viewer, head.Id, stop);
        var actions = await Actions(db, viewer, head.Id, stop);
        var records = decisions.Select(decision => decision.Id).Concat(actions.Select(action => action.Id));
        var origins = await db.OriginsOf(viewer, [head.Id, .. records], stop);

        return new Shown(
            head with
            {
                Text = Redaction.For(viewer, head.Text),
            },
            rollCall,
            [.. agenda.Select(title => Redaction.For(viewer, title))],
            [.. links.Select(link => Open(viewer, link))],
            [.. decisions.Select(decision => decision with { Text = Redaction.For(viewer, decision.Text) })],
            [.. actions.Select(action => action with { Text = Redaction.For(viewer, action.Text) })],
            origins
        );
    }

    internal static bool TryRead(string address, out DateOnly date, out int slot)
    {
        slot = 1;
        return DateOnly.TryParseExact(
                address.Length < 10 ? address : address[..10],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out date
            )
            && (
                address.Length == 10
                || address[10] == '-'
                    && int.TryParse(address.AsSpan(11), NumberStyles.None, CultureInfo.InvariantCulture, out slot)
                    && slot > 1
            );
    }

    private async Task<Heading?> Head(
        SigHubDb db,
        Actor? actor,
        Viewer viewer,
        Slug slug,
        DateOnly date,
        int slot,
        CancellationToken stop
    )
    {
        var meetings = db.Meetings.VisibleTo(viewer);
        var found = await (
            from meeting in meetings
            join @group in db.Groups on meeting.GroupId equals @group.Id
            where @group.Slug == slug && meeting.Date == date && meeting.Slot == slot
            let previous = meetings
                .Where(m => m.GroupId == meeting.GroupId && (m.Date < date || (m.Date == date && m.Slot < slot)))
                .OrderByDescending(m => m.Date)
                .ThenByDescending(m => m.Slot)
                .Select(m => new
                {
                    m.Id,
                    m.Date,
                    m.Slot,
                })
                .FirstOrDefault()
            let next = meetings
                .Where(m => m.GroupId == meeting.GroupId && (m.Date > date || (m.Date == date && m.Slot > slot)))
                .OrderBy(m => m.Date)
                .ThenBy(m => m.Slot)
                .Select(m => new
                {
                    m.Id,
                    m.Date,
                    m.Slot,
                })
                .FirstOrDefault()
            select new
            {
                // A whole noun, because its state is a question to the noun.
                Meeting = meeting,
                Group = @group,
                Previous = previous,
                Next = next,
            }
        )
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleOrDefaultAsync(stop);
        if (found is null)
            return null;

        var (shown, now) = (found.Meeting, clock.UtcNow());
        var isHidden = !shown.IsFinal && !ReadHistory.DraftsAreSeen(viewer, found.Group);
        return new Heading(
            shown.Id,
            found.Group.Name,
            slug.Value,
            shown.Date,
            shown.Title,
            shown.Time,
            found.Group.Zone,
            shown.State,
            shown.Cancellation?.Reason,
            shown.Finalization is { FromDocument: true },
            isHidden ? "" : shown.Text,
            found.Previous is { } previousDay
                ? new Neighbour(previousDay.Id, previousDay.Date, previousDay.Slot)
                : null,
            found.Next is { } nextDay ? new Neighbour(nextDay.Id, nextDay.Date, nextDay.Slot) : null
        )
        {
            Seen = new Seen(shown.Id, shown.Version),
            IsHidden = isHidden,
            IsOver = shown.HasEndedAt(now),
            Visibility = shown.Visibility,
            Edition = shown.IsLocked ? shown.Edition : null,
            Approved = ApprovalOf(shown, now),
            Objections = await Objections(db, actor, shown, stop),
            ApprovedUnlessBy = shown.ApprovedUnlessBy,
            MayBeApprovedAt = found.Next is { } later && later.Date <= clock.Today() ? later.Id : null,
            Quorum = isHidden ? null : await Quorum(db, found.Group, shown, stop),
            Keeps = actor?.KeepsMinutes(shown.GroupId) == true,
            Leads = actor?.Leads(shown.GroupId) == true,
            TakesPart = actor?.TakesPartIn(shown.GroupId) == true,
        };
    }

    private static DateTime? ApprovalOf(Meeting shown, DateTime now) =>
        shown.Approval?.At ?? (shown.IsApprovedAt(now) ? shown.ApprovedUnlessBy : null);

    /// <summary>What people of the group said against the latest version, to one another; it stays when a chair approves it all the same.</summary>
    private static async Task<List<Objection>> Objections(
        SigHubDb db,
        Actor? actor,
        Meeting shown,
        CancellationToken stop
    )
    {
        if (!shown.IsLocked || actor?.TakesPartIn(shown.GroupId) != true)
            return [];

        return await (
            from entry in db.Activity
            join person in db.People on entry.ActorId equals person.Id
            let version = db
                .Revisions.Where(one => one.MeetingId == entry.SubjectId && one.Edition != null)
                .Max(one => (DateTime?)one.At)
            where entry.SubjectId == shown.Id && entry.Verb == nameof(MinutesObjected) && entry.At >= version
            orderby entry.At
            select new Objection(person.DisplayName, person.Id, entry.After!)
        ).ToListAsync(stop);
    }

    /// <summary>Costs two queries, of groups that count one.</summary>
    private static async Task<Quorum?> Quorum(SigHubDb db, Group group, Meeting meeting, CancellationToken stop)
    {
        if (group.Quorum is not { } rule)
            return null;

        var rollCall = await db
            .Meetings.Where(one => one.Id == meeting.Id)
            .SelectMany(one => one.Attendances)
            .AsNoTracking()
            .ToListAsync(stop);
        return rollCall.Count == 0
            ? null
            : rule.Count(rollCall, await db.VotingMembersOf(group.Id, meeting.Date).ToListAsync(stop));
    }

    /// <summary>Whom it names twice, since two names turned out to be one person's, stands in it once, as whoever came.</summary>
    private static async Task<List<Attendee>> RollCall(SigHubDb db, Guid meetingId, CancellationToken stop)
    {
        var all = await db
            .Meetings.Where(meeting => meeting.Id == meetingId)
            .SelectMany(meeting => meeting.Attendances)
            .OrderBy(attendance => attendance.Order)
            .Select(attendance => new Attendee(
                attendance.Name,
                attendance.PersonId,
                attendance.Presence,
                attendance.Affiliation
            ))
            .ToListAsync(stop);
        return
        [
            .. all.GroupBy(one => (one.PersonId, one.PersonId is null ? one.Name : null))
                .Select(same => same.MinBy(one => one.Presence)!),
        ];
    }

    private static async Task<(List<string> Agenda, List<Link> Links)> AgendaAndLinks(
        SigHubDb db,
        Guid meetingId,
        CancellationToken stop
    )
    {
        var parts = await db
            .Meetings.Where(meeting => meeting.Id == meetingId)
            .Select(meeting => new
            {
                Agenda = meeting.Agenda.OrderBy(item => item.Order).Select(item => item.Title).ToList(),
                Links = meeting
                    .Links.OrderBy(link => link.Order)
                    .Select(link => new Link(link.Kind, link.Label, link.Url))
                    .ToList(),
            })
            .AsSingleQuery()
            .SingleAsync(stop);
        return (parts.Agenda, parts.Links);
    }

    private static async Task<List<Decided>> Decisions(
        SigHubDb db,
        Viewer viewer,
        Guid meetingId,
        CancellationToken stop
    ) =>
        await db
            .Decisions.VisibleTo(viewer)
            .Where(decision => decision.MeetingId == meetingId)
            .OrderBy(decision => decision.Number)
            .Select(decision => new Decided(decision.Id, decision.Number, decision.Text, decision.Result))
            .ToListAsync(stop);

    private static async Task<List<Item>> Actions(SigHubDb db, Viewer viewer, Guid meetingId, CancellationToken stop) =>
        await db
            .Actions.VisibleTo(viewer)
            .Where(action =>
                action.RaisedAtMeetingId == meetingId || action.History.Any(state => state.MeetingId == meetingId)
            )
            .OrderBy(action => action.RaisedAtMeetingId == meetingId)
            .ThenBy(action => action.Number)
            .Select(action => new Item(
                action.Id,
                action.Number,
                action.Text,
                action.RaisedAtMeetingId == meetingId,
                action
                    .History.Where(state => state.MeetingId == meetingId)
                    .OrderByDescending(state => state.Sequence)
                    .Select(state => (ActionStatus?)state.Status)
                    .FirstOrDefault()
                    ?? ActionStatus.Open,
                action.Status,
                action.StatusAsOf,
                action.Due,
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

    /// <summary>What a link tells only to people who are signed in leaves it with its label and no address.</summary>
    private static Link Open(Viewer viewer, Link link)
    {
        var url = Redaction.For(viewer, link.Url!);
        return link with { Label = Redaction.For(viewer, link.Label), Url = url == link.Url ? url : null };
    }

    public sealed record Shown(
        Heading Head,
        IReadOnlyList<Attendee> RollCall,
        IReadOnlyList<string> Agenda,
        IReadOnlyList<Link> Links,
        IReadOnlyList<Decided> Decisions,
        IReadOnlyList<Item> Actions,
        IReadOnlyList<SourceLines> Origins
    )
    {
        public IEnumerable<SourceLines> OriginsOf(Guid id) => Origins.Where(origin => origin.SubjectId == id);
    }

    /// <param name="Time">Null when nobody wrote down a time.</param>
    /// <param name="Zone">The group's.</param>
    public sealed record Heading(
        Guid Id,
        string Group,
        string Slug,
        DateOnly Date,
        string? Title,
        MeetingTime? Time,
        string Zone,
        MeetingState State,
        string? WhyCancelled,
        bool FromDocument,
        string Text,
        Neighbour? Previous,
        Neighbour? Next
    )
    {
        public required Seen Seen { get; init; }

        /// <summary>There may be a draft, and it is not for this viewer.</summary>
        public bool IsHidden { get; init; }

        public bool IsOver { get; init; }

        public Visibility Visibility { get; init; }

        /// <summary>The version, where the minutes were finalized here.</summary>
        public int? Edition { get; init; }

        /// <summary>When they were approved.</summary>
        public DateTime? Approved { get; init; }

        public DateTime? ApprovedUnlessBy { get; init; }

        /// <summary>Against the latest version, while it is not approved; for people of the group.</summary>
        public IReadOnlyList<Objection> Objections { get; init; } = [];

        /// <summary>The next meeting, once it has come.</summary>
        public Guid? MayBeApprovedAt { get; init; }

        /// <summary>Null where the group counts none, or nobody called the roll yet.</summary>
        public Quorum? Quorum { get; init; }

        /// <summary>The current person keeps the group's minutes.</summary>
        public bool Keeps { get; init; }

        public bool Leads { get; init; }

        public bool TakesPart { get; init; }
    }

    public sealed record Objection(string By, Guid ById, string Reason);

    public sealed record Neighbour(Guid Id, DateOnly Date, int Slot)
    {
        public string Address => Links.MeetingAddress(Date, Slot);
    }

    public sealed record Attendee(string Name, Guid? PersonId, Presence Presence, string? Affiliation);

    /// <param name="Url">Null where it is not for this viewer.</param>
    public sealed record Link(LinkKind Kind, string Label, string? Url);

    public sealed record Decided(Guid Id, int Number, string Text, string? Result);

    /// <param name="Then">The state this meeting left it in.</param>
    /// <param name="NowSince">The day of the state that holds now.</param>
    public sealed record Item(
        Guid Id,
        int Number,
        string Text,
        bool IsNew,
        ActionStatus Then,
        ActionStatus Now,
        DateOnly NowSince,
        DateOnly? Due,
        IReadOnlyList<Owner> Owners
    );

    public sealed record Owner(string Name, Guid? PersonId);
}
