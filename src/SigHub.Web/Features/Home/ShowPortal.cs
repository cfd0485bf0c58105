using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Home;

/// <summary>What goes on in the groups, for somebody who drops in.</summary>
public sealed class ShowPortal(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, Settings settings, TimeProvider clock)
{
    private const int Meetings = 5;
    private const int Minutes = 8;

    public async Task<Screen> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var viewer = await db.ViewerFor(me, clock.Today(), stop);
        var groups = db.Groups.VisibleTo(viewer).Where(group => group.State != GroupState.Archived);
        var visible = db.Meetings.VisibleTo(viewer);
        var open = db.Actions.VisibleTo(viewer).Open();
        var rows = await groups
            .OrderBy(group => group.Name)
            .Select(group => new GroupRow(
                group.Slug,
                group.Name,
                group.Kind,
                visible.Count(meeting => meeting.GroupId == group.Id),
                open.Count(action => action.GroupId == group.Id)
            ))
            .ToListAsync(stop);
        var series = await db.SeriesOf(groups, viewer, stop);
        var next = await db.MeetingsToCome(groups, series, viewer, clock.UtcNow(), days: 21, stop);
        var minutes = await LatestMinutes(db, groups, viewer, stop);
        return new Screen(
            rows,
            [.. next.Where(meeting => meeting.CancelledBecause is null).Take(Meetings)],
            [.. minutes.Select(one => one.For(viewer))],
            !settings.Demo && await db.LacksAdministrator(stop)
        );
    }

    private static Task<List<MinutesRow>> LatestMinutes(
        SigHubDb db,
        IQueryable<Group> groups,
        Viewer viewer,
        CancellationToken stop
    )
    {
        var decisions = db.Decisions.VisibleTo(viewer);
        return db
            .Meetings.VisibleTo(viewer)
            .Where(meeting => meeting.Finalization != null && meeting.Cancellation == null)
            .Join(groups, meeting => meeting.GroupId, group => group.Id, (meeting, group) => new { meeting, group })
            .OrderByDescending(both => both.meeting.Date)
            .ThenBy(both => both.group.Name)
            .Take(Minutes)
            .Select(both => new MinutesRow(
                both.meeting.Date,
                both.meeting.Slot,
                both.group.Slug,
                both.group.Name,
                both.meeting.Agenda.OrderBy(topic => topic.Order).Take(3).Select(topic => topic.Title).ToList(),
                both.meeting.Attendances.Count(one => one.Presence == Presence.Present && one.PersonId == null)
                    + both.meeting.Attendances.Where(one => one.Presence == Presence.Present && one.PersonId != null)
                        .Select(one => one.PersonId)
                        .Distinct()
                        .Count(),
                decisions.Count(decision => decision.MeetingId == both.meeting.Id),
                both.meeting.Text.Substring(0, Gist.Opening)
            ))
            .ToListAsync(stop);
    }

    /// <param name="WaitsForAdministrator">Nobody who can sign in may administer the portal: it has to be set up.</param>
    public sealed record Screen(
        IReadOnlyList<GroupRow> Groups,
        IReadOnlyList<NextMeeting> Next,
        IReadOnlyList<MinutesRow> Minutes,
        bool WaitsForAdministrator
    );

    public sealed record GroupRow(Slug Slug, string Name, GroupKind Kind, int Meetings, int OpenActions);

    /// <param name="Place">Which meeting of that day, from 1.</param>
    /// <param name="Topics">The first ones; where no agenda was written down, the gist of the minutes.</param>
    public sealed record MinutesRow(
        DateOnly Date,
        int Place,
        Slug Slug,
        string Group,
        IReadOnlyList<string> Topics,
        int Present,
        int Decisions,
        string Opening
    )
    {
        public MinutesRow For(Viewer viewer) =>
            this with
            {
                Topics = [.. (Topics.Count > 0 ? Topics : Gist.Of(Opening)).Select(t => Redaction.For(viewer, t))],
                Opening = "",
            };
    }
}
