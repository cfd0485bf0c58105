using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Groups;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform;

/// <summary>What the current person may do and see, read from the database at each call.</summary>
public static class Rights
{
    /// <exception cref="RuleBroken">Nobody is signed in, or the account is gone or disabled.</exception>
    public static async Task<Actor> ActorFor(
        this SigHubDb db,
        CurrentPerson me,
        DateOnly today,
        CancellationToken stop = default
    ) => await db.FindActor(me, today, stop) ?? throw new RuleBroken("Please sign in first.");

    /// <summary>The visitor where nobody is signed in.</summary>
    public static async Task<Viewer> ViewerFor(
        this SigHubDb db,
        CurrentPerson me,
        DateOnly today,
        CancellationToken stop = default
    ) => (await db.FindActor(me, today, stop))?.AsViewer() ?? Viewer.Visitor;

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.UtcNow());

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>Null where nobody is signed in.</summary>
    public static async Task<Actor?> FindActor(
        this SigHubDb db,
        CurrentPerson me,
        DateOnly today,
        CancellationToken stop
    ) => me.IsSignedIn ? await db.ActorOf(db.AccountOf(me), today, stop) : null;

    /// <summary>The account that somebody is signed in with, while it counts: not where it was disabled or their session ended.</summary>
    public static IQueryable<Account> AccountOf(this SigHubDb db, CurrentPerson me)
    {
        var (account, session) = (me.AccountId, me.SessionId);
        return db.Users.Where(user =>
            user.Id == account
            && user.DisabledAt == null
            && (session == null || db.Sessions.Any(one => one.Id == session))
        );
    }

    /// <summary>What somebody may do who is not asking: whoever sent an invitation. Null without an account that counts.</summary>
    public static Task<Actor?> FindActor(this SigHubDb db, Guid personId, DateOnly today, CancellationToken stop) =>
        db.ActorOf(
            db.Users.Where(user => db.People.Any(person => person.Id == personId && person.AccountId == user.Id)),
            today,
            stop
        );

    private static async Task<Actor?> ActorOf(
        this SigHubDb db,
        IQueryable<Account> accounts,
        DateOnly today,
        CancellationToken stop
    )
    {
        var account = await accounts
            .Where(user => user.DisabledAt == null)
            .Join(
                db.People,
                user => user.Id,
                person => person.AccountId,
                (user, person) => new { person.Id, user.IsAdministrator }
            )
            .SingleOrDefaultAsync(stop);
        if (account is null)
            return null;
        if (account.IsAdministrator)
            return new Actor(account.Id, isAdministrator: true, []);

        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PersonId == account.Id).ToListAsync(stop);
        var groups = await db.Groups.Select(group => new { group.Id, group.ParentId }).ToListAsync(stop);
        var tree = new GroupTree(groups.Select(group => (group.Id, group.ParentId)));
        return Actor.Of(account.Id, isAdministrator: false, memberships, tree, today);
    }
}
