using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// A meeting's agenda with what was proposed for it and the group's backlog; without a meeting the backlog alone. Null for whoever
/// does not take part in the group.
/// </summary>
public sealed class ReadAgenda(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="address">Null: the backlog.</param>
    public async Task<Screen?> Run(string slug, string? address, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        if (actor is null || Slugs.Read(slug) is not { } word)
            return null;

        var viewer = actor.AsViewer();
        var group = await db
            .Groups.VisibleTo(viewer)
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleOrDefaultAsync(one => one.Slug == word, stop);
        if (group is null || !actor.TakesPartIn(group.Id))
            return null;

        Meeting? meeting = null;
        if (address is not null)
        {
            meeting = (await db.FindMeeting(viewer, slug, address, stop))?.Meeting;
            if (meeting is null)
                return null;
        }

        var meetings = db.Meetings.VisibleTo(viewer);
        var topics = await (
            from topic in db.Topics
            join person in db.People on topic.ByPersonId equals person.Id
            where
                topic.GroupId == @group.Id
                && topic.Answer == null
                && (topic.LeftByMeetingId == null || meetings.Any(one => one.Id == topic.LeftByMeetingId))
            orderby topic.LeftByMeetingId == null, topic.At
            select new { Topic = topic, person.DisplayName }
        )
            .AsNoTracking()
            .ToListAsync(stop);
        return new Screen(
            group.Name,
            meeting is null ? null : Day.Of(meeting),
            actor.KeepsMinutes(group.Id),
            [.. (meeting?.Agenda ?? []).OrderBy(item => item.Order).Select(Item.Of)],
            [
                .. topics.Select(one => new Waiting(
                    one.Topic.Id,
                    one.Topic.Title,
                    one.Topic.Owner?.Name,
                    one.Topic.Minutes,
                    one.Topic.Url,
                    one.Topic.LeftByMeetingId is null ? one.DisplayName : null,
                    one.Topic.At,
                    one.Topic.ForMeetingId
                )),
            ],
            await People(db, group.Id, clock.Today(), stop)
        );
    }

    private static async Task<List<Choice>> People(SigHubDb db, Guid groupId, DateOnly today, CancellationToken stop) =>
        await db
            .People.Where(person => person.Erasure == null && person.MergedIntoId == null)
            .Where(person =>
                db.Memberships.Any(one =>
                    one.GroupId == groupId && one.PersonId == person.Id && (one.Term.To == null || one.Term.To > today)
                )
            )
            .OrderBy(person => person.DisplayName)
            .Select(person => new Choice(person.Id, person.DisplayName))
            .ToListAsync(stop);

    /// <param name="Meeting">Null on the page of the backlog.</param>
    /// <param name="MayKeep">Plans the agenda and answers proposals.</param>
    public sealed record Screen(
        string Group,
        Day? Meeting,
        bool MayKeep,
        IReadOnlyList<Item> Agenda,
        IReadOnlyList<Waiting> Backlog,
        IReadOnlyList<Choice> People
    );

    public sealed record Day(
        Seen Seen,
        string Address,
        DateOnly Date,
        string? Title,
        MeetingTime? Time,
        MeetingState State
    )
    {
        internal static Day Of(Meeting meeting) =>
            new(
                new Seen(meeting.Id, meeting.Version),
                meeting.Address,
                meeting.Date,
                meeting.Title,
                meeting.Time,
                meeting.State
            );
    }

    public sealed record Item(Guid Id, string Title, string? Owner, Guid? OwnerId, int? Minutes, string? Url)
    {
        internal static Item Of(AgendaItem item) =>
            new(item.Id, item.Title, item.Owner?.Name, item.Owner?.PersonId, item.Minutes, item.Url);
    }

    /// <param name="By">Who proposed it; null where a meeting did not reach it.</param>
    public sealed record Waiting(
        Guid Id,
        string Title,
        string? Owner,
        int? Minutes,
        string? Url,
        string? By,
        DateTime At,
        Guid? ForMeetingId
    );

    public sealed record Choice(Guid Id, string Name);
}
