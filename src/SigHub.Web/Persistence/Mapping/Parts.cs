using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Domain.People;
using SigHub.Domain.Roadmaps;

namespace SigHub.Web.Persistence.Mapping;

/// <summary>How nouns, their parts and the Domain's small values lie in tables.</summary>
internal static class Parts
{
    public const int NameLength = 300;

    /// <summary>Something with an id that the Domain gave it, in a table of its own.</summary>
    public static EntityTypeBuilder<T> Table<T>(this ModelBuilder model, string name)
        where T : class
    {
        var table = model.Entity<T>();
        table.ToTable(name);
        table.HasKey("Id");
        table.Property<Guid>("Id").ValueGeneratedNever();
        return table;
    }

    /// <summary>
    /// The parts live and die with their noun, and are loaded with it: a rule that reads half a noun decides wrongly.
    /// Queries that project load what they name; <c>IgnoreAutoIncludes</c> is for whoever wants a noun without its parts.
    /// </summary>
    public static void HasParts<T, TPart>(
        this EntityTypeBuilder<T> noun,
        Expression<Func<T, IEnumerable<TPart>?>> parts,
        string key
    )
        where T : class
        where TPart : class
    {
        noun.HasMany(parts).WithOne().HasForeignKey(key).IsRequired().OnDelete(DeleteBehavior.Cascade);
        noun.Navigation(parts).AutoInclude();
    }

    /// <summary>A reference to another noun, which cannot be deleted while this stands.</summary>
    public static void PointsTo<TOther>(this EntityTypeBuilder noun, string key)
        where TOther : class =>
        noun.HasOne(typeof(TOther)).WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);

    public static void Has<T>(this EntityTypeBuilder<T> noun, Expression<Func<T, Mention?>> mention)
        where T : class =>
        noun.ComplexProperty(
            mention,
            part =>
            {
                part.Property(m => m.Name).HasMaxLength(NameLength);
                part.Property(m => m.PersonId);
            }
        );

    public static void Has<T>(this EntityTypeBuilder<T> noun, Expression<Func<T, Term>> term)
        where T : class =>
        noun.ComplexProperty(
            term!,
            part =>
            {
                part.Property(t => t.From);
                part.Property(t => t.To);
            }
        );

    public static void Has<T>(this EntityTypeBuilder<T> noun, Expression<Func<T, Period>> period)
        where T : class =>
        noun.ComplexProperty(
            period!,
            part =>
            {
                part.Property(p => p.Start);
                part.Property(p => p.End);
                part.Property(p => p.Precision);
                part.Property(p => p.Text).HasMaxLength(NameLength);
            }
        );

    public static void Has<T>(this EntityTypeBuilder<T> noun, Expression<Func<T, MeetingTime?>> time)
        where T : class =>
        noun.ComplexProperty(
            time,
            part =>
            {
                part.Property(t => t.Start);
                part.Property(t => t.Zone).HasMaxLength(64);
                part.Property(t => t.Minutes);
            }
        );
}
