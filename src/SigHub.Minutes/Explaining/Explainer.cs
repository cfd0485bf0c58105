using System.Globalization;
using System.Text.Json;
using SigHub.Minutes.Sources;

namespace SigHub.Minutes.Explaining;

/// <summary>Puts beside each source line the records that came of it, in few words.</summary>
internal static class Explainer
{
    public static Explanation Explain(Reading reading, string text, Trace trace)
    {
        var records = Records(reading).ToLookup(record => record.Lines.First);
        var covered = Records(reading).ToList();
        var leftOut = reading.Findings.Where(finding => finding.Code == "left-out").ToList();
        var lines = SourceText
            .Lines(text)
            .Select(
                (line, at) =>
                {
                    var number = at + 1;
                    var here = records[number].Select(record => record.Words).ToList();
                    var takenFor =
                        string.IsNullOrWhiteSpace(line) ? null
                        : here.Count > 0 ? string.Join("; ", here)
                        : covered.Exists(record => record.Lines.Holds(number)) ? "goes with the line above"
                        : leftOut.Exists(finding => finding.Lines.Holds(number)) ? "left out"
                        : reading.Meetings.Any(meeting => meeting.Lines.Holds(number)) ? "notes"
                        : reading.Groups.Count > 0 ? "overview"
                        : "nothing";
                    return new ExplainedLine(number, line, takenFor, trace.Rules(number), here.Count > 0);
                }
            )
            .ToList();
        return new Explanation(reading, lines);
    }

    private static IEnumerable<(LineSpan Lines, string Words)> Records(Reading reading) =>
        reading
            .Members.Select(member =>
                (member.Lines, $"member: {member.Name}{In(member.Affiliation)}{After(" - ", member.Role)}")
            )
            .Concat(
                reading.Series.Select(series =>
                    (series.Lines, $"meets {series.Rrule}{After(" ", Iso(series.Time))}{After(" ", series.Zone)}")
                )
            )
            .Concat(
                reading.Milestones.Select(stone =>
                    (stone.Lines, $"milestone: {stone.Title} ({Iso(stone.Start) ?? "?"} to {Iso(stone.End) ?? "?"})")
                )
            )
            .Concat(reading.Meetings.SelectMany(Records));

    private static IEnumerable<(LineSpan Lines, string Words)> Records(ReadMeeting meeting) =>
        meeting
            .Attendees.Select(person =>
                (person.Lines, $"{Word(person.Presence)}: {person.Name}{In(person.Affiliation)}")
            )
            .Concat(meeting.Agenda.Select(item => (item.Lines, $"agenda: {item.Title}")))
            .Concat(
                meeting.Decisions.Select(decision =>
                    (
                        decision.Lines,
                        $"decision{After(", moved by ", decision.Mover)}{After(", seconded by ", decision.Seconder)}{After(", ", decision.Result)}"
                    )
                )
            )
            .Concat(meeting.Actions.Select(action => (action.Lines, Of(action))))
            .Prepend((LineSpan.At(meeting.Lines.First), $"meeting of {Iso(meeting.Date) ?? "an unknown day"}"));

    private static string Of(ReadAction action)
    {
        var owners = string.Join(
            ", ",
            action.Owners.Select(owner =>
                owner.Person is { } person && person != owner.Name ? $"{owner.Name} = {person}" : owner.Name
            )
        );
        var kind = action.Origin == Origin.Implied ? "perhaps an action" : "action";
        return $"{kind}, {Word(action.Status)}{(owners.Length > 0 ? $", by {owners}" : "")}{After(", due ", Iso(action.Due))}: {action.Text}";
    }

    private static string In(string? affiliation) => affiliation is null ? "" : $" ({affiliation})";

    private static string After(string sign, string? words) => words is null ? "" : sign + words;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Iso(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
