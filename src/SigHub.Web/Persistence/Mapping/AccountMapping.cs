using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Persistence.Mapping;

internal static class AccountMapping
{
    public static void MapAccounts(this ModelBuilder model)
    {
        var account = model.Entity<Account>();
        account.ToTable("accounts");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.TimeZone).HasMaxLength(64);
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");

        model.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        var numbers = model.Entity<NumberSeries>();
        numbers.ToTable("numbers");
        numbers.HasKey(series => series.Kind);
        numbers.Property(series => series.Kind).HasMaxLength(20);
    }
}
