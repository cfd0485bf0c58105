using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>Whoever keeps the minutes puts a topic that waits on a meeting's agenda, or declines it.</summary>
public sealed class AnswerTopic(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="onAgendaOf">The meeting as it was seen; null: the topic is declined.</param>
    /// <param name="declinedBecause">Why, where it is declined.</param>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="RuleBroken">The topic is answered or gone, the minutes are final, or this person may not.</exception>
    public async Task Run(Guid topicId, Seen? onAgendaOf, string declinedBecause = "", CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var viewer = actor.AsViewer();
        var groups = db.Groups.VisibleTo(viewer);
        var topic =
            await db.Topics.SingleOrDefaultAsync(
                one => one.Id == topicId && groups.Any(group => group.Id == one.GroupId),
                stop
            ) ?? throw new RuleBroken("This topic is not here any more.");
        var now = clock.UtcNow();

        if (onAgendaOf is not { } seen)
        {
            db.Record(topic.Decline(actor, declinedBecause, now));
            await db.SaveChangesAsync(stop);
            return;
        }

        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        db.Record(meeting.TakeUp(actor, topic, now));
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
    }
}
