using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Web.Features.Meetings.Writing;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>A draft goes back to what it was in an earlier revision; what it is now stays among the revisions.</summary>
public sealed class RestoreDraft(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="RuleBroken">The minutes are final, the revision is not one of theirs, or this person may not.</exception>
    public Task Run(Seen seen, int number, CancellationToken stop = default) =>
        BesideWriters.Run(() => Once(seen, number, stop));

    private async Task Once(Seen seen, int number, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        var revisions = db.Revisions.Where(revision => revision.MeetingId == meeting.Id);
        var wanted =
            await revisions.AsNoTracking().SingleOrDefaultAsync(revision => revision.Number == number, stop)
            ?? throw new RuleBroken("There is no such revision.");
        RuleBroken.If(wanted.Text == meeting.Text, "The draft says so already.");
        var now = clock.UtcNow();

        db.Record(meeting.Write(actor, wanted.Text, now));
        db.Record(new MinutesRestored(meeting.Subject, actor.PersonId, now, number));
        var latest = await revisions.AsNoTracking().OrderByDescending(revision => revision.Number).FirstAsync(stop);
        db.Revisions.Add(MinutesRevision.Of(meeting, actor, latest, reason: null, now));
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
    }
}
