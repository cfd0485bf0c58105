using System.Globalization;

namespace SigHub.Web.Components;

/// <summary>The short names that people type: A-142, D-17, M-9.</summary>
public static class References
{
    /// <summary>The number in "A-142" for the letter A, in either case; null for anything else.</summary>
    public static int? Read(char letter, string text) =>
        text.Length > 2
        && char.ToUpperInvariant(text[0]) == letter
        && text[1] == '-'
        && int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
