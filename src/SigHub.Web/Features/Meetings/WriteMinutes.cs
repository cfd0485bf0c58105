using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>The text of a draft, as somebody writes it. What stood there before is kept as a revision.</summary>
public sealed class WriteMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The meeting as it is now.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="RuleBroken">The minutes are final, the meeting is cancelled, or this person may not.</exception>
    public async Task<Seen> Run(Seen seen, string text, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        var written = text.ReplaceLineEndings("\n");
        if (written == meeting.Text)
            return seen;

        var now = clock.UtcNow();
        db.Record(meeting.Write(actor, written, now));
        var latest = await db
            .Revisions.Where(revision => revision.MeetingId == meeting.Id)
            .OrderByDescending(revision => revision.Number)
            .FirstOrDefaultAsync(stop);
        if (latest?.GoesOn(meeting, actor, now) != true)
            db.Revisions.Add(MinutesRevision.Of(meeting, actor, latest, reason: null, now));
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
        return new Seen(meeting.Id, meeting.Version);
    }
}
