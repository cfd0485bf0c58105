using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Actions;
using SigHub.Domain.Groups;
using SigHub.Web.Components;

// ToLower is lower() in SQL here.
#pragma warning disable CA1304, CA1311, CA1862, MA0011

namespace SigHub.Web.Persistence;

public static class TextFilters
{
    /// <summary>
    /// The nouns whose text has these words, in any case. What is hidden from this viewer in a text does not find it, or a
    /// secret could be guessed letter by letter.
    /// </summary>
    public static async Task<IQueryable<T>> Saying<T>(
        this IQueryable<T> nouns,
        string words,
        Viewer viewer,
        CancellationToken stop
    )
        where T : class
    {
        const string Text = nameof(ActionItem.Text);
        var lower = words.ToLowerInvariant();
        var found = nouns.Where(noun =>
            EF.Property<string>(noun, Text).ToLower().Contains(lower) || EF.Property<string>(noun, Text).Contains(words)
        );
        if (viewer.PersonId is not null)
            return found;

        var texts = await found
            .Select(noun => new { Id = EF.Property<Guid>(noun, "Id"), Text = EF.Property<string>(noun, Text) })
            .ToListAsync(stop);
        var hidden = texts
            .Where(one => !Redaction.Hide(one.Text).Contains(words, StringComparison.OrdinalIgnoreCase))
            .Select(one => one.Id)
            .ToList();
        return hidden.Count == 0 ? found : found.Where(noun => !hidden.Contains(EF.Property<Guid>(noun, "Id")));
    }
}
