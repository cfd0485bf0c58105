using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>The meetings of a group in one year, the latest first; null when there is no such group for the current person.</summary>
public sealed class ListMeetings(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    private const int Coming = 5;

    /// <param name="year">Null, or a year without a meeting: the latest that has one.</param>
    public async Task<Screen?> Run(string slug, int? year, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        if (await db.FindHead(slug, viewer, clock.UtcNow(), stop) is not var (head, series))
            return null;
        var here = db.Groups.Where(group => group.Id == head.Id);
        var coming = await db.MeetingsToCome(here, series, viewer, clock.UtcNow(), days: 62, stop);
        var mayOpen = actor?.KeepsMinutes(head.Id) == true;

        var meetings = db.Meetings.VisibleTo(viewer).Where(meeting => meeting.GroupId == head.Id);
        var years = await meetings
            .GroupBy(meeting => meeting.Date.Year)
            .OrderByDescending(group => group.Key)
            .Select(group => new Year(group.Key, group.Count()))
            .ToListAsync(stop);
        if (years.Count == 0)
            return new Screen(head, mayOpen, [.. coming.Take(Coming)], years, Chosen: null, []);

        var chosen = (years.Find(one => one.Number == year) ?? years[0]).Number;
        var (first, next) = (new DateOnly(chosen, 1, 1), new DateOnly(chosen, 1, 1).AddYears(1));
        var rows = await meetings
            .Where(meeting => meeting.Date >= first && meeting.Date < next)
            .OrderByDescending(meeting => meeting.Date)
            .ThenByDescending(meeting => meeting.Slot)
            .Select(MeetingLine.In(db, viewer))
            .ToListAsync(stop);
        return new Screen(
            head,
            mayOpen,
            [.. coming.Take(Coming)],
            years,
            chosen,
            [.. rows.Select(row => row.For(viewer))]
        );
    }

    /// <param name="MayOpen">The current person calls meetings.</param>
    /// <param name="Chosen">The year whose meetings these are; null when there is no meeting at all.</param>
    public sealed record Screen(
        GroupHead Head,
        bool MayOpen,
        IReadOnlyList<NextMeeting> Next,
        IReadOnlyList<Year> Years,
        int? Chosen,
        IReadOnlyList<MeetingLine> Meetings
    );

    public sealed record Year(int Number, int Meetings);
}
