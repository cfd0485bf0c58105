using SigHub.Domain.Roadmaps;

namespace SigHub.Domain.Tests.Roadmaps;

public sealed class Planning_a_period
{
    public static TheoryData<Period, string, string, string> Shapes =>
        new()
        {
            { Period.Day(Day("2026-03-04")), "2026-03-04", "2026-03-04", "2026-03-04" },
            { Period.Month(2024, 2), "2024-02-01", "2024-02-29", "February 2024" },
            { Period.Months(2026, 4, 2026, 6), "2026-04-01", "2026-06-30", "April – June 2026" },
            { Period.Months(2026, 11, 2027, 1), "2026-11-01", "2027-01-31", "November 2026 – January 2027" },
            { Period.Quarter(2026, 4), "2026-10-01", "2026-12-31", "Q4 2026" },
            { Period.Half(2026, 1), "2026-01-01", "2026-06-30", "H1 2026" },
            { Period.Year(2026), "2026-01-01", "2026-12-31", "2026" },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Has_a_first_and_a_last_day_and_words(Period period, string start, string end, string text)
    {
        (period.Start, period.End, period.Text).ShouldBe((Day(start), Day(end), text));
        new Period(period.Start, period.End, period.Precision, period.Text).ShouldBe(period);
    }

    [Fact]
    public void The_words_of_its_author_are_kept() =>
        Period.Months(2026, 4, 2026, 6, "April - June").Text.ShouldBe("April - June");

    [Fact]
    public void A_horizon_has_no_days_and_overlaps_nothing()
    {
        var later = Period.At(Horizon.Later);

        (later.Start, later.End, later.Horizon).ShouldBe((null, null, Horizon.Later));
        later.Overlaps(DateOnly.MinValue, DateOnly.MaxValue).ShouldBeFalse();
        Period.Year(2026).Horizon.ShouldBeNull();
    }

    [Fact]
    public void It_overlaps_a_range_that_shares_a_day()
    {
        var quarter = Period.Quarter(2026, 2);

        quarter.Overlaps(Day("2026-06-30"), Day("2026-07-01")).ShouldBeTrue();
        quarter.Overlaps(Day("2026-07-01"), Day("2027-01-01")).ShouldBeFalse();
        quarter.Overlaps(Day("2026-01-01"), Day("2026-04-01")).ShouldBeFalse("the range ends before April");
        quarter.Overlaps(Day("2026-01-01"), Day("2026-04-02")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-31", Precision.Month)]
    [InlineData("2026-01-01", "2026-01-30", Precision.Month)]
    [InlineData("2026-02-01", "2026-04-30", Precision.Quarter)]
    [InlineData("2026-04-01", "2026-09-30", Precision.Half)]
    [InlineData("2026-01-01", "2026-06-30", Precision.Year)]
    [InlineData("2026-02-01", "2026-01-31", Precision.Day)]
    [InlineData("2026-02-01", "2026-01-31", Precision.Horizon)]
    public void One_that_does_not_fit_its_precision_is_refused(string start, string end, Precision precision) =>
        ShouldBeRefused(() => _ = new Period(Day(start), Day(end), precision, "now"), "");

    [Fact]
    public void A_horizon_that_is_none_is_refused() =>
        ShouldBeRefused(() => _ = new Period(null, null, Precision.Horizon, "some day"), "now, next or later");
}
