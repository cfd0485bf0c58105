using FsCheck;
using FsCheck.Fluent;
using SigHub.Domain.Meetings;

namespace SigHub.Domain.Tests.Meetings;

public sealed class Telling_the_time
{
    [Theory]
    [InlineData("2026-01-15", "09:30", "America/Los_Angeles", "2026-01-15T17:30", "winter")]
    [InlineData("2026-07-15", "09:30", "America/Los_Angeles", "2026-07-15T16:30", "summer")]
    [InlineData("2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30", "left out, so 03:30")]
    [InlineData("2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30", "twice, so the first")]
    [InlineData("2026-03-29", "02:00", "Europe/Berlin", "2026-03-29T01:00", "left out, so 03:00")]
    [InlineData("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30", "twice, so the first")]
    [InlineData("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45", "half an hour left out, so 02:45")]
    [InlineData("2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45", "half an hour twice, so the first")]
    [InlineData("2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T22:00", "a day left out, so noon of the 31st")]
    [InlineData("2026-03-04", "18:00", "Asia/Kolkata", "2026-03-04T12:30", "half an hour off")]
    [InlineData("2026-03-04", "18:00", "Etc/UTC", "2026-03-04T18:00", "no zone at all")]
    public void A_local_time_is_this_instant(string date, string time, string zone, string utc, string because) =>
        Zones.ToUtc(Day(date), TimeOnly.Parse(time), zone).ToString("yyyy-MM-ddTHH:mm").ShouldBe(utc, because);

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("Pacific Standard Time")]
    [InlineData("")]
    public void A_zone_that_is_not_in_the_IANA_list_is_refused(string zone) =>
        ShouldBeRefused(() => _ = new MeetingTime(new TimeOnly(9, 0), zone, 60), "zone");

    [Theory]
    [InlineData(0)]
    [InlineData(1441)]
    public void A_meeting_takes_between_a_minute_and_a_day(int minutes) =>
        ShouldBeRefused(
            () => _ = new MeetingTime(new TimeOnly(9, 0), "Etc/UTC", minutes),
            "between one minute and a day"
        );

    [Fact]
    public void Every_instant_has_a_local_time_that_is_it_or_its_twin_an_hour_before()
    {
        var zones = Gen.Elements(
            "America/New_York",
            "Europe/Dublin",
            "Africa/Casablanca",
            "Asia/Tehran",
            "Pacific/Chatham"
        );
        var instants = Gen.Choose(0, 20 * 366 * 48)
            .Select(i => new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(30 * i));

        Prop.ForAll(Arb.From(zones), Arb.From(instants), IsItself).QuickCheckThrowOnFailure();
    }

    private static bool IsItself(string zone, DateTime instant)
    {
        var local = Zones.ToLocal(instant, zone);
        var back = Zones.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), zone);
        return back == instant || back < instant && Zones.ToLocal(back, zone) == local;
    }
}
