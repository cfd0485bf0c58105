using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings;

/// <summary>How a group keeps its minutes; null for whoever may change nothing of it.</summary>
public sealed class ReadHabits(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Screen?> Run(string slug, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        if (actor is null || Slugs.Read(slug) is not { } word)
            return null;

        var group = await db
            .Groups.VisibleTo(actor.AsViewer())
            .AsNoTracking()
            .IgnoreAutoIncludes()
            .SingleOrDefaultAsync(one => one.Slug == word, stop);
        if (group is null || !actor.KeepsMinutes(group.Id))
            return null;

        var voting = await db.VotingMembersOf(group.Id, clock.Today()).CountAsync(stop);
        return new Screen(
            new Seen(group.Id, group.Version),
            group.Name,
            actor.Leads(group.Id),
            group.Habits,
            group.Quorum,
            voting
        );
    }

    /// <param name="Voting">How many have a vote today.</param>
    public sealed record Screen(
        Seen Seen,
        string Group,
        bool Leads,
        MinutesHabits Habits,
        QuorumRule? Quorum,
        int Voting
    );
}
