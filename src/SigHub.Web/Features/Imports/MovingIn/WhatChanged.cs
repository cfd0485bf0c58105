using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports.MovingIn;

/// <summary>
/// What a context is about to save, written down so that it can be undone: each record added, each value changed, each part
/// removed. Parts of a new noun are not told: they go with it.
/// </summary>
internal static class WhatChanged
{
    /// <summary>An action's state follows from its history, a version from what was saved.</summary>
    private static readonly HashSet<string> s_derived =
    [
        SigHubDb.VersionProperty,
        nameof(ActionItem.Status),
        nameof(ActionItem.StatusAsOf),
        nameof(Meeting.TextVersion),
    ];

    public static IReadOnlyList<ImportChange> In(SigHubDb db, Guid documentId, DateTime now)
    {
        db.ChangeTracker.DetectChanges();
        var entries = db.ChangeTracker.Entries().Where(IsTold).ToList();
        var byId = entries.ToDictionary(IdOf);
        var changes = new List<ImportChange>();
        foreach (var entry in entries)
        {
            var noun = NounOf(entry, byId);
            switch (entry.State)
            {
                case EntityState.Added
                    when noun == IdOf(entry) || byId.GetValueOrDefault(noun)?.State is not EntityState.Added:
                    Tell(entry, noun, property: null, before: null, after: null);
                    break;
                case EntityState.Deleted:
                    Tell(entry, noun, property: null, Written(entry), after: null);
                    break;
                case EntityState.Modified:
                    foreach (var (property, before, after) in ChangedIn(entry))
                        Tell(entry, noun, property, before, after);
                    break;
            }
        }

        return changes;

        void Tell(EntityEntry entry, Guid noun, string? property, string? before, string? after) =>
            changes.Add(
                new ImportChange(
                    documentId,
                    changes.Count + 1,
                    entry.Metadata.ClrType.Name,
                    IdOf(entry),
                    entry.Entity is ActivityEntry said ? said.SubjectId : noun,
                    property,
                    before,
                    after,
                    now
                )
            );
    }

    private static bool IsTold(EntityEntry entry) =>
        entry.State is not EntityState.Detached
        && entry.Entity is not (Trace or ImportedDocument or ImportChange or Arrival or NumberSeries or MinutesEdit)
        && entry.Metadata.FindProperty("Id")?.ClrType == typeof(Guid);

    private static IEnumerable<(string Property, string? Before, string? After)> ChangedIn(EntityEntry entry)
    {
        foreach (var property in entry.Properties)
        {
            if (property.IsModified && !s_derived.Contains(property.Metadata.Name))
                yield return (
                    property.Metadata.Name,
                    Json(property, property.OriginalValue),
                    Json(property, property.CurrentValue)
                );
        }

        foreach (var whole in entry.ComplexProperties.Where(property => property.IsModified))
        {
            // What was nothing is nothing again; of what was something, its parts are told.
            if (whole.Metadata.IsNullable && whole.Properties.All(part => part.OriginalValue is null))
            {
                yield return (whole.Metadata.Name, null, "{}");
                continue;
            }

            foreach (var part in whole.Properties.Where(part => part.IsModified))
                yield return (
                    $"{whole.Metadata.Name}.{part.Metadata.Name}",
                    Json(part, part.OriginalValue),
                    Json(part, part.CurrentValue)
                );
        }
    }

    private static string Written(EntityEntry entry) =>
        JsonSerializer.Serialize(
            entry.Properties.ToDictionary(
                property => property.Metadata.Name,
                property => Json(property, property.OriginalValue)
            )
        );

    private static string? Json(PropertyEntry property, object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, property.Metadata.ClrType);

    private static Guid NounOf(EntityEntry entry, Dictionary<Guid, EntityEntry> byId)
    {
        var belonging = entry
            .Metadata.GetForeignKeys()
            .FirstOrDefault(key =>
                key.DeleteBehavior == DeleteBehavior.Cascade && key.PrincipalToDependent is not null
            );
        if (belonging is null || PointsTo(entry, belonging) is not { } id)
            return IdOf(entry);

        return byId.TryGetValue(id, out var principal) ? NounOf(principal, byId) : id;
    }

    private static Guid? PointsTo(EntityEntry part, IForeignKey key)
    {
        var property = part.Property(key.Properties[0].Name);
        return (part.State is EntityState.Added ? property.CurrentValue : property.OriginalValue) as Guid?;
    }

    private static Guid IdOf(EntityEntry entry) => (Guid)entry.Property("Id").CurrentValue!;
}
