using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;

namespace SigHub.Web.Persistence;

/// <summary>What stands above every page of a group: what it is, who chairs it, when it meets, and how much is behind each tab.</summary>
public sealed record GroupHead(
    Guid Id,
    Slug Slug,
    string Name,
    GroupKind Kind,
    GroupState State,
    Visibility Visibility,
    string Zone,
    GroupHead.Above? Parent,
    IReadOnlyList<GroupHead.Leader> Leaders,
    int Meetings,
    int OpenActions,
    int Decisions,
    int People
)
{
    /// <summary>Its rhythms that have not ended, in words.</summary>
    public IReadOnlyList<Rhythm> Rhythms { get; init; } = [];

    /// <summary>Whether a role is confirmed makes no difference here: a title that a document gives is shown too.</summary>
    public sealed record Leader(Guid PersonId, string Name, Role Role, string? Title, bool IsConfirmed);

    public sealed record Above(Slug Slug, string Name);
}

public static class GroupHeads
{
    /// <summary>
    /// The head of a group, and its series for whoever wants to know more of them; null when there is no such group, or this
    /// viewer may not see it. Costs two queries.
    /// </summary>
    public static async Task<(GroupHead Head, IReadOnlyList<SeriesOfGroup> Series)?> FindHead(
        this SigHubDb db,
        string slug,
        Viewer viewer,
        DateTime now,
        CancellationToken stop
    )
    {
        if (Slugs.Read(slug) is not { } word)
            return null;

        var today = DateOnly.FromDateTime(now);
        var named = db.Groups.VisibleTo(viewer).Where(group => group.Slug == word);
        var head = await Heads(db, named, viewer, today).SingleOrDefaultAsync(stop);
        if (head is null)
            return null;

        var series = await db.SeriesOf(named, viewer, stop);
        var leaders = head.Leaders.Select(one => one with { Title = Redaction.For(viewer, one.Title) });
        return (head with { Leaders = [.. leaders], Rhythms = [.. Rhythms(series, today)] }, series);
    }

    private static IQueryable<GroupHead> Heads(SigHubDb db, IQueryable<Group> named, Viewer viewer, DateOnly today)
    {
        var parents = db.Groups.VisibleTo(viewer);
        var meetings = db.Meetings.VisibleTo(viewer);
        var actions = db.Actions.VisibleTo(viewer).Open();
        var decisions = db.Decisions.VisibleTo(viewer);
        var current = db.Memberships.Where(m =>
            (m.Term.From == null || m.Term.From <= today) && (m.Term.To == null || m.Term.To > today)
        );
        return named.Select(group => new GroupHead(
            group.Id,
            group.Slug,
            group.Name,
            group.Kind,
            group.State,
            group.Visibility,
            group.Zone,
            parents
                .Where(parent => parent.Id == group.ParentId)
                .Select(parent => new GroupHead.Above(parent.Slug, parent.Name))
                .FirstOrDefault(),
            current
                .Where(m =>
                    m.GroupId == group.Id && (m.Role == Role.Chair || m.Role == Role.CoChair || m.Role == Role.Lead)
                )
                .Join(
                    db.People,
                    m => m.PersonId,
                    person => person.Id,
                    (m, person) =>
                        new GroupHead.Leader(person.Id, person.DisplayName, m.Role, m.Title, m.Confirmation != null)
                )
                .ToList(),
            meetings.Count(meeting => meeting.GroupId == group.Id),
            actions.Count(action => action.GroupId == group.Id),
            decisions.Count(decision => decision.GroupId == group.Id),
            current.Where(m => m.GroupId == group.Id).Select(m => m.PersonId).Distinct().Count()
        ));
    }

    private static IEnumerable<Rhythm> Rhythms(IEnumerable<SeriesOfGroup> series, DateOnly today) =>
        from one in series
        from slot in one.Series.Slots
        let next = slot.Occurrences(today, today.AddDays(366)).FirstOrDefault()
        where next is not null
        orderby next.StartsAt
        select new Rhythm(
            Rhythm.Of(slot.Rule, slot.StartsOn),
            slot.Time.Start,
            slot.Time.Zone,
            Zones.ToUtc(next.RuleDay, slot.Time.Start, slot.Time.Zone)
        );
}
