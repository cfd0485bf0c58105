using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// What moved in with a document, each record with its line; what of it is still unclear; and what keeps it from being taken
/// back. Refused: who neither brought it nor keeps the minutes of its group.
/// </summary>
public sealed class ShowImport(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Shown> Run(Guid id, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var arrival = await db.Arrivals.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, stop);
        RuleBroken.If(
            arrival is null || !(arrival.MayBeLookedAtBy(actor) || arrival.MayBeTakenBackBy(actor)),
            "There is no such import, or it is not yours to see."
        );

        var by = await db.People.Where(p => p.Id == arrival.ByPersonId).Select(p => p.DisplayName).SingleAsync(stop);
        var back = arrival.TakingBack;
        var takenBackBy = back is null
            ? null
            : await db.People.Where(p => p.Id == back.ByPersonId).Select(p => p.DisplayName).SingleOrDefaultAsync(stop);
        var viewer = actor.AsViewer();
        var group = await db
            .Groups.VisibleTo(viewer)
            .Where(one => one.Id == arrival.GroupId)
            .Select(one => new InGroup(one.Name, one.Slug))
            .SingleOrDefaultAsync(stop);
        var shown = new Shown(
            arrival.Id,
            arrival.FileName,
            arrival.State,
            arrival.MovedInAt ?? arrival.At,
            by,
            arrival.ByPersonId,
            takenBackBy,
            back?.At,
            arrival.Problem,
            arrival.DocumentId,
            group,
            [],
            [],
            MayTakeBack: false,
            []
        );
        if (arrival.DocumentId is not { } documentId || arrival.State is not ArrivalState.MovedIn)
            return shown;

        var changes = await db
            .ImportChanges.AsNoTracking()
            .Where(change => change.DocumentId == documentId)
            .ToListAsync(stop);
        var mayTakeBack = arrival.MayBeTakenBackBy(actor) && changes.Count > 0;
        var added = changes.Where(change => change.IsAddition).Select(change => change.RecordId).ToHashSet();
        return shown with
        {
            Records = await Records(db, viewer, documentId, added, stop),
            Unclear = await Unclear(db, viewer, documentId, stop),
            MayTakeBack = mayTakeBack,
            BuildsOnIt = mayTakeBack ? await BuildsOn.Import(db, viewer, documentId, changes, stop) : [],
        };
    }

    private static async Task<List<Record>> Records(
        SigHubDb db,
        Viewer viewer,
        Guid documentId,
        HashSet<Guid> added,
        CancellationToken stop
    )
    {
        var traces = await db
            .Traces.Where(trace => trace.Provenance.DocumentId == documentId)
            .Select(trace => new { trace.SubjectId, trace.Provenance.FirstLine })
            .ToListAsync(stop);
        var lines = traces.GroupBy(trace => trace.SubjectId).ToDictionary(g => g.Key, g => g.Min(t => t.FirstLine));
        var told = db.Traces.Where(trace => trace.Provenance.DocumentId == documentId).Select(trace => trace.SubjectId);
        var records = new List<Record>();

        var groups = await db
            .Groups.VisibleTo(viewer)
            .Where(one => told.Contains(one.Id))
            .Select(one => new
            {
                one.Id,
                one.Name,
                one.Slug,
            })
            .ToListAsync(stop);
        records.AddRange(
            groups.Select(one => Told(SubjectKind.Group, one.Id, one.Name, "", Links.Group(one.Slug.Value)))
        );

        var meetings = await (
            from meeting in db.Meetings.VisibleTo(viewer)
            join @group in db.Groups on meeting.GroupId equals @group.Id
            where told.Contains(meeting.Id)
            orderby meeting.Date
            select new
            {
                meeting.Id,
                meeting.Date,
                meeting.Slot,
                meeting.Title,
                @group.Name,
                @group.Slug,
            }
        ).ToListAsync(stop);
        records.AddRange(
            meetings.Select(one =>
                Told(
                    SubjectKind.Meeting,
                    one.Id,
                    $"{one.Name}, {Days.Long(one.Date)}",
                    one.Title ?? "",
                    Links.Meeting(one.Slug.Value, Links.MeetingAddress(one.Date, one.Slot))
                )
            )
        );

        // Somebody is told of by a role, or by standing in a roll call.
        var people = await (
            from person in db.People.VisibleTo(viewer)
            where
                told.Contains(person.Id)
                || db.Memberships.Any(m => m.PersonId == person.Id && told.Contains(m.Id))
                || db.Meetings.Any(m => m.Attendances.Any(a => a.PersonId == person.Id && told.Contains(a.Id)))
            orderby person.DisplayName
            select new
            {
                person.Id,
                person.DisplayName,
                Roles = db
                    .Memberships.Where(m => m.PersonId == person.Id && told.Contains(m.Id))
                    .Select(m => m.Id)
                    .ToList(),
                Calls = db
                    .Meetings.SelectMany(m => m.Attendances)
                    .Where(a => a.PersonId == person.Id && told.Contains(a.Id))
                    .Select(a => a.Id)
                    .ToList(),
            }
        ).ToListAsync(stop);
        foreach (var one in people)
        {
            var places = one.Roles.Concat(one.Calls).Append(one.Id).Where(lines.ContainsKey).Select(id => lines[id]);
            records.Add(
                new Record(
                    SubjectKind.Person,
                    one.DisplayName,
                    "",
                    Links.Person(one.Id),
                    places.DefaultIfEmpty(1).Min(),
                    added.Contains(one.Id)
                )
            );
        }

        var actions = await db
            .Actions.VisibleTo(viewer)
            .Where(one => told.Contains(one.Id))
            .OrderBy(one => one.Number)
            .Select(one => new
            {
                one.Id,
                one.Number,
                one.Text,
            })
            .ToListAsync(stop);
        records.AddRange(
            actions.Select(one =>
                Told(SubjectKind.Action, one.Id, $"A-{one.Number}", one.Text, Links.Action(one.Number))
            )
        );
        var decisions = await db
            .Decisions.VisibleTo(viewer)
            .Where(one => told.Contains(one.Id))
            .OrderBy(one => one.Number)
            .Select(one => new
            {
                one.Id,
                one.Number,
                one.Text,
            })
            .ToListAsync(stop);
        records.AddRange(
            decisions.Select(one =>
                Told(SubjectKind.Decision, one.Id, $"D-{one.Number}", one.Text, Links.Decision(one.Number))
            )
        );
        var milestones = await db
            .Milestones.VisibleTo(viewer)
            .Where(one => told.Contains(one.Id))
            .OrderBy(one => one.Number)
            .Select(one => new
            {
                one.Id,
                one.Number,
                one.Title,
            })
            .ToListAsync(stop);
        records.AddRange(
            milestones.Select(one =>
                Told(SubjectKind.Milestone, one.Id, $"M-{one.Number}", one.Title, Links.Milestone(one.Number))
            )
        );
        return records;

        Record Told(SubjectKind kind, Guid id, string name, string text, string link) =>
            new(kind, name, text, link, lines.GetValueOrDefault(id, 1), added.Contains(id));
    }

    /// <summary>Names that stand for nobody known yet, and titles that give no right before somebody confirms them.</summary>
    private static async Task<List<Question>> Unclear(
        SigHubDb db,
        Viewer viewer,
        Guid documentId,
        CancellationToken stop
    )
    {
        var told = db.Traces.Where(trace => trace.Provenance.DocumentId == documentId).Select(trace => trace.SubjectId);
        var owners = await db
            .Actions.VisibleTo(viewer)
            .Where(action => told.Contains(action.Id))
            .SelectMany(
                action => action.Owners,
                (action, owner) =>
                    new
                    {
                        action.Number,
                        owner.Name,
                        owner.PersonId,
                    }
            )
            .Where(one => one.PersonId == null)
            .ToListAsync(stop);
        var present = await (
            from meeting in db.Meetings.VisibleTo(viewer)
            join @group in db.Groups on meeting.GroupId equals @group.Id
            from attendance in meeting.Attendances
            where told.Contains(attendance.Id) && attendance.PersonId == null
            select new
            {
                attendance.Name,
                meeting.Date,
                meeting.Slot,
                @group.Slug,
            }
        ).ToListAsync(stop);
        var titles = await (
            from membership in db.Memberships.VisibleTo(viewer)
            join person in db.People on membership.PersonId equals person.Id
            join @group in db.Groups on membership.GroupId equals @group.Id
            where told.Contains(membership.Id) && membership.Confirmation == null && membership.Role != Role.Member
            select new
            {
                person.DisplayName,
                membership.Title,
                @group.Name,
                @group.Slug,
            }
        ).ToListAsync(stop);
        return
        [
            .. owners.Select(one => new Question(
                $"A-{one.Number}",
                Links.Action(one.Number),
                $"is owned by “{one.Name}”, whom nobody here is known as."
            )),
            .. present.Select(one => new Question(
                $"The roll call of {Days.Long(one.Date)}",
                Links.Meeting(one.Slug.Value, Links.MeetingAddress(one.Date, one.Slot)),
                $"names “{one.Name}”, who may be several people."
            )),
            .. titles.Select(one => new Question(
                one.DisplayName,
                Links.GroupPeople(one.Slug.Value),
                $"is called {one.Title} of {one.Name}; that gives no right until somebody who leads the group confirms it."
            )),
        ];
    }

    /// <param name="TakenBackBy">Null while it was not taken back.</param>
    public sealed record Shown(
        Guid Id,
        string FileName,
        ArrivalState State,
        DateTime At,
        string By,
        Guid ById,
        string? TakenBackBy,
        DateTime? TakenBackAt,
        string? Problem,
        Guid? DocumentId,
        InGroup? Group,
        IReadOnlyList<Record> Records,
        IReadOnlyList<Question> Unclear,
        bool MayTakeBack,
        IReadOnlyList<BuildsOn.Reason> BuildsOnIt
    );

    public sealed record InGroup(string Name, Slug Slug);

    /// <param name="IsNew">The document brought it; else it told more of something known.</param>
    public sealed record Record(SubjectKind Kind, string Name, string Text, string Link, int Line, bool IsNew);

    /// <summary>A sentence that begins with a link.</summary>
    public sealed record Question(string Name, string Link, string Says);
}
