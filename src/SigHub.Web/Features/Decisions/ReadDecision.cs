using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Decisions;

/// <summary>One decision, where it was taken and in which lines it was read; null when the current person may not see it.</summary>
public sealed class ReadDecision(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public async Task<Shown?> Run(int number, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.FindActor(me, clock.Today(), stop);
        var viewer = actor?.AsViewer() ?? Viewer.Visitor;
        var decisions = db.Decisions.VisibleTo(viewer);
        var meetings = db.Meetings.VisibleTo(viewer);
        var found = await (
            from decision in decisions
            join @group in db.Groups on decision.GroupId equals @group.Id
            where decision.Number == number
            select new
            {
                decision.Id,
                decision.Version,
                decision.Visibility,
                decision.GroupId,
                decision.Text,
                Mover = decision.Mover == null ? null : decision.Mover.Name,
                MoverId = decision.Mover == null ? null : decision.Mover.PersonId,
                Seconder = decision.Seconder == null ? null : decision.Seconder.Name,
                SeconderId = decision.Seconder == null ? null : decision.Seconder.PersonId,
                decision.Result,
                decision.DecidedOn,
                Group = @group.Name,
                @group.Slug,
                Meeting = meetings
                    .Where(meeting => meeting.Id == decision.MeetingId)
                    .Select(meeting => new At(meeting.Date, meeting.Slot))
                    .FirstOrDefault(),
            }
        ).SingleOrDefaultAsync(stop);
        if (found is null)
            return null;

        return new Shown(
            number,
            Redaction.For(viewer, found.Text),
            Named(found.Mover, found.MoverId),
            Named(found.Seconder, found.SeconderId),
            found.Result,
            found.DecidedOn,
            found.Group,
            found.Slug.Value,
            found.Meeting,
            await db.OriginsOf(viewer, [found.Id], stop),
            new Seen(found.Id, found.Version),
            found.Visibility,
            actor?.Leads(found.GroupId) == true
        );
    }

    private static Who? Named(string? name, Guid? personId) => name is null ? null : new Who(name, personId);

    /// <param name="MayLead">The current person leads its group.</param>
    public sealed record Shown(
        int Number,
        string Text,
        Who? Mover,
        Who? Seconder,
        string? Result,
        DateOnly DecidedOn,
        string Group,
        string Slug,
        At? Meeting,
        IReadOnlyList<SourceLines> Origins,
        Seen Seen,
        Visibility Visibility,
        bool MayLead
    );

    public sealed record Who(string Name, Guid? PersonId);

    public sealed record At(DateOnly Date, int Slot);
}
