using System.Text.RegularExpressions;

namespace SigHub.Minutes.Words;

/// <summary>Regular expressions whose cost is linear in the text, whatever the text and the machine's language.</summary>
internal static class Pattern
{
    public static Regex Of(string pattern, bool anyCase = true) =>
        anyCase
            ? new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)
            : new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
