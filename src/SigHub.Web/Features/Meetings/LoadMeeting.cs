using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Meetings;

internal static class LoadMeeting
{
    /// <exception cref="RuleBroken">It is gone, or not to be seen.</exception>
    /// <exception cref="ChangedMeanwhile">Somebody else changed it since it was seen.</exception>
    public static async Task<Meeting> MeetingAsSeen(this SigHubDb db, Actor actor, Seen seen, CancellationToken stop)
    {
        var meeting =
            await db.Meetings.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Id == seen.Id, stop)
            ?? throw new RuleBroken("This meeting is not here any more.");
        await db.MustBeAsSeen(SubjectKind.Meeting, meeting.Version, seen, stop);
        return meeting;
    }

    /// <summary>The meeting and its group, to be read; null where this viewer finds none.</summary>
    public static async Task<(Meeting Meeting, Group Group)?> FindMeeting(
        this SigHubDb db,
        Viewer viewer,
        string slug,
        string address,
        CancellationToken stop
    )
    {
        if (Slugs.Read(slug) is not { } word || !ReadMeeting.TryRead(address, out var date, out var slot))
            return null;

        var found = await (
            from meeting in db.Meetings.VisibleTo(viewer)
            join @group in db.Groups on meeting.GroupId equals @group.Id
            where @group.Slug == word && meeting.Date == date && meeting.Slot == slot
            select new { Meeting = meeting, Group = @group }
        )
            .AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(stop);
        return found is null ? null : (found.Meeting, found.Group);
    }

    /// <summary>Takes up what earlier meetings of the group did not reach, the oldest first; the template's topics come after.</summary>
    public static async Task<IReadOnlyList<Fact>> PlanFrom(
        this SigHubDb db,
        Actor actor,
        Meeting meeting,
        string template,
        DateTime now,
        CancellationToken stop
    )
    {
        var facts = new List<Fact>();
        foreach (var plan in AgendaPlan.Lines(template))
            facts.Add(meeting.AddToAgenda(actor, plan, now));
        var left = await (
            from topic in db.Topics
            join earlier in db.Meetings on topic.LeftByMeetingId equals earlier.Id
            join @group in db.Groups on topic.GroupId equals @group.Id
            where topic.GroupId == meeting.GroupId && topic.Answer == null
            orderby topic.Id
            select new
            {
                Topic = topic,
                LeftBy = earlier.Visibility,
                Group = @group.Visibility,
            }
        ).ToListAsync(stop);
        foreach (var one in left.Where(one => meeting.MaySpeakOf(one.LeftBy, one.Group)))
            facts.Add(meeting.TakeUp(actor, one.Topic, now));
        return facts;
    }

    /// <summary>What a stricter meeting left stays out of an agenda that others read, until somebody puts it there.</summary>
    public static bool MaySpeakOf(this Meeting meeting, Visibility leftBy, Visibility group) =>
        meeting.Visibility.Within(group) >= leftBy.Within(group);
}
