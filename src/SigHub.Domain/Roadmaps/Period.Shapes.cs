using System.Globalization;

namespace SigHub.Domain.Roadmaps;

/// <content>The shapes a period can have.</content>
public sealed partial record Period
{
    public static Period Day(DateOnly day, string? text = null) => Days(day, day, text ?? day.Iso());

    public static Period Days(DateOnly first, DateOnly last, string? text = null) =>
        new(first, last, Precision.Day, text ?? $"{first.Iso()} – {last.Iso()}");

    public static Period Month(int year, int month, string? text = null) => Months(year, month, year, month, text);

    public static Period Months(int firstYear, int firstMonth, int lastYear, int lastMonth, string? text = null)
    {
        var (first, last) = (MonthStart(firstYear, firstMonth), MonthStart(lastYear, lastMonth));
        return new Period(first, EndOfMonths(last, 1), Precision.Month, text ?? MonthNames(first, last));
    }

    public static Period Quarter(int year, int quarter, string? text = null)
    {
        RuleBroken.If(quarter is < 1 or > 4, "A year has quarters 1 to 4.");

        var start = MonthStart(year, quarter * 3 - 2);
        return new Period(
            start,
            EndOfMonths(start, 3),
            Precision.Quarter,
            text ?? $"Q{quarter.Invariant()} {year.Invariant()}"
        );
    }

    public static Period Half(int year, int half, string? text = null)
    {
        RuleBroken.If(half is < 1 or > 2, "A year has halves 1 and 2.");

        var start = MonthStart(year, half * 6 - 5);
        return new Period(
            start,
            EndOfMonths(start, 6),
            Precision.Half,
            text ?? $"H{half.Invariant()} {year.Invariant()}"
        );
    }

    public static Period Year(int year, string? text = null)
    {
        var start = MonthStart(year, 1);
        return new Period(start, EndOfMonths(start, 12), Precision.Year, text ?? year.Invariant());
    }

    public static Period At(Horizon horizon) => new(start: null, end: null, Precision.Horizon, horizon.ToString());

    public Horizon? Horizon =>
        Precision == Precision.Horizon && Enum.TryParse<Horizon>(Text, ignoreCase: true, out var horizon)
            ? horizon
            : null;

    /// <summary>
    /// Whether some of its days are on or after <paramref name="from"/> and before <paramref name="to"/>. A horizon has no days
    /// and overlaps nothing.
    /// </summary>
    public bool Overlaps(DateOnly from, DateOnly to) => Start < to && End >= from;

    public bool IsOverOn(DateOnly day) => End < day;

    public override string ToString() => Text;

    private void Check()
    {
        if (Precision == Precision.Horizon)
        {
            RuleBroken.Unless(Start is null && End is null, "A horizon has no days.");
            RuleBroken.If(Horizon is null, "A horizon is now, next or later.");
            return;
        }

        if (Start is not { } start || End is not { } end)
            throw new RuleBroken("A period has a first and a last day.");

        RuleBroken.If(end < start, "A period ends no earlier than it starts.");

        var months = MonthsIn(Precision);
        RuleBroken.Unless(
            months == 0 || StartsAt(start, months) && StartsAt(end.AddDays(1), months),
            $"From {start.Iso()} to {end.Iso()} is no whole {Precision.ToString().ToLowerInvariant()}."
        );
    }

    private static int MonthsIn(Precision precision) =>
        precision switch
        {
            Precision.Day or Precision.Horizon => 0,
            Precision.Month => 1,
            Precision.Quarter => 3,
            Precision.Half => 6,
            Precision.Year => 12,
            _ => throw new ArgumentOutOfRangeException(nameof(precision)),
        };

    private static bool StartsAt(DateOnly day, int months) => day.Day == 1 && (day.Month - 1) % months == 0;

    private static DateOnly MonthStart(int year, int month)
    {
        RuleBroken.If(year is < 1900 or > 2999, "A roadmap's years are between 1900 and 2999.");
        RuleBroken.If(month is < 1 or > 12, "A year has months 1 to 12.");
        return new DateOnly(year, month, 1);
    }

    private static DateOnly EndOfMonths(DateOnly start, int months) => start.AddMonths(months).AddDays(-1);

    private static string MonthNames(DateOnly first, DateOnly last)
    {
        var name = last.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        if (first == last)
            return name;

        var format = first.Year == last.Year ? "MMMM" : "MMMM yyyy";
        return $"{first.ToString(format, CultureInfo.InvariantCulture)} – {name}";
    }
}
