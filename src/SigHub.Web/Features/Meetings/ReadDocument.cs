using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// An imported document, line by line, beside the records that were read from it; null when there is none that the current
/// person may see. Lines of records that the person may not see are left out, and keep their place.
/// </summary>
public sealed class ReadDocument(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const string HiddenLine = "[line hidden]";

    public async Task<Shown?> Run(Guid id, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var viewer = await db.ViewerFor(me, clock.Today(), stop);
        var document = await (
            from d in db.DocumentsVisibleTo(viewer)
            join person in db.People on d.ByPersonId equals person.Id
            where d.Id == id
            select new
            {
                d.FileName,
                d.Source,
                d.At,
                By = person.DisplayName,
                person.Id,
            }
        ).SingleOrDefaultAsync(stop);
        if (document is null)
            return null;

        var traces = await db
            .Traces.Where(trace => trace.Provenance.DocumentId == id)
            .OrderBy(trace => trace.Provenance.FirstLine)
            .ThenBy(trace => trace.Id)
            .Select(trace => new Place(
                trace.SubjectKind,
                trace.SubjectId,
                trace.Provenance.FirstLine,
                trace.Provenance.LastLine
            ))
            .ToListAsync(stop);
        var names = await Names(db, viewer, id, stop);
        var series = await db.Series.VisibleTo(viewer).Select(one => one.Id).ToListAsync(stop);

        return new Shown(
            id,
            Redaction.For(viewer, document.FileName),
            document.At,
            document.By,
            document.Id,
            Lines(viewer, document.Source, traces, names, [.. names.Keys, .. series])
        );
    }

    private static async Task<Dictionary<Guid, Record>> Names(
        SigHubDb db,
        Viewer viewer,
        Guid id,
        CancellationToken stop
    )
    {
        var subjects = db.Traces.Where(trace => trace.Provenance.DocumentId == id).Select(trace => trace.SubjectId);
        var visibleMeetings = db.Meetings.VisibleTo(viewer);
        var meetings = await (
            from meeting in visibleMeetings
            join @group in db.Groups on meeting.GroupId equals @group.Id
            where subjects.Contains(meeting.Id)
            select new
            {
                meeting.Id,
                meeting.Date,
                meeting.Slot,
                @group.Name,
                @group.Slug,
            }
        ).ToListAsync(stop);
        var numbered = await db
            .Actions.VisibleTo(viewer)
            .Where(action => subjects.Contains(action.Id))
            .Select(action => new
            {
                Kind = "action",
                action.Id,
                action.Number,
                action.Text,
            })
            .Concat(
                db.Decisions.VisibleTo(viewer)
                    .Where(decision => subjects.Contains(decision.Id))
                    .Select(decision => new
                    {
                        Kind = "decision",
                        decision.Id,
                        decision.Number,
                        decision.Text,
                    })
            )
            .Concat(
                db.Milestones.VisibleTo(viewer)
                    .Where(milestone => subjects.Contains(milestone.Id))
                    .Select(milestone => new
                    {
                        Kind = "milestone",
                        milestone.Id,
                        milestone.Number,
                        Text = milestone.Title,
                    })
            )
            .ToListAsync(stop);
        var groups = await db
            .Groups.VisibleTo(viewer)
            .Where(group => subjects.Contains(group.Id))
            .Select(group => new
            {
                group.Id,
                group.Name,
                group.Slug,
            })
            .ToListAsync(stop);

        var names = new Dictionary<Guid, Record>();
        foreach (var group in groups)
            names[group.Id] = new Record("Group", group.Name, "", Links.Group(group.Slug.Value));
        foreach (var meeting in meetings)
        {
            var address = Links.MeetingAddress(meeting.Date, meeting.Slot);
            names[meeting.Id] = new Record(
                "Meeting",
                meeting.Name,
                address,
                Links.Meeting(meeting.Slug.Value, address)
            );
        }

        foreach (var record in numbered)
        {
            var (letter, link) = record.Kind switch
            {
                "action" => ("A", Links.Action(record.Number)),
                "decision" => ("D", Links.Decision(record.Number)),
                _ => ("M", Links.Milestone(record.Number)),
            };
            names[record.Id] = new Record(
                "",
                FormattableString.Invariant($"{letter}-{record.Number}"),
                Redaction.For(viewer, record.Text),
                link
            );
        }

        return names;
    }

    private static List<Line> Lines(
        Viewer viewer,
        string source,
        IReadOnlyList<Place> traces,
        Dictionary<Guid, Record> names,
        HashSet<Guid> seen
    )
    {
        var lines = Redaction.For(viewer, source.ReplaceLineEndings("\n").Split('\n'));
        var beginning = traces.ToLookup(trace => trace.First);
        var hidden = traces
            .Where(trace => CanBeHidden(trace.Kind) && !seen.Contains(trace.SubjectId) && !viewer.IsAdministrator)
            .ToList();
        return
        [
            .. lines
                .Take(lines[^1].Length == 0 ? lines.Count - 1 : lines.Count)
                .Select(
                    (text, index) =>
                        new Line(
                            index + 1,
                            hidden.Exists(trace => trace.First <= index + 1 && index + 1 <= trace.Last)
                                ? HiddenLine
                                : text,
                            [
                                .. beginning[index + 1]
                                    .Where(trace => names.ContainsKey(trace.SubjectId))
                                    .Select(trace => names[trace.SubjectId])
                                    .Distinct(),
                            ]
                        )
                ),
        ];
    }

    /// <summary>A document that tells of a hidden meeting or group is hidden as a whole.</summary>
    private static bool CanBeHidden(SubjectKind kind) =>
        kind is SubjectKind.Action or SubjectKind.Decision or SubjectKind.Milestone or SubjectKind.Series;

    private sealed record Place(SubjectKind Kind, Guid SubjectId, int First, int Last);

    public sealed record Shown(Guid Id, string FileName, DateTime At, string By, Guid ById, IReadOnlyList<Line> Lines);

    /// <param name="Records">What was read from here on; a record of several lines stands at its first.</param>
    public sealed record Line(int Number, string Text, IReadOnlyList<Record> Records);

    /// <param name="Name">"A-12", or the group's name.</param>
    public sealed record Record(string Kind, string Name, string Text, string Link);
}
