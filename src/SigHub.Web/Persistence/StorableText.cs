using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SigHub.Web.Persistence;

/// <summary>
/// Leaves out of texts what not every database keeps: U+0000, which PostgreSQL refuses. Half a surrogate pair becomes the
/// replacement character. Whoever pastes such a thing among their words should not lose them for it.
/// </summary>
internal static class StorableText
{
    public static void MakeTextsStorable(this IEnumerable<EntityEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        foreach (var text in TextsOf(entry.Properties, entry.ComplexProperties))
        {
            if (text.CurrentValue is string written && !IsStorable(written))
                text.CurrentValue = string.Concat(written.EnumerateRunes().Where(rune => rune.Value != 0));
        }
    }

    private static IEnumerable<PropertyEntry> TextsOf(
        IEnumerable<PropertyEntry> own,
        IEnumerable<ComplexPropertyEntry> parts
    ) =>
        own.Where(property => property.Metadata.ClrType == typeof(string))
            .Concat(
                parts
                    .Where(part => part.CurrentValue is not null)
                    .SelectMany(part => TextsOf(part.Properties, part.ComplexProperties))
            );

    private static bool IsStorable(string text) =>
        !text.Contains('\0', StringComparison.Ordinal)
        && (
            text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0
            || !text.EnumerateRunes().Contains(Rune.ReplacementChar)
        );
}
