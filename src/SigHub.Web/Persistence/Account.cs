using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Persistence;

/// <summary>
/// A way to sign in. Who signs in is the <see cref="Domain.People.Person"/> that names this account; what they may do is told
/// by that person's roles. Only the site administrator's right is the account's own.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Whether this account may do everything, everywhere: the only role that no group gives.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>IANA name of the zone times are shown in; null: the browser's, else the group's.</summary>
    public string? TimeZone { get; set; }
}

public static class Administrators
{
    /// <summary>
    /// Whether no administrator can sign in: the portal is empty, or was filled by something else than people, as by the demo,
    /// whose accounts have no password.
    /// </summary>
    public static async Task<bool> LacksAdministrator(this SigHubDb db, CancellationToken stop = default) =>
        !await db.Users.AnyAsync(account => account.IsAdministrator && account.PasswordHash != null, stop);
}
