using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Persistence.Mapping;

namespace SigHub.Web.Persistence;

/// <summary>
/// Everything SigHub remembers. One model, two databases: a sealed context per provider, each with its own migrations.
/// Use one context per operation, from <see cref="IDbContextFactory{SigHubDb}"/>.
/// </summary>
public abstract class SigHubDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The concurrency token of every noun that people edit; raised by each save that touches it or its children.</summary>
    public const string VersionProperty = "Version";

    public DbSet<ActionItem> Actions => Set<ActionItem>();

    public DbSet<ActivityEntry> Activity => Set<ActivityEntry>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<ImportedDocument> Documents => Set<ImportedDocument>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<MeetingSeries> Series => Set<MeetingSeries>();

    public DbSet<Trace> Traces => Set<Trace>();

    public DbSet<NumberSeries> Numbers => Set<NumberSeries>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.MapGroups();
        builder.MapPeople();
        builder.MapSeries();
        builder.MapMeetings();
        builder.MapActions();
        builder.MapRoadmaps();
        builder.MapImports();
        builder.MapActivity();
        builder.MapAccounts();

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.FindProperty(VersionProperty) is { } version)
                version.IsConcurrencyToken = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTime>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    /// <summary>A change to a child (an owner of an action, an item of an agenda) is a change to the noun it belongs to.</summary>
    private void RaiseVersions()
    {
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker
            .Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();

        var raised = new HashSet<EntityEntry>();
        foreach (var entry in changed)
        {
            if (RootOf(entry) is { State: EntityState.Modified or EntityState.Unchanged } root && raised.Add(root))
                root.Property(VersionProperty).CurrentValue = (int)root.Property(VersionProperty).OriginalValue! + 1;
        }
    }

    private EntityEntry? RootOf(EntityEntry entry)
    {
        if (entry.Metadata.FindProperty(VersionProperty) is not null)
            return entry;

        var parent = entry
            .Metadata.GetForeignKeys()
            .FirstOrDefault(key =>
                key.DeleteBehavior == DeleteBehavior.Cascade && key.PrincipalToDependent is not null
            );
        return parent is null ? null
            : TrackedPrincipal(entry, parent) is { } principal ? RootOf(principal)
            : null;
    }

    private EntityEntry? TrackedPrincipal(EntityEntry entry, IForeignKey key)
    {
        var values = key.Properties.Select(property => entry.Property(property.Name).CurrentValue).ToList();
        return ChangeTracker
            .Entries()
            .FirstOrDefault(candidate =>
                key.PrincipalEntityType.IsAssignableFrom(candidate.Metadata)
                && key.PrincipalKey.Properties.Select(property => candidate.Property(property.Name).CurrentValue)
                    .SequenceEqual(values)
            );
    }
}
