using SigHub.Minutes.Explaining;
using SigHub.Minutes.Lines;
using SigHub.Minutes.Sources;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>
/// Divides a document at the headings that name a day: each begins a meeting, and under "Old business" the carried list
/// of an earlier one; what is marked below such a list, or stands under a heading after it, is the later meeting's again. What
/// stands before the first belongs to the group, or to the only meeting.
/// </summary>
internal sealed class Parts
{
    private const int LongestTitle = 120;
    private const int LongestDay = 40;
    private const int LinesToRollCall = 2;
    private static readonly Pattern Bracketed = Pattern.Of(@" *[(\[][^()\[\]]*[)\]] *$");

    private readonly List<Part> meetings = [];
    private Calendar calendar;
    private int? carriedLevel;
    private int? announcedLevel;
    private int? logLevel;
    private Part open;
    private readonly int? titledLevel;

    private Parts(IReadOnlyList<OutlineLine> lines, Calendar calendar)
    {
        this.calendar = calendar;
        open = Before;
        var isFirstHeading = true;
        var isPlainLog = IsPlainLog(lines);
        titledLevel = TitledLevel(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = isPlainLog && IsBareDay(lines, i) ? lines[i].With(LineKind.Heading, lines[i].Text, 0) : lines[i];
            if (line.Kind == LineKind.Heading)
            {
                OnHeading(line, isFirstHeading, lines.Skip(i + 1).Take(LinesToRollCall));
                isFirstHeading = false;
            }
            else if (open.IsCarried && IsOfLaterMeeting(line))
                open = LaterMeeting;
            open.Lines.Add(line);
        }
        if (
            meetings is [{ IsCarried: false } only]
            && (Before.Lines.TrueForAll(IsNoHeading) || only.Heading!.Level == OutlineLine.BoldLevel)
        )
        {
            only.Lines.InsertRange(0, Before.Lines);
            Before.Lines.Clear();
        }
    }

    /// <summary>Whose old business is being listed.</summary>
    private Part LaterMeeting => meetings.FindLast(meeting => !meeting.IsCarried) ?? Before;

    public Part Before { get; } = new(null, null, false);

    public IReadOnlyList<Part> Meetings => meetings;

    public static Parts Of(IReadOnlyList<OutlineLine> lines, Calendar calendar) => new(lines, calendar);

    /// <summary>Where no heading names a day, lines that are nothing else do: a log kept as plain text.</summary>
    private bool IsPlainLog(IReadOnlyList<OutlineLine> lines) =>
        !lines.Any(line => line.Kind == LineKind.Heading && calendar.First(line.Text.Text) is not null)
        && Enumerable.Range(0, lines.Count).Count(i => IsBareDay(lines, i)) > 1;

    private bool IsBareDay(IReadOnlyList<OutlineLine> lines, int i) =>
        lines[i] is { Kind: LineKind.Text, Depth: 0, Text.Text: { Length: < LongestDay } text }
        && (i == 0 || lines[i - 1].Last + 1 < lines[i].First)
        && text.AsSpan().ContainsAnyInRange('0', '9')
        && calendar.First(text) is { HasYear: true }
        && !calendar.Without(text).Any(char.IsLetter);

    /// <summary>
    /// The level of headings that begin with a day and go on with a title, "May 4, 2023 | Widgets (evening)": where several do
    /// and one stands over a roll call.
    /// </summary>
    private int? TitledLevel(IReadOnlyList<OutlineLine> lines)
    {
        var titled = Enumerable
            .Range(0, lines.Count)
            .Where(i =>
                lines[i].Kind == LineKind.Heading
                && calendar.First(lines[i].Text.Text) is { HasYear: true } found
                && BeginsWith(found, lines[i])
            )
            .ToList();
        return
            titled.Find(i => lines.Skip(i + 1).Take(LinesToRollCall).Any(IsRollCall)) is > 0 and var first
            && titled.Count(i => lines[i].Level == lines[first].Level) > 1
            ? lines[first].Level
            : null;
    }

    private bool IsTitled(OutlineLine line, FoundDate found) =>
        line.Level == titledLevel && found.HasYear && BeginsWith(found, line);

    /// <summary>A day right over a roll call is a meeting, however deep its heading.</summary>
    private static bool IsRollCall(OutlineLine line) =>
        line.Kind is LineKind.Heading or LineKind.Text
        && (
            line.Text.Text.Length < LongestTitle && SectionName.OfHeading(line.Text.Text) == SectionKind.RollCall
            || line.Text.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
                && SectionName.OfLabel(line.Text.Text[..colon]) == SectionKind.RollCall
        );

    private static bool IsNoHeading(OutlineLine line) => line.Kind != LineKind.Heading;

    private void OnHeading(OutlineLine line, bool isFirstHeading, IEnumerable<OutlineLine> next)
    {
        var title = line.Text.Text;
        if (
            calendar.First(title) is not { } found
            || line.Level > announcedLevel
            || !(isFirstHeading || IsDayAlone(title) || IsNextInLog(line, found) || IsTitled(line, found))
        )
        {
            OnOtherHeading(line, title);
            return;
        }
        announcedLevel = null;
        if (found.HasYear)
            calendar = calendar.InYear(found.Date.Year);
        var isCarried = carriedLevel is not null;
        if (
            !isCarried
            && meetings is [.., var latest]
            && (logLevel < line.Level && !next.Any(IsRollCall) || IsSame(latest, line, found))
        )
            return;
        meetings.Add(open = new Part(line, found.Date, isCarried));
        Trace.Rule(line, isCarried ? "a day under old business" : "a day that begins a meeting");
        if (!isCarried)
            logLevel = line.Level;
    }

    private void OnOtherHeading(OutlineLine line, string title)
    {
        if (
            title.Length == 4
            && int.TryParse(title, System.Globalization.CultureInfo.InvariantCulture, out var year)
            && year is > 1990 and < 2100
        )
            calendar = calendar.InYear(year);
        if (IsAnnouncement(title))
            announcedLevel = line.Level;
        else if (line.Level <= announcedLevel)
            announcedLevel = null;
        var isOldBusiness =
            meetings.Count > 0 && SectionName.OfHeading(title) is SectionKind.OldBusiness or SectionKind.CarriedActions;
        if (!isOldBusiness && !(line.Level <= carriedLevel))
            return;
        carriedLevel = isOldBusiness ? line.Level : null;
        if (open.IsCarried)
            open = LaterMeeting;
    }

    /// <summary>A list of old business holds tasks: who came, what was decided and what is raised now is of the day that lists it.</summary>
    private bool IsOfLaterMeeting(OutlineLine line) =>
        line is { Kind: LineKind.Text, Depth: 0 }
        && open.Lines.Exists(above => above.Kind == LineKind.Item)
        && (
            DecisionLine.IsMarked(line.Text.Text)
            || ActionLine.IsMarked(line.Text.Text)
            || line.Text.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < LongestDay and var colon
                && SectionName.OfLabel(line.Text.Text[..colon])
                    is SectionKind.RollCall
                        or SectionKind.Regrets
                        or SectionKind.Absent
        );

    /// <summary>"Next meeting", over the day on which it will be.</summary>
    private static bool IsAnnouncement(string title) =>
        SectionName.OfHeading(title) == SectionKind.NextMeeting && Fold.Words(title)[0] == "next";

    /// <summary>Once a log has begun, a heading as high as its others that begins with a day: "November 6 - Triage".</summary>
    private bool IsNextInLog(OutlineLine line, FoundDate found) => line.Level == logLevel && BeginsWith(found, line);

    private bool BeginsWith(FoundDate found, OutlineLine line) =>
        line.Text.Text.Length < LongestTitle && !calendar.Without(line.Text.Text[..found.Start]).Any(char.IsLetter);

    /// <summary>The same day again, unless the log has another meeting on it.</summary>
    private bool IsSame(Part latest, OutlineLine line, FoundDate found) =>
        latest.Date == found.Date
        && !(
            !IsTitleAlone(latest)
            && line.Level == logLevel
            && line.Text.Text[found.End..].Any(char.IsLetter)
            && latest.Heading?.Text.Text != line.Text.Text
            && IsNextInLog(line, found)
        );

    /// <summary>The document's first heading, and nothing under it yet.</summary>
    private bool IsTitleAlone(Part latest) =>
        meetings.Count == 1 && latest.Lines.TrueForAll(line => line.Kind is LineKind.Heading or LineKind.Verbatim);

    /// <summary>A day and no more than the words of every meeting.</summary>
    private bool IsDayAlone(string title)
    {
        var rest = GroupName.Rest(Bracketed.Replace(calendar.Without(title), ""));
        return Fold.Words(rest) is { Length: <= 4 } words
            && (words.All(IsOrdinary) || GroupName.KindOf(rest) is not null);
    }

    private static bool IsOrdinary(string word) =>
        word.Length <= 2 || word.All(char.IsDigit) || TimeOfDay.Zone(word.ToUpperInvariant()) is not null;
}
