using Microsoft.EntityFrameworkCore;
using SigHub.Domain.People;

namespace SigHub.Web.Persistence.Mapping;

internal static class PersonMapping
{
    public static void MapPeople(this ModelBuilder model)
    {
        var person = model.Table<Person>("people");
        person.Ignore(p => p.Subject);
        person.Property(p => p.DisplayName).HasMaxLength(Parts.NameLength);
        person.HasIndex(p => p.DisplayName);
        person.HasIndex(p => p.AccountId).IsUnique();
        person.PointsTo<Account>(nameof(Person.AccountId));
        person.PointsTo<Person>(nameof(Person.MergedIntoId));
        person.ComplexProperty(
            p => p.Erasure,
            part =>
            {
                part.Property(e => e.ByPersonId);
                part.Property(e => e.At);
            }
        );
        person.HasParts(p => p.Aliases, "PersonId");
        person.HasParts(p => p.Affiliations, "PersonId");
        person.HasParts(p => p.Addresses, "PersonId");
        person.HasParts(p => p.Handles, "PersonId");

        model.Table<PersonAlias>("person_aliases").Property(a => a.Name).HasMaxLength(Parts.NameLength);
        model.Table<PersonAddress>("person_addresses").HasIndex(a => a.Email);
        model.Table<PersonHandle>("person_handles").HasIndex(h => h.Handle);
        var affiliation = model.Table<Affiliation>("person_affiliations");
        affiliation.Property(a => a.Organisation).HasMaxLength(Parts.NameLength);
        affiliation.Has(a => a.Term);

        var merge = model.Table<PersonMerge>("person_merges");
        merge.Property(m => m.GoneName).HasMaxLength(Parts.NameLength);
        merge.PointsTo<Person>(nameof(PersonMerge.GoneId));
        merge.PointsTo<Person>(nameof(PersonMerge.KeptId));
        var moved = model.Entity<MovedReference>();
        moved.ToTable("moved_references");
        moved.HasKey(m => new
        {
            m.MergeId,
            m.Place,
            m.RecordId,
        });
        moved.Property(m => m.Place).HasMaxLength(100);
        moved.HasOne<PersonMerge>().WithMany().HasForeignKey(m => m.MergeId);

        var claim = model.Table<PersonClaim>("person_claims");
        claim.Ignore(c => c.IsOpen);
        claim.PointsTo<Person>(nameof(PersonClaim.PersonId));
        claim.PointsTo<Person>(nameof(PersonClaim.ByPersonId));
    }
}
