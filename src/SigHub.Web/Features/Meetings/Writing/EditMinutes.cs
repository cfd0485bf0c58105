using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// Somebody who keeps the minutes types. The change was made for a version that may be old by now: it goes after whatever came
/// since, in one transaction with the text, and whoever writes is told. The same stroke of the same pen counts once.
/// </summary>
public sealed class EditMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, Bell bell, TimeProvider clock)
{
    private const int MostTries = 50;

    /// <param name="version">The version that the change was made for.</param>
    /// <param name="pen">An open editor, by an id of its own.</param>
    /// <param name="stroke">Counts the changes of a pen.</param>
    /// <returns>False when the pen needs the text anew: what came since is not known change by change, or not by the pen.</returns>
    /// <exception cref="RuleBroken">The current person may not write these minutes.</exception>
    public async Task<bool> Run(
        Guid meetingId,
        int version,
        TextChange change,
        Guid pen,
        int stroke,
        CancellationToken stop = default
    )
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            await using var db = await dbs.CreateDbContextAsync(stop);
            var actor = await db.ActorFor(me, clock.Today(), stop);
            var meeting = await Find(db, actor, meetingId, stop);
            meeting.MustBeWritableBy(actor);
            if (meeting.Opening is null)
            {
                await Begin(db, actor, meetingId, stop);
                continue;
            }

            var missed = await db
                .MinutesEdits.AsNoTracking()
                .Where(one => one.MeetingId == meetingId)
                .Where(one => one.TextVersion > version && one.TextVersion <= meeting.TextVersion)
                .OrderBy(one => one.TextVersion)
                .ToListAsync(stop);
            if (await IsKnown(db, meetingId, pen, stroke, stop))
                return true;
            if (!Follows(change, missed, meeting, version))
                return false;

            var before = meeting.TextVersion;
            var edit = meeting.Type(actor, MinutesEdit.Rebase(change, pen, missed), pen, stroke, clock.UtcNow());
            if (await Save(db, meeting, before, edit, stop))
            {
                bell.Ring(LiveWord.Edited(meetingId));
                return true;
            }
        }

        return false;
    }

    private static async Task<Meeting> Find(SigHubDb db, Actor actor, Guid meetingId, CancellationToken stop) =>
        await db
            .Meetings.VisibleTo(actor.AsViewer())
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleOrDefaultAsync(one => one.Id == meetingId, stop)
        ?? throw new RuleBroken("This meeting is not here any more, or not for you.");

    /// <summary>All that came since is known, and the change was made for the text before it.</summary>
    private static bool Follows(TextChange change, List<MinutesEdit> missed, Meeting meeting, int version) =>
        missed.Count == meeting.TextVersion - version
        && change.LengthBefore == (missed.Count > 0 ? missed[0].Change.LengthBefore : meeting.LiveText.Length);

    private static Task<bool> IsKnown(SigHubDb db, Guid meetingId, Guid pen, int stroke, CancellationToken stop) =>
        db.MinutesEdits.AnyAsync(edit => edit.MeetingId == meetingId && edit.Pen == pen && edit.Stroke == stroke, stop);

    /// <summary>Whoever types first takes the minutes.</summary>
    private async Task Begin(SigHubDb db, Actor actor, Guid meetingId, CancellationToken stop)
    {
        try
        {
            var meeting = await db.Meetings.IgnoreAutoIncludes().SingleAsync(one => one.Id == meetingId, stop);
            if (meeting.Opening is null)
                db.Record(meeting.BeginMinutes(actor, clock.UtcNow()));
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else began them at the same moment.
        }
    }

    /// <summary>
    /// The text and the change, or neither. Typing raises no version of the meeting, only that of its words: who moves an item of
    /// the agenda meanwhile has seen the same meeting as before.
    /// </summary>
    private static async Task<bool> Save(
        SigHubDb db,
        Meeting meeting,
        int before,
        MinutesEdit edit,
        CancellationToken stop
    )
    {
        var (text, after) = (meeting.Text, meeting.TextVersion);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var saved = await db
            .Meetings.Where(one => one.Id == meeting.Id && one.TextVersion == before && one.Version == meeting.Version)
            .ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Text, text).SetProperty(one => one.TextVersion, after),
                stop
            );
        if (saved == 0)
            return false;

        db.MinutesEdits.Add(edit);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // The same stroke arrived twice at one moment; whether it did shows at the next try.
            return false;
        }

        await transaction.CommitAsync(stop);
        return true;
    }
}
