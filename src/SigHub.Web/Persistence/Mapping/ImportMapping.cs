using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.People;

namespace SigHub.Web.Persistence.Mapping;

internal static class ImportMapping
{
    public static void MapImports(this ModelBuilder model)
    {
        var document = model.Table<ImportedDocument>("imported_documents");
        document.Ignore(d => d.Subject);
        document.Property(d => d.FileName).HasMaxLength(Parts.NameLength);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.HasIndex(d => d.Sha256);
        document.PointsTo<Group>(nameof(ImportedDocument.GroupId));
        document.PointsTo<Person>(nameof(ImportedDocument.ByPersonId));

        var trace = model.Table<Trace>("traces");
        trace.HasIndex(t => new { t.SubjectKind, t.SubjectId });
        trace.ComplexProperty(
            t => t.Provenance,
            part =>
            {
                part.Property(p => p.DocumentId);
                part.Property(p => p.FirstLine);
                part.Property(p => p.LastLine);
            }
        );

        var arrival = model.Table<Arrival>("arrivals");
        arrival.Ignore(a => a.Subject);
        arrival.Property(a => a.FileName).HasMaxLength(Parts.NameLength);
        arrival.ComplexProperty(
            a => a.TakingBack,
            part =>
            {
                part.Property(t => t.ByPersonId);
                part.Property(t => t.At);
            }
        );
        arrival.HasIndex(a => new { a.State, a.At });
        arrival.HasIndex(a => new { a.ByPersonId, a.At });
        arrival.HasIndex(a => a.DocumentId);
        arrival.PointsTo<Person>(nameof(Arrival.ByPersonId));

        var change = model.Table<ImportChange>("import_changes");
        change.Property(c => c.Entity).HasMaxLength(60);
        change.Property(c => c.Property).HasMaxLength(60);
        change.HasIndex(c => new { c.DocumentId, c.Order });
        change.HasIndex(c => c.NounId);
    }

    public static void MapActivity(this ModelBuilder model)
    {
        var entry = model.Table<ActivityEntry>("activity");
        entry.Property(e => e.SubjectName).HasMaxLength(Parts.NameLength);
        entry.Property(e => e.Verb).HasMaxLength(60);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.GroupId, e.At });
        entry.HasIndex(e => new
        {
            e.SubjectKind,
            e.SubjectId,
            e.At,
        });
    }
}
