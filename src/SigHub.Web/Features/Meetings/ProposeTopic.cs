using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>Anybody who takes part in a group proposes something to talk about: at one of its meetings, or at any.</summary>
public sealed class ProposeTopic(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="meetingId">Null: whenever there is time.</param>
    /// <exception cref="RuleBroken">The group is gone, the meeting is over, or this person may not.</exception>
    public async Task Run(string slug, Guid? meetingId, AgendaPlan plan, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var word = Slugs.Read(slug);
        var group =
            await db.Groups.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Slug == word, stop)
            ?? throw new RuleBroken("This group is not here any more.");
        if (meetingId is { } id)
        {
            var meeting = await db
                .Meetings.VisibleTo(actor.AsViewer())
                .SingleOrDefaultAsync(one => one.Id == id && one.GroupId == group.Id, stop);
            RuleBroken.If(meeting is null, "This meeting is not here any more.");
            RuleBroken.If(meeting.IsFinal || meeting.IsCancelled, "This meeting is over; propose it for a later one.");
        }

        var topic = Topic.Propose(actor, group.Id, meetingId, plan, clock.UtcNow());
        db.Topics.Add(topic);
        db.Record(new TopicProposed(topic.Subject, actor.PersonId, clock.UtcNow()));
        await db.SaveChangesAsync(stop);
    }
}
