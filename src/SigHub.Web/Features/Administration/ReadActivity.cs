using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

// ToLower is lower() in SQL here.
#pragma warning disable CA1304, CA1311, CA1862, MA0011

namespace SigHub.Web.Features.Administration;

/// <summary>What was done, the latest first: a page of it, or all of it as it streams. Null for all but administrators.</summary>
public sealed class ReadActivity(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int PageSize = 100;

    public async Task<Screen?> Run(Filter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { IsAdministrator: true })
            return null;

        var groups = await db
            .Groups.OrderBy(group => group.Name)
            .Select(group => new GroupChoice(group.Slug, group.Name))
            .ToListAsync(stop);
        var rows = await Choose(db, filter).Skip((filter.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(stop);
        return new Screen(groups, [.. rows.Take(PageSize)], HasMore: rows.Count > PageSize);
    }

    /// <summary>All that fits, row by row; null for all but administrators.</summary>
    internal async Task<IAsyncEnumerable<Row>?> Stream(Filter filter, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.FindActor(me, clock.Today(), stop) is { IsAdministrator: true } ? Rows(filter, stop) : null;
    }

    private async IAsyncEnumerable<Row> Rows(
        Filter filter,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        await foreach (var row in Choose(db, filter).AsAsyncEnumerable().WithCancellation(stop))
            yield return row;
    }

    private static IQueryable<Row> Choose(SigHubDb db, Filter filter)
    {
        var entries = db.Activity.AsNoTracking();
        if (filter.From is { } from)
        {
            var first = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(entry => entry.At >= first);
        }

        if (filter.Until is { } until)
        {
            var end = until.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(entry => entry.At < end);
        }

        if (Enum.TryParse<SubjectKind>(filter.Kind, ignoreCase: true, out var kind))
            entries = entries.Where(entry => entry.SubjectKind == kind);
        if (Query.Words(filter.Group) is { } word)
        {
            var slug = Slugs.Read(word);
            var wanted = db.Groups.Where(group => slug != null && group.Slug == slug).Select(group => (Guid?)group.Id);
            entries = entries.Where(entry => wanted.Contains(entry.GroupId));
        }

        if (Query.Words(filter.What) is { } what)
        {
            var lower = what.ToLowerInvariant();
            entries = entries.Where(entry =>
                entry.Summary.ToLower().Contains(lower) || entry.Verb.ToLower().Contains(lower)
            );
        }

        if (Query.Words(filter.Who) is { } who)
        {
            var lower = who.ToLowerInvariant();
            var people = db
                .People.Where(person => person.DisplayName.ToLower().Contains(lower))
                .Select(person => person.Id);
            entries = entries.Where(entry => people.Contains(entry.ActorId));
        }

        return from entry in entries
            join actor in db.People on entry.ActorId equals actor.Id into actors
            from actor in actors.DefaultIfEmpty()
            join owner in db.Groups on entry.GroupId equals owner.Id into owners
            from owner in owners.DefaultIfEmpty()
            orderby entry.At descending, entry.Id descending
            select new Row(
                entry.Id,
                entry.At,
                entry.ActorId,
                actor == null ? null : actor.DisplayName,
                entry.Verb,
                entry.Summary,
                db.People.Where(person => person.Id == entry.AboutPersonId)
                    .Select(person => person.DisplayName)
                    .FirstOrDefault(),
                owner == null ? null : owner.Name,
                entry.SubjectKind,
                entry.Before,
                entry.After
            );
    }

    /// <param name="Who">Part of the name of whoever did it.</param>
    /// <param name="What">Part of what is told, or of the fact's name.</param>
    /// <param name="Kind">What it was done to, a <see cref="SubjectKind"/>.</param>
    /// <param name="Group">A slug.</param>
    /// <param name="From">The first day, UTC.</param>
    /// <param name="Until">The last day, UTC.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Filter(
        string? Who = null,
        string? What = null,
        string? Kind = null,
        string? Group = null,
        DateOnly? From = null,
        DateOnly? Until = null,
        int Page = 1
    );

    public sealed record Screen(IReadOnlyList<GroupChoice> Groups, IReadOnlyList<Row> Rows, bool HasMore);

    public sealed record GroupChoice(Slug Slug, string Name);

    public sealed record Row(
        Guid Id,
        DateTime At,
        Guid ActorId,
        string? Actor,
        string Verb,
        string Summary,
        string? About,
        string? Group,
        SubjectKind Kind,
        string? Before,
        string? After
    );
}
