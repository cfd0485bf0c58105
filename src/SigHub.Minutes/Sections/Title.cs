using System.Text.RegularExpressions;
using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>What the first lines say the document is about.</summary>
internal sealed class Title
{
    private const int LongestName = 90;

    private static readonly Pattern OfMeeting = Pattern.Of(@$"\b(?:{Vocabulary.MeetingNouns})\b");
    private static readonly Pattern OfMonth = Pattern.Of($@"\b{Calendar.MonthPattern},? 20\d\d\b");
    private static readonly Pattern OfMinutes = Pattern.Of(
        @"^(?:meeting )?(?:minutes|notes) (?:of|from|for)\b|^(?:meeting )?minutes$"
    );
    private static readonly Pattern OfDraft = Pattern.Of(@"^draft\W*$");
    private static readonly Pattern Label = Pattern.Of(@"^group: (?<name>\S.{0,88})$");
    private static readonly Pattern Abbreviation = Pattern.Of(
        @"^(?<name>.+?) \((?<short>[A-Z][A-Za-z]{1,7})\)",
        anyCase: false
    );

    public Title(IReadOnlyList<OutlineLine> lines, Calendar calendar)
    {
        var opening = lines
            .Where(line => line.Kind != LineKind.Verbatim)
            .SkipWhile(line => line.Kind == LineKind.Item && OfDraft.IsMatch(line.Text.Text))
            .TakeWhile((line, at) => at < 12 && IsOpening(line))
            .ToList();
        Heading =
            opening.Find(line => line.Kind == LineKind.Heading)
            ?? lines.FirstOrDefault(line => line.Kind == LineKind.Heading);
        Words = Heading?.Text.Text ?? "";
        var names = opening
            .Concat(Heading is not null && !opening.Contains(Heading) ? [Heading] : [])
            .Where(IsNaming)
            .Select(line => (line, Name: GroupName.Of(line.Text.Text, calendar)))
            .Where(each => each.Name is not null)
            .ToList();
        (NamedAt, Group) =
            opening.Find(line => Named(line).Success) is { } label ? (label, Named(label).Groups["name"].Value)
            : names.Count > 0 ? names[0]
            : opening
                .Concat(Heading is not null && !opening.Contains(Heading) ? [Heading] : [])
                .Where(line =>
                    line.Kind == LineKind.Heading
                    && SectionName.OfHeading(line.Text.Text)
                        is SectionKind.Unknown
                            or SectionKind.Discussion
                            or SectionKind.Meetings
                            or SectionKind.Agenda
                )
                .Select(line => (line, GroupName.OfMeeting(line.Text.Text, calendar)))
                .FirstOrDefault(each => each.Item2 is not null);
        if (
            Group is { Length: <= 8 }
            && opening
                .Select(line => Abbreviation.Match(line.Text.Text))
                .FirstOrDefault(match => match.Success && match.Groups["short"].Value == Group)
                is { } spelled
        )
            Group = spelled.Groups["name"].Value;
        IsOfMeetings =
            OfMeeting.IsMatch(Words)
            || OfMonth.IsMatch(Words)
            || calendar.First(Words) is not null
            || MeetingDay.IsGiven(lines, calendar)
            || opening is [var first, ..] && IsNaming(first) && calendar.First(first.Text.Text) is { HasYear: true }
            || opening.Exists(line => IsNaming(line) && OfMinutes.IsMatch(line.Text.Text))
            || opening.Exists(line => calendar.First(line.Text.Text) is not null && IsNaming(line))
                && opening.Exists(line => OfMeeting.IsMatch(line.Text.Text) || IsDay(line.Text.Text, calendar));
    }

    public OutlineLine? Heading { get; }

    public string Words { get; }

    /// <summary>The group's name, where the opening lines give one.</summary>
    public string? Group { get; }

    public OutlineLine? NamedAt { get; }

    /// <summary>Whether the title itself speaks of a meeting or its minutes.</summary>
    public bool IsOfMeetings { get; }

    private static Match Named(OutlineLine line) => Label.Match(line.Text.Text);

    private static bool IsOpening(OutlineLine line) =>
        line.Kind == LineKind.Text
        || line.Kind == LineKind.Heading
            && (
                SectionName.OfHeading(line.Text.Text)
                    is SectionKind.Unknown
                        or SectionKind.Discussion
                        or SectionKind.Meetings
                        or SectionKind.Roadmap
                || GroupName.KindOf(line.Text.Text) is not null && line.First < 5
            );

    /// <summary>A line that is a day and nothing else dates what it stands over.</summary>
    private static bool IsDay(string line, Calendar calendar) =>
        calendar.First(line) is not null && !calendar.Without(line).Any(char.IsLetter);

    private bool IsNaming(OutlineLine line) =>
        line.Kind == LineKind.Heading
        || line.Text.Text is { Length: > 0 and < LongestName } text
            && text[^1] is not ('.' or ':')
            && !text.Contains("://", StringComparison.Ordinal);
}
