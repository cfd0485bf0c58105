using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Series;

/// <summary>What a series is called, who sees it, and the agenda that its meetings begin with.</summary>
public sealed class ChangeSeries(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    /// <exception cref="ChangedMeanwhile">Somebody else changed it since it was seen.</exception>
    /// <exception cref="RuleBroken">The series says no, or nothing would change.</exception>
    public async Task Run(
        Seen seen,
        string title,
        string agendaTemplate,
        Visibility visibility,
        CancellationToken stop = default
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var actor = await db.ActorFor(me, clock.Today(), stop);
        var series = await db.SeriesAsSeen(actor, seen, stop);
        var now = clock.UtcNow();

        var facts = new List<Fact>();
        if (title.Trim() != series.Title)
            facts.Add(series.Rename(actor, title, now));
        if (agendaTemplate.ReplaceLineEndings("\n").Trim() != series.AgendaTemplate)
            facts.Add(series.PlanAgenda(actor, agendaTemplate.ReplaceLineEndings("\n"), now));
        var shown = visibility == series.Visibility ? null : series.ShowTo(actor, visibility, now);
        RuleBroken.If(facts.Count == 0 && shown is null, "Nothing is different yet.");

        facts.ForEach(db.Record);
        if (shown is not null)
            await db.RecordAndFollow(shown, stop);
        await db.SaveAsSeen(SubjectKind.Series, seen, stop);
    }
}
