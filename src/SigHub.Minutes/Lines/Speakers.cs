using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>Who speaks or acts in running text: "Ada: …", "Ada said …", "Ada Byron will …".</summary>
internal static class Speakers
{
    private static readonly Pattern Speaks = Pattern.Of(
        @$"^(?:\((?<who>\p{{Lu}}[\w.'’-]*(?: \p{{Lu}}[\w.'’-]*)?)\) |(?<who>\p{{Lu}}[\w.'’-]*(?: \p{{Lu}}[\w.'’-]*)?)(?:: | (?:{English.Speech}) ))",
        anyCase: false
    );

    public static HashSet<string> In(IEnumerable<string> lines) =>
        lines
            .Select(line => Speaks.Match(line))
            .Where(match => match.Success && Names.IsName(match.Groups["who"].Value))
            .Select(match => match.Groups["who"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
