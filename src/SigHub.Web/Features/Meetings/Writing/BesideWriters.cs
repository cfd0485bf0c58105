using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// Replaces the words of minutes while others may be typing in them. Who types raises the version of the words alone; a change
/// of the whole text that was made for an older one meets the words' unique version, and is made anew for the words there are.
/// </summary>
internal static class BesideWriters
{
    private const int MostTries = 10;

    public static async Task Run(Func<Task> act)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await act();
                return;
            }
            catch (DbUpdateException taken)
                when (taken is not DbUpdateConcurrencyException
                    && tries < MostTries
                    && taken.Entries.Any(entry => entry.Entity is Domain.Meetings.MinutesEdit)
                )
            {
                // Somebody typed at the same moment.
            }
        }
    }
}
