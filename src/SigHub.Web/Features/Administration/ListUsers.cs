using Microsoft.EntityFrameworkCore;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

// ToLower is lower() in SQL here.
#pragma warning disable CA1304, CA1311, CA1862, MA0011

namespace SigHub.Web.Features.Administration;

/// <summary>Who has an account, by name, fifty at a time; null for all but administrators.</summary>
public sealed class ListUsers(IDbContextFactory<SigHubDb> dbs, CurrentPerson me, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<Screen?> Run(Filter filter, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { IsAdministrator: true })
            return null;

        var users = Choose(db, filter);
        var count = await users.CountAsync(stop);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var rows = await users
            .OrderBy(both => both.Person.DisplayName)
            .ThenBy(both => both.Account.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(both => new Row(
                both.Account.Id,
                both.Person.Id,
                both.Person.DisplayName,
                both.Account.Email ?? both.Account.UserName!,
                both.Account.IsAdministrator,
                both.Account.EmailConfirmed,
                both.Account.DisabledAt != null,
                both.Account.TwoFactorEnabled,
                db.Sessions.Where(session => session.AccountId == both.Account.Id)
                    .Max(session => (DateTime?)session.LastSeenAt)
            ))
            .ToListAsync(stop);
        return new Screen(count, page, rows);
    }

    private static IQueryable<Both> Choose(SigHubDb db, Filter filter)
    {
        var users =
            from account in db.Users
            join person in db.People on account.Id equals person.AccountId
            select new Both { Account = account, Person = person };
        if (Query.Words(filter.Text) is { } text)
        {
            var lower = text.ToLowerInvariant();
            users = users.Where(both =>
                both.Person.DisplayName.ToLower().Contains(lower)
                || both.Person.DisplayName.Contains(text)
                || both.Account.Email!.ToLower().Contains(lower)
                || both.Account.UserName!.ToLower().Contains(lower)
            );
        }

        return filter.State switch
        {
            "waiting" => users.Where(both => !both.Account.EmailConfirmed),
            "disabled" => users.Where(both => both.Account.DisabledAt != null),
            "administrators" => users.Where(both => both.Account.IsAdministrator),
            _ => users,
        };
    }

    /// <param name="Text">Part of a name, an address or a user name.</param>
    /// <param name="State"><c>waiting</c>, <c>disabled</c> or <c>administrators</c>; else all.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Filter(string? Text = null, string? State = null, int Page = 1);

    public sealed record Screen(int Count, int Page, IReadOnlyList<Row> Users);

    /// <param name="LastSeen">Of the sessions that are open; null where none is.</param>
    public sealed record Row(
        Guid Id,
        Guid PersonId,
        string Name,
        string Email,
        bool IsAdministrator,
        bool IsConfirmed,
        bool IsDisabled,
        bool AsksForCode,
        DateTime? LastSeen
    );

    private sealed class Both
    {
        public required Account Account { get; init; }

        public required Domain.People.Person Person { get; init; }
    }
}
