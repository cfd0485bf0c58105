using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>
/// A roll call told in sentences: "The following directors were present: Ada, Grace.", "Also in attendance was Tim Moss,
/// treasurer.", "Ada Byron and Grace Hill were absent."
/// </summary>
internal static class ToldRollCall
{
    private const int Longest = 2000;
    private static readonly Pattern Hint = Pattern.Of(English.Presence);
    private static readonly Pattern Absence = Pattern.Of(English.Absence);
    private static readonly Pattern[] Told = [.. English.ToldRollCalls.Select(pattern => Pattern.Of(pattern))];

    /// <summary>Each sentence that says who was there or not, with the names in it; none where a line tells no such thing.</summary>
    public static IReadOnlyList<(SectionKind Kind, Inline Names)> Read(OutlineLine line)
    {
        if (line.Kind != LineKind.Text || line.Text.Text.Length > Longest || !Hint.IsMatch(line.Text.Text))
            return [];
        return [.. Sentences.Of(line).Select(Sentence).Where(each => !each.Names.IsEmpty)];
    }

    private static (SectionKind Kind, Inline Names) Sentence(OutlineLine sentence)
    {
        foreach (var pattern in Told)
            if (
                pattern.Match(sentence.Text.Text) is { Success: true } match
                && match.Groups["who"] is { Length: > 2 } who
                && sentence.Text.Slice(who.Index, who.Index + who.Length) is var names
                && RollCall.NamesIn(names) is > 0 and var people
                && (people > 1 || Lines.Names.IsFullName(FirstOf(names.Text)))
            )
                return (Absence.IsMatch(match.Groups["how"].Value) ? SectionKind.Absent : SectionKind.RollCall, names);
        return (SectionKind.Unknown, Inline.Empty);
    }

    private static string FirstOf(string names) => names.Split(',')[0].TrimEnd('.');
}
