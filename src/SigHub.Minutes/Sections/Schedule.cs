using SigHub.Minutes.Lines;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Sections;

/// <summary>
/// When the meeting after one was to be: as its minutes say, else the next one the document has, else by the group's
/// weekly rhythm. Null where none of them tells.
/// </summary>
internal sealed class Schedule(IEnumerable<Part> meetings, IEnumerable<string> rules, Calendar calendar)
{
    private static readonly Pattern Announced = Pattern.Of(English.NextMeeting);
    private static readonly Pattern Weekly = Pattern.Of(@"^FREQ=WEEKLY(?:;INTERVAL=(?<weeks>\d+))?;");

    private readonly List<DateOnly> days =
    [
        .. meetings.Where(part => !part.IsCarried).Select(part => part.Date).OfType<DateOnly>().Order(),
    ];
    private readonly int? rhythm = rules.ToList() is [var only] ? WeeksOf(only) : null;

    public DateOnly? After(Part part) =>
        part.Date is not { } day
            ? null
            : InMinutes(part, day) ?? InLog(day) ?? (rhythm is { } weeks ? day.AddDays(7 * weeks) : null);

    private DateOnly? InLog(DateOnly day)
    {
        var at = days.BinarySearch(day.AddDays(1));
        at = at < 0 ? ~at : at;
        return at < days.Count ? days[at] : null;
    }

    private DateOnly? InMinutes(Part part, DateOnly day) =>
        part
            .Sections.Where(section => section.Kind == SectionKind.NextMeeting)
            .SelectMany(section => section.Lines)
            .Concat(part.Lines.Where(line => Announced.IsMatch(line.Text.Text)))
            .SelectMany(line => calendar.InYear(day.Year).All(line.Text.Text))
            .Select(found => found.HasYear || found.Date > day ? found.Date : found.Date.AddYears(1))
            .Where(found => found > day && found < day.AddYears(1))
            .Select(found => (DateOnly?)found)
            .FirstOrDefault();

    private static int? WeeksOf(string rule) =>
        Weekly.Match(rule) is not { Success: true } weekly ? null
        : weekly.Groups["weeks"].Success
            ? int.Parse(weekly.Groups["weeks"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        : 1;
}
