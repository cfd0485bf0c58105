using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Series;

/// <summary>Whoever keeps a group's minutes says when it meets again and again.</summary>
public sealed class CreateSeries(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The series' id.</returns>
    /// <exception cref="RuleBroken">The group is gone, this person may not, or the rhythm is none.</exception>
    public async Task<Guid> Run(string slug, Wanted wanted, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var word = Slugs.Read(slug);
        var group =
            await db.Groups.VisibleTo(actor.AsViewer()).SingleOrDefaultAsync(one => one.Slug == word, stop)
            ?? throw new RuleBroken("This group is not here any more.");
        var now = clock.UtcNow();

        var series = MeetingSeries.Create(actor, group.Id, wanted.Title, now);
        db.Record(new SeriesCreated(series.Subject, actor.PersonId, now));
        var rhythm = wanted.Rhythm;
        db.Record(series.AddSlot(actor, rhythm.Rule(), rhythm.StartsOn, rhythm.Time, now));
        if (!string.IsNullOrWhiteSpace(wanted.AgendaTemplate))
            db.Record(series.PlanAgenda(actor, wanted.AgendaTemplate, now));
        if (wanted.Visibility != series.Visibility)
            await db.RecordAndFollow(series.ShowTo(actor, wanted.Visibility, now), stop);

        db.Series.Add(series);
        await db.SaveChangesAsync(stop);
        return series.Id;
    }

    /// <param name="AgendaTemplate">One topic a line.</param>
    public sealed record Wanted(string Title, RhythmChoice Rhythm, string AgendaTemplate, Visibility Visibility);
}
