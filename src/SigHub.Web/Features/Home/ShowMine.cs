using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Home;

/// <summary>
/// What the current person owes, when their groups meet, and what happened in those. Whoever leads a group has those below it
/// too; an administrator without a group has all.
/// </summary>
public sealed class ShowMine(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const int Meetings = 6;
    private const int News = 15;

    /// <exception cref="RuleBroken">Nobody is signed in.</exception>
    public async Task<Screen> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var (now, today) = (clock.UtcNow(), clock.Today());
        var actor = await db.ActorFor(me, today, stop);
        var viewer = actor.AsViewer();
        var groups = MyGroups(db, viewer);

        var actions = await db
            .Actions.VisibleTo(viewer)
            .Open()
            .OwnedBy(actor.PersonId)
            .MostUrgentFirst()
            .ToLines(db, viewer, stop);
        var series = await db.SeriesOf(groups, viewer, stop);
        var next = await db.MeetingsToCome(groups, series, viewer, now, days: 30, stop);
        var news = await Happened(db, groups, viewer, stop);
        return new Screen(
            today,
            [.. Due(actions, today)],
            [.. next.Take(Meetings)],
            [.. news.Select(one => one with { What = Redaction.For(viewer, one.What) })]
        );
    }

    private static IQueryable<Group> MyGroups(SigHubDb db, Viewer viewer)
    {
        var mine = viewer.MembersOnlyOf;
        var groups = db.Groups.VisibleTo(viewer).Where(group => group.State != GroupState.Archived);
        return viewer.IsAdministrator ? groups : groups.Where(group => mine.Contains(group.Id));
    }

    private static IEnumerable<Pile> Due(IReadOnlyList<ActionLine> actions, DateOnly today)
    {
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return actions
            .GroupBy(action =>
                action.Due is not { } due ? When.NoDate
                : due < today ? When.Overdue
                : due <= sunday ? When.ThisWeek
                : When.Later
            )
            .OrderBy(pile => pile.Key)
            .Select(pile => new Pile(pile.Key, [.. pile]));
    }

    private static Task<List<Piece>> Happened(
        SigHubDb db,
        IQueryable<Group> groups,
        Viewer viewer,
        CancellationToken stop
    )
    {
        var (meetings, actions) = (db.Meetings.VisibleTo(viewer), db.Actions.VisibleTo(viewer));
        var (decisions, milestones) = (db.Decisions.VisibleTo(viewer), db.Milestones.VisibleTo(viewer));
        var documents = db.DocumentsVisibleTo(viewer);
        // An import is told once; what it changed shares its instant.
        var imports = db.Activity.Where(entry => entry.Verb == nameof(MinutesImported));
        return (
            from entry in db.Activity.VisibleTo(viewer)
            join hub in groups on entry.GroupId equals hub.Id
            join actor in db.People on entry.ActorId equals actor.Id
            where
                !imports.Any(import =>
                    import.At == entry.At && import.ActorId == entry.ActorId && import.Id != entry.Id
                )
            orderby entry.At descending, entry.Id descending
            select new Piece(
                entry.Id,
                entry.At,
                actor.Id,
                actor.DisplayName,
                entry.Summary,
                db.People.Where(person => person.Id == entry.AboutPersonId)
                    .Select(person => person.DisplayName)
                    .FirstOrDefault(),
                hub.Name,
                hub.Slug,
                entry.SubjectKind,
                entry.SubjectId,
                entry.SubjectName,
                meetings
                    .Where(meeting => meeting.Id == entry.SubjectId)
                    .Select(meeting => new Piece.Day(meeting.Date, meeting.Slot))
                    .FirstOrDefault(),
                actions.Any(one => one.Id == entry.SubjectId)
                    || decisions.Any(one => one.Id == entry.SubjectId)
                    || milestones.Any(one => one.Id == entry.SubjectId)
                    || documents.Any(one => one.Id == entry.SubjectId)
            )
        )
            .Take(News)
            .ToListAsync(stop);
    }

    /// <summary>When an action is due; this week ends on Sunday.</summary>
    public enum When
    {
        Overdue,
        ThisWeek,
        Later,
        NoDate,
    }

    public sealed record Screen(
        DateOnly Today,
        IReadOnlyList<Pile> Owed,
        IReadOnlyList<NextMeeting> Next,
        IReadOnlyList<Piece> News
    )
    {
        public int Count => Owed.Sum(pile => pile.Actions.Count);

        public int Overdue => Owed.Where(pile => pile.When == When.Overdue).Sum(pile => pile.Actions.Count);
    }

    public sealed record Pile(When When, IReadOnlyList<ActionLine> Actions);

    /// <summary>Something that somebody did in one of the groups.</summary>
    /// <param name="IsThere">An action, decision, milestone or document that has a page today; what an import that was taken back brought has none.</param>
    public sealed record Piece(
        Guid Id,
        DateTime At,
        Guid WhoId,
        string Who,
        string What,
        string? About,
        string Group,
        Slug GroupSlug,
        SubjectKind Kind,
        Guid SubjectId,
        string Subject,
        Piece.Day? Meeting,
        bool IsThere
    )
    {
        public sealed record Day(DateOnly Date, int Place);
    }
}
