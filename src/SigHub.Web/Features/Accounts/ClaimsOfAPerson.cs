using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Accounts;

/// <summary>A session says which person it speaks for and what they are called; it says nothing about their rights.</summary>
public sealed class ClaimsOfAPerson(
    UserManager<Account> accounts,
    IOptions<IdentityOptions> options,
    IDbContextFactory<SigHubDb> dbs
) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await using var db = await dbs.CreateDbContextAsync();
        var person = await db
            .People.Where(person => person.AccountId == user.Id)
            .Select(person => new { person.Id, person.DisplayName })
            .SingleAsync();

        identity.TryRemoveClaim(identity.FindFirst(identity.NameClaimType));
        identity.AddClaim(new Claim(identity.NameClaimType, person.DisplayName));
        identity.AddClaim(new Claim(CurrentPerson.PersonClaim, person.Id.ToString()));
        return identity;
    }
}
