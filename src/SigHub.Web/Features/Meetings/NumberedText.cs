using System.Text.RegularExpressions;
using SigHub.Minutes;

namespace SigHub.Web.Features.Meetings;

/// <summary>
/// Minutes in which new records get their numbers. A number is written where the reader finds it again: each place is tried, and
/// the one is kept from which everything is read as before, and the number with it.
/// </summary>
internal sealed partial class NumberedText(string text)
{
    private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');

    public string Text => string.Join('\n', _lines);

    /// <param name="line">Counted from 1.</param>
    /// <returns>False where no place on the line would keep it.</returns>
    public bool Write(string number, int line, bool isDecision)
    {
        var before = MinutesReader.Read("", Text);
        var old = _lines[line - 1];
        foreach (var place in Places(old))
        {
            _lines[line - 1] = old.Insert(place, number + (isDecision ? ": " : " "));
            var after = MinutesReader.Read("", Text);
            if (
                Numbers(after, isDecision, line).Contains(number)
                && Told(before, line).SequenceEqual(Told(after, line), StringComparer.Ordinal)
            )
                return true;
        }

        _lines[line - 1] = old;
        return false;
    }

    /// <summary>After a mark in capitals, "ACTION:"; after the bullet and the box; after another mark; at the start of a later cell or sentence.</summary>
    private static IEnumerable<int> Places(string line)
    {
        var front = Front().Match(line).Length;
        var mark = Mark().Match(line, front);
        var isMarked = mark.Success && mark.Index == front;
        if (isMarked && !mark.Value.Any(char.IsLower))
            yield return front + mark.Length;
        yield return front;
        if (isMarked)
            yield return front + mark.Length;
        foreach (Match start in Starts().Matches(line))
            yield return start.Index + start.Length;
    }

    private static IEnumerable<string?> Numbers(Reading reading, bool isDecision, int line) =>
        isDecision
            ? reading
                .Meetings.SelectMany(one => one.Decisions)
                .Where(one => one.Lines.Holds(line))
                .Select(one => one.Id)
            : reading.Meetings.SelectMany(one => one.Actions).Where(one => one.Lines.Holds(line)).Select(one => one.Id);

    /// <summary>All records; of those on the line not their number.</summary>
    private static IEnumerable<string> Told(Reading reading, int line) =>
        reading.Meetings.SelectMany(meeting =>
            meeting
                .Attendees.Select(one => $"{one.Name} {one.Presence}")
                .Concat(meeting.Agenda.Select(one => one.Title))
                .Concat(
                    meeting.Decisions.Select(one =>
                        $"{(one.Lines.Holds(line) ? null : one.Id)} {one.Text} {one.Mover} {one.Seconder} {one.Result}"
                    )
                )
                .Concat(
                    meeting
                        .Actions.Where(one => one.Origin == Origin.Explicit)
                        .Select(one =>
                            $"{(one.Lines.Holds(line) ? null : one.Id)} {one.Text} {one.Status} {one.StatusNote} {one.Due} {string.Join(',', one.Owners.Select(owner => owner.Name))}"
                        )
                )
                .Prepend($"{meeting.Date}")
        );

    [GeneratedRegex(@"^\s*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Front();

    [GeneratedRegex(
        @"(?:\*\*)?\[?[\p{L} ]{2,20}\]?(?:\([^)]{1,60}\))?(?::|\])(?:\*\*)?\s*",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Mark();

    [GeneratedRegex(@"\|\s*|[.!?]\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Starts();
}
