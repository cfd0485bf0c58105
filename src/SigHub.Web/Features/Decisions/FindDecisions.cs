using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

// ToLower is lower() in SQL here.
#pragma warning disable CA1304, CA1311, CA1862, MA0011

namespace SigHub.Web.Features.Decisions;

/// <summary>The decisions that the current person may see, the latest first, by group, year and words; a hundred a page.</summary>
public sealed class FindDecisions(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int PageSize = 100;

    public async Task<Page> Run(Filter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var viewer = await db.ViewerFor(me, clock.Today(), stop);
        var groups = await db
            .Groups.VisibleTo(viewer)
            .OrderBy(group => group.Name)
            .Select(group => new GroupChoice(group.Id, group.Name, group.Slug.Value))
            .ToListAsync(stop);

        IQueryable<Decision> decisions = db.Decisions.VisibleTo(viewer);
        var years = await decisions
            .Select(decision => decision.DecidedOn.Year)
            .Distinct()
            .OrderByDescending(year => year)
            .ToListAsync(stop);

        if (filter.Group is { } slug)
        {
            var groupId = groups.Find(group => group.Slug == slug)?.Id ?? Guid.Empty;
            decisions = decisions.Where(decision => decision.GroupId == groupId);
        }

        if (filter.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            decisions = decisions.Where(decision => decision.DecidedOn >= from && decision.DecidedOn <= to);
        }

        if (filter.Text is { } text)
            decisions = await decisions.Saying(text, viewer, stop);

        var all = await decisions.CountAsync(stop);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (all + PageSize - 1) / PageSize));
        var meetings = db.Meetings.VisibleTo(viewer);
        var rows = await decisions
            .OrderByDescending(decision => decision.DecidedOn)
            .ThenByDescending(decision => decision.Number)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(decision => new Row(
                decision.Number,
                decision.Text,
                decision.Result,
                decision.GroupId,
                decision.DecidedOn,
                meetings
                    .Where(meeting => meeting.Id == decision.MeetingId)
                    .Select(meeting => new At(meeting.Date, meeting.Slot))
                    .FirstOrDefault()
            ))
            .ToListAsync(stop);

        var names = groups.ToDictionary(group => group.Id);
        return new Page(
            groups,
            years,
            [.. rows.Select(row => row with { Text = Redaction.For(viewer, row.Text), Group = names[row.GroupId] })],
            all,
            page
        );
    }

    public sealed record Filter(string? Group, int? Year, string? Text, int Page = 1);

    public sealed record Page(
        IReadOnlyList<GroupChoice> Groups,
        IReadOnlyList<int> Years,
        IReadOnlyList<Row> Rows,
        int All,
        int Number
    );

    public sealed record GroupChoice(Guid Id, string Name, string Slug);

    public sealed record Row(int Number, string Text, string? Result, Guid GroupId, DateOnly DecidedOn, At? Meeting)
    {
        public GroupChoice? Group { get; init; }
    }

    public sealed record At(DateOnly Date, int Slot);
}
