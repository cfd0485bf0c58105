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
using SigHub.Domain.Portals;
using SigHub.Domain.Roadmaps;
using SigHub.Web.Persistence.Mapping;
using SigHub.Web.Persistence.Searching;

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

    public DbSet<Arrival> Arrivals => Set<Arrival>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<ImportedDocument> Documents => Set<ImportedDocument>();

    public DbSet<FormerAddress> FormerAddresses => Set<FormerAddress>();

    public DbSet<FindableChange> FindableChanges => Set<FindableChange>();

    public DbSet<Findable> Findables => Set<Findable>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<MinutesEdit> MinutesEdits => Set<MinutesEdit>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonClaim> Claims => Set<PersonClaim>();

    public DbSet<PersonMerge> Merges => Set<PersonMerge>();

    public DbSet<MeetingSeries> Series => Set<MeetingSeries>();

    public DbSet<Trace> Traces => Set<Trace>();

    public DbSet<MinutesRevision> Revisions => Set<MinutesRevision>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<NumberSeries> Numbers => Set<NumberSeries>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<OutgoingMail> Outbox => Set<OutgoingMail>();

    public DbSet<Portal> Portals => Set<Portal>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// What has all of the wanted terms and none of the unwanted ones, whoever may see it: say <c>VisibleTo</c> next. What
    /// changed since the last <see cref="SearchUpkeep.BringSearchUpToDate"/> is found as it was.
    /// </summary>
    public abstract IQueryable<Findable> Matching(SearchTerms terms, SearchReach reach);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Prepare();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        Prepare();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.MapGroups();
        builder.MapPeople();
        builder.MapSeries();
        builder.MapMeetings();
        builder.MapTopics();
        builder.MapActions();
        builder.MapRoadmaps();
        builder.MapImports();
        builder.MapActivity();
        builder.MapSearch();
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
        configurationBuilder.Properties<TextChange>().HaveConversion<WrittenChange>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    private void Prepare()
    {
        ChangeTracker.DetectChanges();
        var entries = ChangeTracker.Entries().ToList();
        entries.MakeTextsStorable();
        RaiseVersions(entries);
    }

    /// <summary>
    /// A change to a part (an owner of an action, an item of an agenda) is a change to the noun it belongs to, once a save
    /// however many parts there are.
    /// </summary>
    private static void RaiseVersions(List<EntityEntry> entries)
    {
        var tracked = new Lazy<Dictionary<(IEntityType, object), EntityEntry>>(() => ByKey(entries));

        var raised = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries)
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
                continue;
            RaiseTextVersion(entry);
            if (
                RootOf(entry, tracked) is { State: EntityState.Modified or EntityState.Unchanged } root
                && raised.Add(root.Entity)
            )
                root.Property(VersionProperty).CurrentValue = (int)root.Property(VersionProperty).OriginalValue! + 1;
        }
    }

    /// <summary>Words that the meeting did not put there itself (an import was taken back) are another version of them, too.</summary>
    private static void RaiseTextVersion(EntityEntry entry)
    {
        if (entry is not { Entity: Meeting, State: EntityState.Modified })
            return;

        var version = entry.Property(nameof(Meeting.TextVersion));
        if (entry.Property(nameof(Meeting.Text)).IsModified && !version.IsModified)
            version.CurrentValue = (int)version.OriginalValue! + 1;
    }

    private static EntityEntry? RootOf(EntityEntry entry, Lazy<Dictionary<(IEntityType, object), EntityEntry>> tracked)
    {
        if (entry.Metadata.FindProperty(VersionProperty) is not null)
            return entry;

        var belonging = entry
            .Metadata.GetForeignKeys()
            .FirstOrDefault(key =>
                key.DeleteBehavior == DeleteBehavior.Cascade && key.PrincipalToDependent is not null
            );
        return
            belonging is not null
            && PointsTo(entry, belonging) is { } key
            && tracked.Value.TryGetValue((belonging.PrincipalEntityType, key), out var principal)
            ? RootOf(principal, tracked)
            : null;
    }

    /// <summary>A part that was taken out of its noun has lost its key; what it had is what counts.</summary>
    private static object? PointsTo(EntityEntry part, IForeignKey key)
    {
        var property = part.Property(key.Properties[0].Name);
        return part.State is EntityState.Added ? property.CurrentValue : property.OriginalValue;
    }

    private static Dictionary<(IEntityType, object), EntityEntry> ByKey(IEnumerable<EntityEntry> entries) =>
        entries
            .Where(entry => entry.Metadata.FindPrimaryKey() is { Properties.Count: 1 })
            .ToDictionary(entry => (entry.Metadata, KeyOf(entry)));

    private static object KeyOf(EntityEntry entry) =>
        entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!;
}
