using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SigHub.Domain.Actions;
using SigHub.Domain.Activity;
using SigHub.Domain.Imports;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Imports;

/// <summary>
/// Undoes what a document's moving in did, last step first, in a context that the caller saves: what it added goes, what it
/// changed is as it was, what it removed is there again. Facts stay told, and numbers given are never given again.
/// </summary>
internal sealed class TakingBack(SigHubDb db, IReadOnlyList<ImportChange> changes, CancellationToken stop)
{
    public async Task Undo()
    {
        await ForgetStates();
        foreach (var change in changes.OrderByDescending(change => change.Order).Where(IsLeft))
        {
            if (change is { IsAddition: false, Property: null })
            {
                PutBack(change);
                continue;
            }

            if (await EntryOf(change) is not { } entry)
                continue;
            if (change.IsAddition)
                entry.State = EntityState.Deleted;
            else
                Set(entry, change.Property!, change.Before);
        }
    }

    /// <summary>The changed values that are not as the document left them: somebody changed them since.</summary>
    public async Task<List<ImportChange>> Overwritten()
    {
        var overwritten = new List<ImportChange>();
        var last = changes
            .Where(change => change.Property is not null)
            .GroupBy(change => (change.RecordId, change.Property))
            .Select(group => group.MaxBy(change => change.Order)!);
        foreach (var change in last)
        {
            if (await EntryOf(change) is not { } entry || Now(entry, change.Property!) != change.After)
                overwritten.Add(change);
        }

        return overwritten;
    }

    /// <summary>States of actions go through the action, whose present state follows from those that are left.</summary>
    private async Task ForgetStates()
    {
        var states = changes
            .Where(change => change.IsAddition && change.Entity == nameof(ActionState))
            .ToLookup(change => change.NounId, change => change.RecordId);
        var ids = states.Select(group => group.Key).ToList();
        foreach (var action in await db.Actions.Where(action => ids.Contains(action.Id)).ToListAsync(stop))
            action.Forget([.. states[action.Id]]);
    }

    private static bool IsLeft(ImportChange change) =>
        change.Entity is not (nameof(ActivityEntry) or nameof(ActionState)) || !change.IsAddition;

    private async Task<EntityEntry?> EntryOf(ImportChange change) =>
        await db.FindAsync(TypeOf(change), [change.RecordId], stop) is { } record ? db.Entry(record) : null;

    private Type TypeOf(ImportChange change) =>
        db.Model.GetEntityTypes().Select(type => type.ClrType).First(type => type.Name == change.Entity);

    private void PutBack(ImportChange change)
    {
        var record = Activator.CreateInstance(TypeOf(change), nonPublic: true)!;
        var entry = db.Entry(record);
        var values = JsonSerializer.Deserialize<Dictionary<string, string?>>(change.Before!)!;
        foreach (var (name, value) in values)
            Set(entry, name, value);
        entry.State = EntityState.Added;
    }

    private static void Set(EntityEntry entry, string name, string? value)
    {
        if (name.Split('.') is [var whole, var part])
        {
            var property = entry.ComplexProperty(whole).Property(part);
            property.CurrentValue = Value(property, value);
        }
        else if (entry.Metadata.FindComplexProperty(name) is not null)
            entry.ComplexProperty(name).CurrentValue = null;
        else
            entry.Property(name).CurrentValue = Value(entry.Property(name), value);
    }

    private static string? Now(EntityEntry entry, string name)
    {
        if (name.Split('.') is [var whole, var part])
            return Json(entry.ComplexProperty(whole).Property(part));
        if (entry.Metadata.FindComplexProperty(name) is not null)
            return entry.ComplexProperty(name).CurrentValue is null ? null : "{}";
        return Json(entry.Property(name));
    }

    private static string? Json(PropertyEntry property) =>
        property.CurrentValue is { } value ? JsonSerializer.Serialize(value, property.Metadata.ClrType) : null;

    private static object? Value(PropertyEntry property, string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, property.Metadata.ClrType);
}
