using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Testing;
using SigHub.Web.Features.Groups;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Groups;

public sealed class Listing_the_meetings_of_a_group : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Shows_a_year_the_latest_first_with_what_each_brought(Database database)
    {
        var hub = await OpenScene(database);

        var list = await List(hub, who: null, "compute", year: 1999);

        list!.Chosen.ShouldBe(2026, "there is no other year");
        list.Years.ShouldBe([new ListMeetings.Year(2026, 6)]);
        list.Meetings.Select(meeting => (meeting.Date.ToString("MM-dd"), meeting.Place, meeting.State))
            .ShouldBe([
                ("03-26", 1, MeetingState.Scheduled),
                ("03-19", 1, MeetingState.Cancelled),
                ("02-26", 2, MeetingState.Draft),
                ("02-26", 1, MeetingState.Final),
                ("02-12", 1, MeetingState.Final),
                ("01-29", 1, MeetingState.Final),
            ]);
        list.Meetings[^1].Counts.ShouldBe("2 present · 3 actions");
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_group_has_none_for_others(Database database)
    {
        var hub = await OpenScene(database);

        (await List(hub, who: null, "security-response", year: null)).ShouldBeNull();
        (await List(hub, Cast.Ada, "security-response", year: null)).ShouldBeNull();
        (await List(hub, Cast.Mira, "security-response", year: null))!.Meetings.ShouldHaveSingleItem();
    }

    [Theory, OnEveryDatabase]
    public async Task Says_of_a_meeting_without_words_whether_they_are_still_to_come(Database database)
    {
        var hub = await Open(database);
        await hub.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(one => one.Name == "SIG/Compute");
            var by = new Actor(Guid.NewGuid(), isAdministrator: true, []);
            var now = hub.Clock.UtcNow();
            foreach (var day in new[] { new DateOnly(2026, 2, 5), new DateOnly(2026, 4, 2) })
                db.Meetings.Add(Meeting.Schedule(by, group.Id, day, slot: 1, title: null, time: null, now));
            return await db.SaveChangesAsync();
        });
        using var visit = Visit.Of(hub);

        var page = await visit.Open("/groups/compute/meetings");

        page.Html.QuerySelectorAll(".meeting-name")
            .Select(name => name.FirstChild!.TextContent.Trim())
            .ShouldBe(["Nothing is written down yet", "Nothing was written down"]);
    }

    private static Task<ListMeetings.Screen?> List(Hub hub, string? who, string slug, int? year) =>
        hub.As<ListMeetings, ListMeetings.Screen?>(who, list => list.Run(slug, year));
}
