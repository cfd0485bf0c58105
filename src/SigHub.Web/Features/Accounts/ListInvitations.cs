using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Portals;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Mail;

namespace SigHub.Web.Features.Accounts;

/// <summary>
/// What somebody who may invite needs: the groups they may invite to, the person they picked, and the invitations that wait.
/// Null for whoever may invite nobody.
/// </summary>
public sealed class ListInvitations(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    Outbox outbox,
    TimeProvider clock
)
{
    private const int Most = 200;

    public async Task<Screen?> Run(Guid? personId, CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { } actor)
            return null;

        var groups = await db
            .Groups.OrderBy(group => group.Name)
            .Select(group => new GroupChoice(group.Id, group.Slug, group.Name))
            .ToListAsync(stop);
        groups.RemoveAll(group => !actor.Leads(group.Id));
        if (groups.Count == 0 && !actor.IsAdministrator)
            return null;

        var person = await db
            .People.VisibleTo(actor.AsViewer())
            .Where(one => one.Id == personId && one.AccountId == null)
            .Select(one => one.DisplayName)
            .SingleOrDefaultAsync(stop);
        return new Screen(
            actor.IsAdministrator,
            outbox.IsOn,
            (await db.GetPortal(stop)).Registration is Registration.Closed,
            groups,
            person,
            await Waiting(db, actor, groups, stop)
        );
    }

    private async Task<List<Row>> Waiting(SigHubDb db, Actor actor, List<GroupChoice> groups, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var visible = db.Groups.VisibleTo(actor.AsViewer());
        var mine = groups.ConvertAll(group => (Guid?)group.Id);
        return await (
            from invitation in db.Invitations
            where invitation.Acceptance == null && invitation.Revocation == null && invitation.ExpiresAt > now
            where actor.IsAdministrator || invitation.ByPersonId == actor.PersonId || mine.Contains(invitation.GroupId)
            join sender in db.People on invitation.ByPersonId equals sender.Id
            orderby invitation.CreatedAt descending
            select new Row(
                invitation.Id,
                invitation.Email,
                db.People.Where(one => one.Id == invitation.PersonId).Select(one => one.DisplayName).FirstOrDefault(),
                visible.Where(one => one.Id == invitation.GroupId).Select(one => one.Name).FirstOrDefault(),
                invitation.Role,
                sender.DisplayName,
                invitation.ExpiresAt
            )
        )
            .Take(Most)
            .ToListAsync(stop);
    }

    /// <param name="MayInviteToNone">Whether they may offer an account without a role.</param>
    /// <param name="Person">Who was picked, where they have no account yet.</param>
    public sealed record Screen(
        bool MayInviteToNone,
        bool ByMail,
        bool IsClosed,
        IReadOnlyList<GroupChoice> Groups,
        string? Person,
        IReadOnlyList<Row> Waiting
    );

    public sealed record GroupChoice(Guid Id, Slug Slug, string Name);

    public sealed record Row(
        Guid Id,
        string? Email,
        string? Person,
        string? Group,
        Role? Role,
        string By,
        DateTime ExpiresAt
    );
}
