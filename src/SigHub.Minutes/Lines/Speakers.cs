using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Who speaks or acts in running text: "Ada: …", "Ada said …", "Ada Byron will …".</summary>
internal static class Speakers
{
    private static readonly Pattern Speaks = Pattern.Of(
        @$"^(?:\((?<who>\p{{Lu}}[\w.'’-]*(?: \p{{Lu}}[\w.'’-]*)?)\) |(?<who>\p{{Lu}}[\w.'’-]*(?: \p{{Lu}}[\w.'’-]*)?)(?:: | (?:{English.Speech}) ))",
        anyCase: false
    );

    private static readonly Pattern SpeaksSmall = Pattern.Of(@"^(?<who>\p{Ll}[\w-]{1,20}): \S", anyCase: false);

    public static HashSet<string> In(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Select(line => Speaks.Match(line))
            .Where(match => match.Success && Names.IsName(match.Groups["who"].Value))
            .Select(match => match.Groups["who"].Value)
            .Concat(InSmallLetters(all))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>"ada: …" more than once: a chat's nick, where a word once may be a label.</summary>
    private static IEnumerable<string> InSmallLetters(List<string> lines) =>
        lines
            .Select(line => SpeaksSmall.Match(line))
            .Where(match => match.Success && !Vocabulary.NotOwners.Contains(match.Groups["who"].Value))
            .Select(match => match.Groups["who"].Value)
            .Where(who => !Vocabulary.NotPeople.Contains(who))
            .GroupBy(who => who, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key);
}
