using System.Globalization;
using System.Text.RegularExpressions;
using SigHub.Domain.People;

namespace SigHub.Domain.Meetings;

/// <summary>A topic as it is planned: its title, who presents it, for how many minutes, and where to read about it.</summary>
public sealed partial record AgendaPlan
{
    public AgendaPlan(string title, Mention? owner = null, int? minutes = null, string? url = null)
    {
        Title = Words.Required(title, "An agenda item needs a title.").ReplaceLineEndings(" ");
        RuleBroken.If(minutes is < 1 or > 24 * 60, "An agenda item takes between one minute and a day.");

        Owner = owner;
        Minutes = minutes;
        Url = Words.Optional(url) is { } address ? WebAddress.Check(address) : null;
    }

    public string Title { get; }
    public Mention? Owner { get; }
    public int? Minutes { get; }
    public string? Url { get; }

    /// <summary>A template says one topic a line: "Open actions (10 min)". Bullets and numbers before it are left out.</summary>
    public static IReadOnlyList<AgendaPlan> Lines(string text) =>
        [
            .. text.Split('\n')
                .Select(line => Front().Replace(line, "").Trim())
                .Where(line => line.Length > 0)
                .Select(Line),
        ];

    private static AgendaPlan Line(string line) =>
        Ending().Match(line) is { Success: true, Index: > 0 } ending
            ? new AgendaPlan(
                line[..ending.Index],
                minutes: int.Parse(ending.Groups["minutes"].Value, CultureInfo.InvariantCulture)
            )
            : new AgendaPlan(line);

    [GeneratedRegex(@"^\s*(?:[-*+]|\d{1,3}[.)])\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Front();

    [GeneratedRegex(@"\s*\((?<minutes>\d{1,4})\s*min(?:utes)?\)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ending();
}
