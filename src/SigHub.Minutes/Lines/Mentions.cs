using System.Text.RegularExpressions;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Full names in running text, for owners who are on no list: "get in touch with Ada Byron" explains "Ada".</summary>
internal sealed class Mentions(IEnumerable<string> texts)
{
    private static readonly Pattern Pair = Pattern.Of(
        @"[\w,] (?<first>[A-Z][a-z'’-]+) (?<last>[A-Z][a-z'’-]+)\b",
        anyCase: false
    );

    private static readonly Pattern Promise = Pattern.Of(@"^(?<who>\p{Lu}[\w'’-]*) (?:to|will) ", anyCase: false);

    private Dictionary<string, HashSet<string>>? byFirstName;
    private HashSet<string>? speakers;
    private HashSet<string>? promising;

    /// <summary>Whether somebody of this name speaks or acts in the document.</summary>
    public bool Speaks(string name) => (speakers ??= Speakers.In(texts)).Contains(name);

    /// <summary>Whether a line begins with this name and what it will do: "Ada to write it".</summary>
    public bool Promises(string name) =>
        (
            promising ??= texts
                .Select(text => Promise.Match(text))
                .Where(match => match.Success && Names.IsName(match.Groups["who"].Value))
                .Select(match => match.Groups["who"].Value)
                .ToHashSet(StringComparer.Ordinal)
        ).Contains(name);

    /// <summary>Null when nobody or more than one fits.</summary>
    public string? FullNameOf(string firstName) =>
        (byFirstName ??= Collect()).TryGetValue(Fold.Text(firstName), out var names) && names.Count == 1
            ? names.First()
            : null;

    private Dictionary<string, HashSet<string>> Collect()
    {
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Match pair in texts.SelectMany(text => Pair.Matches(text)))
        {
            var (first, last) = (pair.Groups["first"].Value, pair.Groups["last"].Value);
            if (!Names.IsName(first) || !Names.IsName(last) || Vocabulary.NotOwners.Contains(last))
                continue;
            if (!found.TryGetValue(Fold.Text(first), out var names))
                found[Fold.Text(first)] = names = new HashSet<string>(StringComparer.Ordinal);
            names.Add($"{first} {last}");
        }
        return found;
    }
}
