using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence.Searching;

namespace SigHub.Web.Persistence.Mapping;

internal static class SearchMapping
{
    public static void MapSearch(this ModelBuilder model)
    {
        var findable = model.Entity<Findable>();
        findable.ToTable("findables");
        findable.Property(f => f.Reference).HasMaxLength(100);
        findable.HasIndex(f => f.SubjectId).IsUnique();
        findable.HasIndex(f => new { f.GroupId, f.Date });

        model.Entity<FindableChange>().ToTable("findable_changes");
    }
}
