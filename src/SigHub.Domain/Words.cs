using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SigHub.Domain;

/// <summary>Text that people type: trimmed, and refused when it is missing or too long.</summary>
internal static class Words
{
    public const int LongestName = 300;

    public static string Name([NotNull] string? text, string sentence)
    {
        var name = Required(text, sentence);
        RuleBroken.If(
            name.Length > LongestName,
            $"“{Short(name)}” is too long; {LongestName} characters are the most."
        );
        return name;
    }

    public static string Required([NotNull] string? text, string sentence)
    {
        RuleBroken.If(string.IsNullOrWhiteSpace(text), sentence);
        return text.Trim();
    }

    public static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>"4 March 2026", as a sentence tells a day.</summary>
    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Invariant(this int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Short(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 119), "…");
}
