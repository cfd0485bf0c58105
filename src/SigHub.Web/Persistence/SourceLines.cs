using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Web.Components;

namespace SigHub.Web.Persistence;

/// <summary>The lines of an imported document that a record was read in.</summary>
public sealed record SourceLines(Guid SubjectId, Guid DocumentId, string FileName, int FirstLine, int LastLine);

/// <summary>Where records came from, as far as a viewer may know.</summary>
public static class Origins
{
    /// <summary>
    /// A document is as visible as its group and its own strictness allow; one that names its groups itself, as something that
    /// was read from it. Neither is shown when it tells of a meeting or a group that the viewer may not see.
    /// </summary>
    public static IQueryable<ImportedDocument> DocumentsVisibleTo(this SigHubDb db, Viewer viewer)
    {
        if (viewer.IsAdministrator)
            return db.Documents;

        var brought = db.Documents.VisibleTo(viewer);
        var groups = db.Groups.VisibleTo(viewer);
        var meetings = db.Meetings.VisibleTo(viewer);
        var milestones = db.Milestones.VisibleTo(viewer);
        return db.Documents.Where(document =>
            (
                brought.Any(other => other.Id == document.Id)
                || (
                    document.GroupId == null
                    && document.Visibility == Visibility.Public
                    && db.Traces.Any(trace =>
                        trace.Provenance.DocumentId == document.Id
                        && (
                            meetings.Any(meeting => meeting.Id == trace.SubjectId)
                            || groups.Any(group => group.Id == trace.SubjectId)
                            || milestones.Any(milestone => milestone.Id == trace.SubjectId)
                        )
                    )
                )
            )
            && !db.Traces.Any(trace =>
                trace.Provenance.DocumentId == document.Id
                && (
                    (
                        trace.SubjectKind == SubjectKind.Meeting
                        && !meetings.Any(meeting => meeting.Id == trace.SubjectId)
                    ) || (trace.SubjectKind == SubjectKind.Group && !groups.Any(group => group.Id == trace.SubjectId))
                )
            )
        );
    }

    /// <summary>Every role that anybody has or had in a group.</summary>
    public static Task<List<Guid>> MembershipsOf(this SigHubDb db, Guid groupId, CancellationToken stop = default) =>
        db.Memberships.Where(role => role.GroupId == groupId).Select(role => role.Id).ToListAsync(stop);

    /// <summary>The lines these records were read in, in the order of documents and lines.</summary>
    public static async Task<IReadOnlyList<SourceLines>> OriginsOf(
        this SigHubDb db,
        Viewer viewer,
        IReadOnlyCollection<Guid> subjects,
        CancellationToken stop = default
    )
    {
        var lines = await (
            from trace in db.Traces
            join document in db.DocumentsVisibleTo(viewer) on trace.Provenance.DocumentId equals document.Id
            where subjects.Contains(trace.SubjectId)
            orderby document.At, document.Id, trace.Provenance.FirstLine
            select new SourceLines(
                trace.SubjectId,
                document.Id,
                document.FileName,
                trace.Provenance.FirstLine,
                trace.Provenance.LastLine
            )
        ).ToListAsync(stop);
        return [.. lines.Select(line => line with { FileName = Redaction.For(viewer, line.FileName) })];
    }
}
