using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Features.Meetings.Writing;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// A draft becomes final: its text is read, its records become real with numbers that are written into the text once, and
/// version 1 is kept for good; all of it or nothing. What the meeting did not reach goes to the next agenda.
/// </summary>
public sealed class FinalizeMinutes(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="overrule">Finalize although there is something to look at.</param>
    /// <param name="left">Titles of topics that the meeting did not reach.</param>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the meeting since it was seen.</exception>
    /// <exception cref="RuleBroken">There is something to look at, the meeting says no, or this person may not.</exception>
    public Task Run(Seen seen, bool overrule, IReadOnlyCollection<string> left, CancellationToken stop = default) =>
        BesideWriters.Run(() => Once(seen, overrule, left, stop));

    private async Task Once(Seen seen, bool overrule, IReadOnlyCollection<string> left, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var meeting = await db.MeetingAsSeen(actor, seen, stop);
        var group = await db.Groups.SingleAsync(one => one.Id == meeting.GroupId, stop);
        RuleBroken.Unless(
            actor.KeepsMinutes(group.Id),
            "Only a chair, a lead or the secretary can make minutes final."
        );
        RuleBroken.If(meeting.IsLocked, "These minutes are already final.");
        var now = clock.UtcNow();

        var records = await MinutesRecords.Of(db, actor, meeting, meeting.Text, now, stop);
        var concerns = records.Concerns(meeting.Text);
        RuleBroken.Unless(
            overrule || concerns.Count == 0,
            $"Look at this first, or say that it is right so: {concerns.Select(one => one.Sentence).FirstOrDefault()}"
        );
        var text = await records.Land(meeting.Text, stop);
        db.Record(meeting.Finalize(actor, now, group.Habits.QuietDays));
        meeting.WriteNumbers(actor, text, now);
        var latest = await db
            .Revisions.Where(revision => revision.MeetingId == meeting.Id)
            .OrderByDescending(revision => revision.Number)
            .FirstOrDefaultAsync(stop);
        db.Revisions.Add(MinutesRevision.Of(meeting, actor, latest, reason: null, now));
        await Leave(db, actor, meeting, group, left, now, stop);

        await db.SaveAsSeen(SubjectKind.Meeting, seen, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>On the next agenda where there is one, else among what waits for the next one.</summary>
    private static async Task Leave(
        SigHubDb db,
        Actor actor,
        Meeting meeting,
        Group group,
        IReadOnlyCollection<string> titles,
        DateTime now,
        CancellationToken stop
    )
    {
        var items = meeting.Agenda.Where(item => titles.Contains(item.Title)).OrderBy(item => item.Order).ToList();
        if (items.Count == 0)
            return;

        var next = await db
            .Meetings.Where(one => one.GroupId == meeting.GroupId && one.Id != meeting.Id && one.Date >= meeting.Date)
            .Where(one => one.Finalization == null && one.Cancellation == null && one.Opening == null)
            .Where(one => one.Date > meeting.Date || one.Slot > meeting.Slot)
            .OrderBy(one => one.Date)
            .ThenBy(one => one.Slot)
            .FirstOrDefaultAsync(stop);
        foreach (var item in items)
        {
            var topic = Topic.LeftBy(actor, meeting, item, now);
            db.Topics.Add(topic);
            if (next?.MaySpeakOf(meeting.Visibility, group.Visibility) == true)
                db.Record(next.TakeUp(actor, topic, now));
        }
    }
}
