using System.Globalization;
using System.Text;

namespace SigHub.Domain.Groups;

/// <summary>
/// A group's word in addresses: a–z, 0–9 and single hyphens inside, at most 64 characters. Words that are pages of their own
/// (<c>new</c>) are refused.
/// </summary>
public sealed record Slug
{
    public const int Longest = 64;

    private static readonly string[] Kinds = ["sig", "wg", "working", "group", "committee", "project", "team"];
    private static readonly string[] Reserved = ["new"];

    public Slug(string value)
    {
        RuleBroken.Unless(IsSlug(value), $"“{value}” is no address; use a to z, 0 to 9 and hyphens between them.");
        RuleBroken.If(Reserved.Contains(value, StringComparer.Ordinal), $"“{value}” is an address of SigHub's own.");

        Value = value;
    }

    public string Value { get; }

    /// <summary>
    /// The slug of a name: without accents, in lower case, everything else a hyphen, and without the words for the kind of group
    /// at either end: "SIG/Looms" is <c>looms</c>, "Docs Working Group" is <c>docs</c>. Other words stay ("ACME Tools SIG" is
    /// <c>acme-tools</c>), and so does a name that is nothing but such words. What has no Latin letter at all is <c>group</c>.
    /// Whether the slug is free is the caller's to find out; see <see cref="WithNumber"/>.
    /// </summary>
    public static Slug From(string name)
    {
        var words = Latin(name).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindIndex(words, IsNoKind);
        var last = Array.FindLastIndex(words, IsNoKind);
        var kept = first < 0 ? words : words[first..(last + 1)];
        var slug = string.Join('-', kept);
        if (slug.Length == 0)
            return new Slug("group");

        if (Reserved.Contains(slug, StringComparer.Ordinal))
            return new Slug($"{slug}-group");

        return new Slug(slug.Length <= Longest ? slug : slug[..Longest].TrimEnd('-'));
    }

    /// <summary>The same word for a second group: <c>looms-2</c>.</summary>
    public Slug WithNumber(int number)
    {
        var ending = $"-{number.Invariant()}";
        var room = Longest - ending.Length;
        return new Slug((Value.Length <= room ? Value : Value[..room].TrimEnd('-')) + ending);
    }

    public override string ToString() => Value;

    private static bool IsNoKind(string word) => !Kinds.Contains(word, StringComparer.Ordinal);

    private static bool IsSlug(string value) =>
        value.Length is > 0 and <= Longest
        && value[0] != '-'
        && value[^1] != '-'
        && !value.Contains("--", StringComparison.Ordinal)
        && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Latin(string name)
    {
        var latin = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                latin.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’'))
                latin.Append('-');
        }

        return latin.ToString();
    }
}
