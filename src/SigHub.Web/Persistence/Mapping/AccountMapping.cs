using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SigHub.Domain.Groups;
using SigHub.Domain.People;
using SigHub.Domain.Portals;

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
        model.Entity<IdentityUserPasskey<Guid>>().ToTable("account_passkeys");
        model.MapSessions();
        model.MapInvitations();

        model.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        var numbers = model.Entity<NumberSeries>();
        numbers.ToTable("numbers");
        numbers.HasKey(series => series.Kind);
        numbers.Property(series => series.Kind).HasMaxLength(20);
    }

    private static void MapSessions(this ModelBuilder model)
    {
        var session = model.Table<Session>("sessions");
        session.Property(s => s.Device).HasMaxLength(Session.LongestDevice);
        session.BelongsToAccount(nameof(Session.AccountId));

        var token = model.Table<AccessToken>("access_tokens");
        token.Property(t => t.Name).HasMaxLength(AccessToken.LongestName);
        token.Property(t => t.SecretHash).HasMaxLength(64);
        token.HasIndex(t => t.SecretHash).IsUnique();
        token.BelongsToAccount(nameof(AccessToken.AccountId));
    }

    private static void MapInvitations(this ModelBuilder model)
    {
        var invitation = model.Table<Invitation>("invitations");
        invitation.Ignore(i => i.Subject);
        invitation.Ignore(i => i.Fact);
        invitation.Property(i => i.SecretHash).HasMaxLength(64);
        invitation.HasIndex(i => i.SecretHash).IsUnique();
        invitation.Property(i => i.Email).HasMaxLength(Parts.NameLength);
        invitation.HasIndex(i => i.CreatedAt);
        invitation.Has(i => i.Acceptance);
        invitation.Has(i => i.Revocation);
        invitation.PointsTo<Group>(nameof(Invitation.GroupId));
        invitation.PointsTo<Person>(nameof(Invitation.PersonId));
        invitation.PointsTo<Person>(nameof(Invitation.ByPersonId));

        var portal = model.Table<Portal>("portal");
        portal.Ignore(p => p.Subject);
        portal.Property(p => p.Name).HasMaxLength(Portal.LongestName);
        portal.Property(p => p.Contact).HasMaxLength(Parts.NameLength);

        var mail = model.Table<OutgoingMail>("outbox");
        mail.Property(m => m.To).HasMaxLength(Parts.NameLength);
        mail.Property(m => m.Subject).HasMaxLength(Parts.NameLength);
        mail.HasIndex(m => m.NextTryAt);
    }

    private static void Has(
        this EntityTypeBuilder<Invitation> invitation,
        Expression<Func<Invitation, InvitationAnswer?>> answer
    ) =>
        invitation.ComplexProperty(
            answer,
            part =>
            {
                part.Property(a => a.ByPersonId);
                part.Property(a => a.At);
            }
        );

    private static void BelongsToAccount(this EntityTypeBuilder noun, string key) =>
        noun.HasOne(typeof(Account)).WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
}
