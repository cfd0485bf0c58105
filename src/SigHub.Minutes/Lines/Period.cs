using System.Globalization;
using System.Text.RegularExpressions;
using SigHub.Minutes.Words;

namespace SigHub.Minutes.Lines;

/// <summary>A stretch of time as vague as it was written: a month range, a quarter, a half, a year, "later".</summary>
internal sealed record Period(string Words, DateOnly? Start, DateOnly? End, Precision Precision)
{
    private static readonly Pattern Months = Pattern.Of(
        $@"^(?<from>{Calendar.MonthPattern})\.?(?: (?<y1>20\d\d))?(?: ?(?:-|–|—|to|/|through|until) ?(?<to>{Calendar.MonthPattern})\.?)?,?(?: ?(?<y2>20\d\d))?$"
    );

    private static readonly Pattern Quarters = Pattern.Of(
        @"^(?:(?<y1>20\d\d)[ /-]?)?(?:Q|quarter )(?<from>[1-4])(?: ?(?:-|–|—|to|/) ?(?:Q)?(?<to>[1-4]))?,?(?:[ /-]*(?<y2>20\d\d))?$"
    );

    private static readonly Pattern Halves = Pattern.Of(
        @"^(?:(?<y1>20\d\d)[ /-]?)?(?:H(?<half>[12])|(?<half>[12])H),?(?:[ /-]*(?<y2>20\d\d))?$"
    );
    private static readonly Pattern Years = Pattern.Of(@"^(?<y1>20\d\d)(?: ?(?:-|–|—|to) ?(?<y2>20\d\d))?$");
    private static readonly Pattern Horizon = Pattern.Of(
        @"^(?:now|next|later|soon|future|short[- ]term|mid[- ]term|medium[- ]term|long[- ]term|backlog|someday)$"
    );

    /// <param name="text">The whole of a cell or label.</param>
    /// <param name="after">The month in which the roadmap begins; a period without a year is the first one from then on.</param>
    public static Period? Read(string text, DateOnly? after)
    {
        text = text.Trim().TrimEnd(':').Trim();
        if (Quarters.Match(text) is { Success: true } quarters)
            return Stretch(text, quarters, 3, Precision.Quarter, after);
        if (Halves.Match(text) is { Success: true } halves)
            return Between(
                text,
                halves,
                6 * Number(halves, "half") - 5,
                6 * Number(halves, "half"),
                Precision.Half,
                after
            );
        if (Months.Match(text) is { Success: true } months)
        {
            var from = Calendar.MonthNumber(months.Groups["from"].Value);
            var to = months.Groups["to"].Success ? Calendar.MonthNumber(months.Groups["to"].Value) : from;
            return Between(text, months, from, to, Precision.Month, after);
        }
        if (Years.Match(text) is { Success: true } years)
            return new Period(
                text,
                new DateOnly(Number(years, "y1"), 1, 1),
                new DateOnly(years.Groups["y2"].Success ? Number(years, "y2") : Number(years, "y1"), 12, 31),
                Precision.Year
            );
        if (Horizon.IsMatch(text))
            return new Period(text, null, null, Precision.Horizon);
        return new Calendar(after?.Year, null).First(text) is { } day && day.Start == 0 && day.End == text.Length
            ? new Period(text, day.Date, day.Date, Precision.Day)
            : null;
    }

    private static Period? Stretch(string text, Match match, int months, Precision precision, DateOnly? after)
    {
        var from = Number(match, "from");
        var to = match.Groups["to"].Success ? Number(match, "to") : from;
        return Between(text, match, months * (from - 1) + 1, months * to, precision, after);
    }

    /// <summary>The year said belongs to the end of a range; one that runs over the turn of the year began the year before.</summary>
    private static Period? Between(string text, Match match, int from, int to, Precision precision, DateOnly? after)
    {
        var rollsOver = to < from ? 1 : 0;
        int startYear;
        if (match.Groups["y1"].Success)
            startYear = Number(match, "y1");
        else if (match.Groups["y2"].Success)
            startYear = Number(match, "y2") - rollsOver;
        else if (after is { } known)
            startYear = known.Year + (from < known.Month && (rollsOver == 0 || to < known.Month) ? 1 : 0);
        else
            return new Period(text, null, null, precision);
        var end = new DateOnly(startYear + rollsOver, to, 1).AddMonths(1).AddDays(-1);
        return new Period(text, new DateOnly(startYear, from, 1), end, precision);
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
