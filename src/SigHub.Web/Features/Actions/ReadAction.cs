using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Actions;

/// <summary>One action item with everything that was ever said about it; null when the current person may not see it.</summary>
public sealed class ReadAction(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Shown?> Run(int number, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        if (await Find(db, viewer, number, stop) is not { } found)
            return null;

        var history = await History(db, viewer, found.Id, stop);
        var changes = await Changes(db, viewer, found.Id, stop);
        var origins = await db.OriginsOf(viewer, [found.Id], stop);
        return found with
        {
            Text = Redaction.For(viewer, found.Text),
            Notes = [.. found.Notes.Select(note => Redaction.For(viewer, note))],
            History =
            [
                .. history.Select(state =>
                    state with
                    {
                        Note = state.Note is { } note ? Redaction.For(viewer, note) : null,
                    }
                ),
            ],
            Changes = changes,
            Origins = origins,
            MayLead = actor?.Leads(found.GroupId) == true,
            MayChange =
                actor is not null
                && (actor.KeepsMinutes(found.GroupId) || found.Owners.Any(owner => owner.PersonId == actor.PersonId)),
        };
    }

    private static async Task<Shown?> Find(SigHubDb db, Viewer viewer, int number, CancellationToken stop)
    {
        var actions = db.Actions.VisibleTo(viewer);
        var meetings = db.Meetings.VisibleTo(viewer);
        return await (
            from action in actions
            join @group in db.Groups on action.GroupId equals @group.Id
            where action.Number == number
            select new Shown(
                action.Id,
                action.Number,
                action.Text,
                action.GroupId,
                @group.Name,
                @group.Slug.Value,
                action.Status,
                action.StatusAsOf,
                action.Due,
                action.RaisedOn,
                meetings
                    .Where(meeting => meeting.Id == action.RaisedAtMeetingId)
                    .Select(meeting => new At(meeting.Date, meeting.Slot))
                    .FirstOrDefault(),
                new Seen(action.Id, action.Version),
                action.Visibility,
                action
                    .Owners.OrderBy(owner => owner.Order)
                    .Select(owner => new Owner(
                        db.People.Where(person => person.Id == owner.PersonId)
                            .Select(person => person.DisplayName)
                            .FirstOrDefault()
                            ?? owner.Name,
                        owner.PersonId
                    ))
                    .ToList(),
                action.Notes.OrderBy(note => note.Order).Select(note => note.Text).ToList()
            )
        )
            .AsSingleQuery()
            .SingleOrDefaultAsync(stop);
    }

    private static async Task<List<State>> History(SigHubDb db, Viewer viewer, Guid id, CancellationToken stop)
    {
        var meetings = db.Meetings.VisibleTo(viewer);
        return await db
            .Actions.Where(action => action.Id == id)
            .SelectMany(action => action.History)
            .OrderByDescending(state => state.AsOf)
            .ThenByDescending(state => state.Sequence)
            .Select(state => new State(
                state.Sequence,
                state.Status,
                state.AsOf,
                state.Note,
                meetings
                    .Where(meeting => meeting.Id == state.MeetingId)
                    .Select(meeting => new At(meeting.Date, meeting.Slot))
                    .FirstOrDefault(),
                state.MeetingId != null,
                state.PersonId,
                db.People.Where(person => person.Id == state.PersonId)
                    .Select(person => person.DisplayName)
                    .FirstOrDefault()
            ))
            .ToListAsync(stop);
    }

    /// <summary>Changes of words, owners and due days; the states have a list of their own.</summary>
    private static async Task<List<Change>> Changes(SigHubDb db, Viewer viewer, Guid id, CancellationToken stop)
    {
        if (viewer.PersonId is null)
            return [];

        var activity = db.Activity.VisibleTo(viewer);
        return await (
            from entry in activity
            join person in db.People on entry.ActorId equals person.Id
            where
                entry.SubjectKind == SubjectKind.Action
                && entry.SubjectId == id
                && entry.Verb != nameof(ActionStateChanged)
                && entry.Verb != nameof(ActionRaised)
            orderby entry.At descending
            select new Change(entry.At, person.Id, person.DisplayName, entry.Summary, entry.Before, entry.After)
        )
            .Take(50)
            .ToListAsync(stop);
    }

    public sealed record Shown(
        Guid Id,
        int Number,
        string Text,
        Guid GroupId,
        string Group,
        string Slug,
        ActionStatus Status,
        DateOnly StatusAsOf,
        DateOnly? Due,
        DateOnly RaisedOn,
        At? RaisedAt,
        Seen Seen,
        Visibility Visibility,
        IReadOnlyList<Owner> Owners,
        IReadOnlyList<string> Notes
    )
    {
        public IReadOnlyList<State> History { get; init; } = [];

        public IReadOnlyList<Change> Changes { get; init; } = [];

        public IReadOnlyList<SourceLines> Origins { get; init; } = [];

        public bool MayChange { get; init; }

        /// <summary>The current person leads its group.</summary>
        public bool MayLead { get; init; }

        public bool IsOverdueOn(DateOnly day) => !Status.IsClosed() && Due < day;

        /// <summary>The later meetings that had it on their list.</summary>
        public int Carried =>
            History.Where(s => s.AtMeeting && s.AsOf > RaisedOn).DistinctBy(s => (s.Meeting, s.AsOf)).Count();
    }

    /// <summary>A meeting of the action's group.</summary>
    public sealed record At(DateOnly Date, int Slot);

    public sealed record Owner(string Name, Guid? PersonId);

    /// <param name="Meeting">Null where there was none, or where it is hidden from this viewer.</param>
    public sealed record State(
        int Sequence,
        ActionStatus Status,
        DateOnly AsOf,
        string? Note,
        At? Meeting,
        bool AtMeeting,
        Guid? PersonId,
        string? Person
    );

    public sealed record Change(DateTime At, Guid ById, string By, string Summary, string? Before, string? After);
}
