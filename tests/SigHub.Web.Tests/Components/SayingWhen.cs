using SigHub.Domain.Meetings;
using SigHub.Web.Components;
using SigHub.Web.Platform;

namespace SigHub.Web.Tests.Components;

public sealed class Saying_when
{
    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TH", "every Thursday")]
    [InlineData("FREQ=WEEKLY", "every Thursday")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "every 2nd Tuesday and Thursday")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TH", "on the 2nd Thursday of the month")]
    [InlineData("FREQ=MONTHLY;BYDAY=1TU,3TU", "on the 1st Tuesday and the 3rd Tuesday of the month")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of the month")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "on the 12th of every quarter")]
    [InlineData("FREQ=DAILY", "every day")]
    public void A_rhythm_is_told_in_words(string rule, string words) =>
        Rhythm.Of(RecurrenceRule.Parse(rule), new DateOnly(2026, 3, 12)).ShouldBe(words);

    [Fact]
    public void The_reader_is_told_their_own_time_where_it_is_another()
    {
        var start = new DateTime(2026, 3, 12, 16, 0, 0, DateTimeKind.Utc);

        Times.ForReader(start, "Etc/UTC", "Europe/Berlin").ShouldBe("17:00 for you");
        Times.ForReader(start, "Etc/UTC", "Asia/Tokyo").ShouldBe("Fri 01:00 for you");
        Times.ForReader(start, "Europe/Paris", "Europe/Berlin").ShouldBeNull();
        Times.ForReader(start, "Europe/Paris", reader: null).ShouldBeNull();
    }

    [Theory]
    [InlineData("Etc/UTC", "UTC")]
    [InlineData("Europe/Berlin", "Berlin")]
    [InlineData("America/New_York", "New York")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires")]
    public void A_zone_is_told_by_its_place(string zone, string place) => Times.Place(zone).ShouldBe(place);

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("W. Europe Standard Time", null)]
    [InlineData("../../etc/passwd", null)]
    [InlineData("<script>", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_a_browser_sends_is_a_zone_only_when_there_is_one_of_that_name(string? sent, string? zone) =>
        ViewerZone.From(sent).Name.ShouldBe(zone);
}
