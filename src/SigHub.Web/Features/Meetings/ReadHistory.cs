using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// The revisions of a meeting's minutes, and what two of them say differently. Who may not see a draft sees versions of final
/// minutes alone; null when there is no such meeting for the current person.
/// </summary>
public sealed class ReadHistory(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="from">The number of the older revision; null: the one before <paramref name="to"/>.</param>
    /// <param name="to">The number of the newer revision; null: the latest.</param>
    public async Task<Screen?> Run(string slug, string address, int? from, int? to, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        if (await db.FindMeeting(viewer, slug, address, stop) is not var (meeting, group))
            return null;

        var seesDrafts = DraftsAreSeen(viewer, group);
        var rows = await (
            from revision in db.Revisions
            join person in db.People on revision.ByPersonId equals person.Id
            where revision.MeetingId == meeting.Id && (seesDrafts || revision.Edition != null)
            orderby revision.Number descending
            select new Row(
                revision.Number,
                revision.Edition,
                revision.At,
                person.Id,
                person.DisplayName,
                revision.Reason
            )
        ).ToListAsync(stop);
        var newer = rows.Find(row => row.Number == to) ?? rows.FirstOrDefault();
        var older = rows.Find(row => row.Number == from) ?? rows.Find(row => row.Number < newer?.Number);
        var (newest, oldest) = (newer?.Number ?? 0, older?.Number ?? 0);
        var texts = await db
            .Revisions.Where(revision => revision.MeetingId == meeting.Id)
            .Where(revision => revision.Number == newest || revision.Number == oldest)
            .ToDictionaryAsync(revision => revision.Number, revision => revision.Text, stop);
        return new Screen(
            new Seen(meeting.Id, meeting.Version),
            group.Name,
            meeting.Date,
            meeting.IsLocked,
            actor?.KeepsMinutes(group.Id) == true && !meeting.IsFinal && !meeting.IsCancelled,
            rows,
            newer?.Number,
            older?.Number,
            newer is null
                ? []
                : TextDifference.Of(
                    older is null ? "" : Redaction.For(viewer, texts[older.Number]),
                    Redaction.For(viewer, texts[newer.Number])
                )
        );
    }

    /// <summary>Drafts are for the group's people, unless it publishes them.</summary>
    internal static bool DraftsAreSeen(Viewer viewer, Group group) =>
        group.Habits.PublishesDrafts || viewer.IsAdministrator || viewer.MembersOnlyOf.Contains(group.Id);

    /// <param name="MayRestore">The draft may go back to one of them.</param>
    /// <param name="Newer">The revisions that are compared; null where there is none.</param>
    public sealed record Screen(
        Seen Seen,
        string Group,
        DateOnly Date,
        bool IsLocked,
        bool MayRestore,
        IReadOnlyList<Row> Revisions,
        int? Newer,
        int? Older,
        IReadOnlyList<TextDifference.Line> Lines
    );

    /// <param name="Edition">The version of final minutes; null for a draft.</param>
    public sealed record Row(int Number, int? Edition, DateTime At, Guid ById, string By, string? Reason);
}
