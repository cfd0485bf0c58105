using SigHub.Domain.Roadmaps;

namespace SigHub.Web.Components;

public static class PeriodWords
{
    /// <summary>As somebody wrote it; days that nobody put into words are said as days are said everywhere.</summary>
    public static string Of(Period period)
    {
        if (period is not { Precision: Precision.Day, Start: { } start, End: { } end } || !IsIso(period.Text))
            return period.Precision is Precision.Horizon ? period.Text.ToLowerInvariant() : period.Text;

        if (start == end)
            return Days.Long(start);
        return start.Year == end.Year && start.Month == end.Month
            ? $"{start.Day}–{Days.Long(end)}"
            : $"{Days.Long(start)} – {Days.Long(end)}";
    }

    private static bool IsIso(string text) =>
        text.All(c => char.IsAsciiDigit(c) || c is '-' or '–' or ' ') && text.Length >= 10;
}
