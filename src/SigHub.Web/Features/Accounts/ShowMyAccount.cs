using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>What somebody sees of their own account; null for visitors.</summary>
public sealed class ShowMyAccount(
    IDbContextFactory<SigHubDb> dbs,
    CurrentPerson me,
    UserManager<Account> accounts,
    TimeProvider clock
)
{
    public async Task<Screen?> Run(CancellationToken stop = default)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.FindActor(me, clock.Today(), stop) is not { } actor)
            return null;

        var name = await db
            .People.Where(one => one.Id == actor.PersonId)
            .Select(one => one.DisplayName)
            .SingleAsync(stop);
        var account = (await accounts.FindByIdAsync(me.AccountId!.Value.ToString()))!;
        var passkeys = await accounts.GetPasskeysAsync(account);
        var groups = await db.Groups.Select(group => group.Id).ToListAsync(stop);
        return new Screen(
            actor.PersonId,
            name,
            account.Email ?? "",
            account.UserName == account.Email ? null : account.UserName,
            account.PasswordHash is not null,
            actor.IsAdministrator,
            groups.Exists(actor.Leads),
            account.TwoFactorEnabled,
            account.TwoFactorEnabled ? await accounts.CountRecoveryCodesAsync(account) : 0,
            [
                .. passkeys
                    .OrderBy(passkey => passkey.CreatedAt)
                    .Select(passkey => new Passkey(
                        passkey.CredentialId,
                        passkey.Name ?? "A passkey",
                        passkey.CreatedAt.UtcDateTime
                    )),
            ]
        );
    }

    /// <param name="UserName">Null where it is the address.</param>
    /// <param name="CodesLeft">Recovery codes that were not used yet.</param>
    public sealed record Screen(
        Guid PersonId,
        string Name,
        string Email,
        string? UserName,
        bool HasPassword,
        bool IsAdministrator,
        bool LeadsAGroup,
        bool AsksForCode,
        int CodesLeft,
        IReadOnlyList<Passkey> Passkeys
    );

    public sealed record Passkey(byte[] Id, string Name, DateTime CreatedAt);
}
