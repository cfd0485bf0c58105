using System.Globalization;
using SigHub.Domain.Roadmaps;

namespace SigHub.Web.Features.Roadmap;

public enum TimelineScale
{
    Quarter,
    Month,
}

/// <summary>
/// Days as places from left (0) to right (100). Every month is equally wide, so that quarters are too. Quarters show two
/// years, months one.
/// </summary>
public sealed class Timeline
{
    private readonly int _months;

    public Timeline(TimelineScale scale, int fromYear)
    {
        Scale = scale;
        FromYear = fromYear;
        Years = scale is TimelineScale.Quarter ? 2 : 1;
        _months = Years * 12;
    }

    public TimelineScale Scale { get; }

    public int FromYear { get; }

    public int Years { get; }

    public DateOnly Start => new(FromYear, 1, 1);

    /// <summary>The first day that is no longer shown.</summary>
    public DateOnly To => Start.AddYears(Years);

    public int ColumnCount => Scale is TimelineScale.Quarter ? Years * 4 : 12;

    /// <summary>"Q1", "Feb", with the year at the first of each year.</summary>
    public IEnumerable<(string Name, string? Year)> Columns =>
        Enumerable
            .Range(0, ColumnCount)
            .Select(column =>
            {
                var start = Start.AddMonths(column * _months / ColumnCount);
                var name =
                    Scale is TimelineScale.Quarter
                        ? string.Create(CultureInfo.InvariantCulture, $"Q{(start.Month + 2) / 3}")
                        : start.ToString("MMM", CultureInfo.InvariantCulture);
                return (name, start.Month == 1 ? start.Year.ToString(CultureInfo.InvariantCulture) : null);
            });

    public bool Shows(DateOnly day) => day >= Start && day < To;

    public bool Shows(Period period) => period.Overlaps(Start, To);

    /// <summary>Where the day begins; null when it is not shown.</summary>
    public double? At(DateOnly day) => Shows(day) ? Place(day) : null;

    /// <summary>Where a period lies, cut at the edges; null when it has no day that is shown.</summary>
    public Span? Of(Period period)
    {
        if (!Shows(period) || period is not { Start: { } start, End: { } end })
            return null;

        var left = start < Start ? 0 : Place(start);
        var right = end >= To ? 100 : Place(end.AddDays(1));
        return new Span(left, right - left, start < Start, end >= To);
    }

    /// <summary>From that year on, never further than the first and the last year of anything; see <see cref="Around"/>.</summary>
    public static Timeline From(int? year, DateOnly today, TimelineScale scale, IReadOnlyCollection<Period> periods)
    {
        var usual = Around(today, scale, periods);
        if (year is not { } wanted)
            return usual;

        var first = Math.Min(usual.FromYear, periods.Min(period => period.Start)?.Year ?? usual.FromYear);
        var last = Math.Max(usual.FromYear, periods.Max(period => period.End)?.Year ?? usual.FromYear);
        return new Timeline(scale, Math.Clamp(wanted, first, last));
    }

    /// <summary>
    /// The timeline of this year, or of the last year with something in it when nothing dated lies there.
    /// </summary>
    public static Timeline Around(DateOnly today, TimelineScale scale, IReadOnlyCollection<Period> periods)
    {
        var now = new Timeline(scale, today.Year);
        var last = periods.Max(period => period.End);
        return last is null || periods.Any(now.Shows) ? now : new Timeline(scale, last.Value.Year);
    }

    private double Place(DateOnly day)
    {
        var months = (day.Year - FromYear) * 12 + day.Month - 1;
        var part = (day.Day - 1) / (double)DateTime.DaysInMonth(day.Year, day.Month);
        return Math.Round((months + part) / _months * 100, 3);
    }

    public readonly record struct Span(double Left, double Width, bool BeginsBefore, bool EndsAfter)
    {
        /// <summary>As a style attribute places it; the ends are named for whatever needs to know the room beside it.</summary>
        public string Style =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"left: {Left}%; width: {Width}%; --from: {Left}; --to: {Left + Width}"
            );
    }
}
