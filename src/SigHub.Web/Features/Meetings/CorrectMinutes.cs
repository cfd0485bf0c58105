using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// Final minutes are corrected with a reason: the new text is read, its records follow, and it is kept as the next version beside
/// those before. It is approved anew.
/// </summary>
public sealed class CorrectMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="RuleBroken">They are not final, came with a document, a number is missing, or this person may not.</exception>
    public async Task Run(Seen seen, string text, string reason, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        var group = await db.Groups.SingleAsync(one => one.Id == meeting.GroupId, stop);
        RuleBroken.If(
            meeting.Finalization is { FromDocument: true },
            "These minutes came with a document; import a corrected version of it."
        );
        var now = clock.UtcNow();
        var corrected = text.ReplaceLineEndings("\n");

        db.Record(meeting.Amend(actor, corrected, reason, now, group.Habits.QuietDays));
        var records = await MinutesRecords.Of(db, actor, meeting, corrected, now, stop);
        meeting.WriteNumbers(actor, await records.Land(corrected, stop), now);
        var latest = await db
            .Revisions.Where(revision => revision.MeetingId == meeting.Id)
            .OrderByDescending(revision => revision.Number)
            .FirstOrDefaultAsync(stop);
        db.Revisions.Add(MinutesRevision.Of(meeting, actor, latest, reason, now));
        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
        await transaction.CommitAsync(stop);
    }
}
