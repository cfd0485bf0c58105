using System.Globalization;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

/// <summary>The table was made by ical.js and by the time zones of another maker; <c>expected-days.mjs</c> says how.</summary>
public sealed class Repeating_as_others_do
{
    private const int Asked = 12;

    [Fact]
    public void Every_rule_names_the_instants_that_ical_js_names()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Meetings", "expected-days.tsv"));

        lines.Length.ShouldBeGreaterThan(250);
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            var time = new MeetingTime(TimeOnly.Parse(cells[3], CultureInfo.InvariantCulture), cells[2], 60);
            var instants = RecurrenceRule
                .Parse(cells[0])
                .DaysFrom(Day(cells[1]))
                .Take(Asked)
                .Select(day => time.On(day).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));

            string.Join(' ', instants).ShouldBe(cells[4], $"{cells[0]} from {cells[1]} in {cells[2]}");
        }
    }
}
