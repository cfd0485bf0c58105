using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>
/// Whoever leads both says that one group goes on as the other: meetings, actions, decisions, milestones, people, documents and
/// links move, and every old address leads to the new one. It cannot be taken back.
/// </summary>
public sealed class MergeGroups(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <param name="gone">The group that goes, as it was seen.</param>
    /// <param name="keptId">The group that stays.</param>
    /// <param name="typedName">The name of the group that goes, typed again.</param>
    /// <param name="stop">Stops it; then nothing has moved.</param>
    /// <returns>The word in the address of the group that stays.</returns>
    /// <exception cref="ChangedMeanwhile">Somebody else changed the group since it was seen.</exception>
    /// <exception cref="RuleBroken">The current person does not lead both, or typed another name.</exception>
    public async Task<Slug> Run(Seen gone, Guid keptId, string typedName, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OneImportAtATime(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var from = await Get(db, actor, gone.Id, stop);
        var into = await Get(db, actor, keptId, stop);
        await db.MustBeAsSeen(SubjectKind.Group, from.Version, gone, stop);
        RuleBroken.Unless(
            string.Equals(typedName.Trim(), from.Name, StringComparison.OrdinalIgnoreCase),
            $"Please type the name of the group that goes, {from.Name}, to say that you mean it."
        );

        db.Record(from.MergeInto(actor, into, clock.UtcNow()));
        await MakeRoom(db, from, into, stop);
        db.Add(FormerAddress.Of(from.Slug, from.Name, into.Id, clock.UtcNow()));
        await db.SaveAsSeen(SubjectKind.Group, gone, stop);
        await Move(db, from, into, stop);
        await transaction.CommitAsync(stop);
        return into.Slug;
    }

    /// <summary>Of two meetings on one day, the one that comes gets the next place of that day.</summary>
    private async Task MakeRoom(SigHubDb db, Group from, Group into, CancellationToken stop)
    {
        var places = await db
            .Meetings.Where(meeting => meeting.GroupId == from.Id || meeting.GroupId == into.Id)
            .Select(meeting => new
            {
                meeting.Id,
                meeting.GroupId,
                meeting.Date,
                meeting.Slot,
            })
            .ToListAsync(stop);
        var taken = places.Where(one => one.GroupId == into.Id).Select(one => (one.Date, one.Slot)).ToHashSet();
        foreach (var coming in places.Where(one => one.GroupId == from.Id).OrderBy(one => (one.Date, one.Slot)))
        {
            var slot = coming.Slot;
            while (!taken.Add((coming.Date, slot)))
                slot++;
            if (slot == coming.Slot)
                continue;

            var address = Components.Links.MeetingAddress(coming.Date, coming.Slot);
            db.Add(FormerAddress.OfMeeting(from, address, coming.Id, clock.UtcNow()));
            await db
                .Meetings.Where(meeting => meeting.Id == coming.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(meeting => meeting.Slot, slot).SetProperty(meeting => meeting.GroupId, into.Id),
                    stop
                );
        }
    }

    private static async Task Move(SigHubDb db, Group from, Group into, CancellationToken stop)
    {
        var places = db.Places((_, property) => property.Name is nameof(Meeting.GroupId) or nameof(Group.ParentId));
        foreach (var place in places)
        {
            await db.Run(
                $"UPDATE {place.Table} SET {place.Column} = {{0}} WHERE {place.Column} = {{1}}",
                [into.Id, from.Id],
                stop
            );
        }

        await db
            .Traces.Where(trace => trace.SubjectKind == SubjectKind.Group && trace.SubjectId == from.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(trace => trace.SubjectId, into.Id), stop);
        await db
            .Activity.Where(entry => entry.SubjectKind == SubjectKind.Group && entry.SubjectId == from.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.SubjectId, into.Id), stop);
        await db.Groups.Where(group => group.Id == from.Id).ExecuteDeleteAsync(stop);
    }

    private static async Task<Group> Get(SigHubDb db, Actor actor, Guid id, CancellationToken stop) =>
        await db.Groups.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(group => group.Id == id, stop)
        ?? throw new RuleBroken("This group is not here any more.");
}
