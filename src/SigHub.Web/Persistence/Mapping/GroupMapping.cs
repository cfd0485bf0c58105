using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.People;

namespace SigHub.Web.Persistence.Mapping;

internal static class GroupMapping
{
    public static void MapGroups(this ModelBuilder model)
    {
        var group = model.Table<Group>("groups");
        group.Ignore(g => g.Subject);
        group
            .Property(g => g.Slug)
            .HasConversion(slug => slug.Value, value => new Slug(value))
            .HasMaxLength(Slug.Longest);
        group.Property(g => g.Name).HasMaxLength(Parts.NameLength);
        group.Property(g => g.Zone).HasMaxLength(64);
        group.Ignore(g => g.Habits);
        group.ComplexProperty(
            g => g.ChosenHabits,
            part =>
            {
                part.Property(h => h.Style);
                part.Property(h => h.Template);
                part.Property(h => h.Notice);
                part.Property(h => h.PublishesDrafts);
                part.Property(h => h.QuietDays);
            }
        );
        group.ComplexProperty(
            g => g.Quorum,
            part =>
            {
                part.Property(q => q.Part);
                part.Property(q => q.Of);
                part.Property(q => q.IsMore);
            }
        );
        group.HasIndex(g => g.Slug).IsUnique();
        group.PointsTo<Group>(nameof(Group.ParentId));
        group.HasParts(g => g.Goals, "GroupId");
        group.HasParts(g => g.Links, "GroupId");
        model.Table<Goal>("group_goals");
        model.Table<GroupLink>("group_links");

        var former = model.Table<FormerAddress>("former_addresses");
        former
            .Property(f => f.Slug)
            .HasConversion(slug => slug.Value, value => new Slug(value))
            .HasMaxLength(Slug.Longest);
        former.Property(f => f.GroupName).HasMaxLength(Parts.NameLength);
        former.Property(f => f.MeetingAddress).HasMaxLength(Slug.Longest);
        former.HasIndex(f => f.Slug);
        former.PointsTo<Group>(nameof(FormerAddress.GroupId));
        former
            .HasOne<Domain.Meetings.Meeting>()
            .WithMany()
            .HasForeignKey(f => f.MeetingId)
            .OnDelete(DeleteBehavior.Cascade);

        var membership = model.Table<Membership>("memberships");
        membership.Ignore(m => m.Subject);
        membership.Property(m => m.Title).HasMaxLength(Parts.NameLength);
        membership.Property(m => m.Affiliation).HasMaxLength(Parts.NameLength);
        membership.Has(m => m.Term);
        membership.ComplexProperty(
            m => m.Confirmation,
            part =>
            {
                part.Property(c => c.ByPersonId);
                part.Property(c => c.At);
            }
        );
        membership.PointsTo<Group>(nameof(Membership.GroupId));
        membership.PointsTo<Person>(nameof(Membership.PersonId));
    }
}
