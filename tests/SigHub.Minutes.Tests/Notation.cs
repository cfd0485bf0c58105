using System.Globalization;
using System.Text;

namespace SigHub.Minutes.Tests;

/// <summary>A reading in few words, one record a line and its source lines at the end, as the specifications write it.</summary>
internal static class Notation
{
    public static string Of(Reading reading)
    {
        var text = new StringBuilder();
        text.Append(Kebab(reading.Kind));
        text.AppendLine(
            reading.Groups.Count == 0 ? "" : $" of {string.Join(" > ", reading.Groups.Select(group => group.Name))}"
        );
        foreach (var group in reading.Groups.Where(group => group.Goals.Count > 0))
            text.AppendLine($"goals: {string.Join("; ", group.Goals)}");
        foreach (var member in reading.Members)
            text.AppendLine(
                $"member {member.Name}{In(member.Affiliation)}{After(" - ", member.Role)}{After(" ", member.Handle)}{At(member.Lines)}"
            );
        foreach (var series in reading.Series)
            text.AppendLine(
                $"meets {series.Rrule}{After(" ", series.Time?.ToString("HH:mm", CultureInfo.InvariantCulture))}{After(" ", series.Zone)}{At(series.Lines)}"
            );
        foreach (var stone in reading.Milestones)
            text.AppendLine(
                $"milestone {Day(stone.Start)}..{Day(stone.End)} {Kebab(stone.Precision)}: {stone.Title}{At(stone.Lines)}"
            );
        foreach (var meeting in reading.Meetings)
            Write(text, meeting);
        foreach (var finding in reading.Findings)
            text.AppendLine($"! {finding.Code}");
        return text.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    private static void Write(StringBuilder text, ReadMeeting meeting)
    {
        var time =
            After(" ", meeting.Time?.ToString("HH:mm", CultureInfo.InvariantCulture))
            + After(" ", meeting.Zone)
            + After(" ", meeting.State is { } state ? Kebab(state) : null);
        text.AppendLine($"meeting {Day(meeting.Date)}{time}");
        foreach (var person in meeting.Attendees)
            text.AppendLine($"  {Kebab(person.Presence)}: {person.Name}{In(person.Affiliation)}{At(person.Lines)}");
        foreach (var item in meeting.Agenda)
            text.AppendLine($"  agenda: {item.Title}{At(item.Lines)}");
        foreach (var decision in meeting.Decisions)
            text.AppendLine(
                $"  decision: {decision.Text}{After(" moved by ", decision.Mover)}{After(" seconded by ", decision.Seconder)}{At(decision.Lines)}"
            );
        foreach (var action in meeting.Actions)
            Write(text, action);
    }

    private static void Write(StringBuilder text, ReadAction action)
    {
        var owners = action.Owners.Select(owner =>
            owner.Person is { } person && person != owner.Name ? $"{owner.Name} = {person}" : owner.Name
        );
        var implied = action.Origin == Origin.Implied ? "implied " : "";
        text.AppendLine(
            $"  {implied}{Kebab(action.Status)} [{string.Join(", ", owners)}] {action.Text}{After(" due ", action.Due is null ? null : Day(action.Due))}{After(" | ", action.StatusNote)}{At(action.Lines)}"
        );
        foreach (var note in action.Notes)
            text.AppendLine($"    note: {note}");
    }

    private static string In(string? affiliation) => affiliation is null ? "" : $" ({affiliation})";

    private static string After(string sign, string? words) => words is null ? "" : sign + words;

    private static string At(LineSpan lines) =>
        lines.First == lines.Last ? $" @{lines.First}" : $" @{lines.First}-{lines.Last}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?";

    private static string Kebab<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
