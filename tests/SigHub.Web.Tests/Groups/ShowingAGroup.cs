using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Domain.Imports;
using SigHub.Domain.Meetings;
using SigHub.Web.Features.Groups;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Groups;

public sealed class Showing_a_group : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Tells_who_chairs_it_what_it_wrote_and_what_it_owes(Database database)
    {
        var hub = await OpenScene(database);

        var group = await Show(hub, who: null, "compute");

        group.ShouldNotBeNull();
        group.Head.Leaders.ShouldHaveSingleItem().Name.ShouldBe("Ada Quill");
        group.Head.Parent!.Name.ShouldBe("Technical Steering Committee");
        (group.Head.OpenActions, group.Overdue, group.Head.People).ShouldBe((3, 1, 3));
        var latest = group.Minutes[1];
        latest.Date.ShouldBe(new DateOnly(2026, 2, 26));
        latest.Name.ShouldBe("Kernel node, Warewulf");
        latest.Counts.ShouldBe("3 present · 1 decision · 4 actions");
        var wiki = group.Actions[0];
        (wiki.Number, wiki.Carried).ShouldBe((1, 2));
        wiki.Owners.ShouldHaveSingleItem().Name.ShouldBe("Ines Moreau");
        group.Ahead.Select(milestone => milestone.When).ShouldContain("Q2 2026");
        group.Ahead.ShouldNotContain(milestone => milestone.Title == "Node image boots", "it is done");
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_one_is_not_there_for_a_visitor_or_a_member_elsewhere(Database database)
    {
        var hub = await OpenScene(database);

        (await Show(hub, who: null, "security-response")).ShouldBeNull();
        (await Show(hub, Cast.Ines, "security-response")).ShouldBeNull();
        (await Show(hub, Cast.Mira, "security-response"))!.Actions.ShouldHaveSingleItem();
        (await Show(hub, who: null, "technical-steering"))!
            .Below.Select(below => below.Name)
            .ShouldBe(["SIG/Compute", "SIG/Inference"]);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_for_members_is_neither_shown_nor_counted_for_others(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(db =>
            db.Actions.Where(action => action.Number == 1)
                .ExecuteUpdateAsync(set => set.SetProperty(action => action.Visibility, Visibility.Members))
        );

        var visitor = await Show(hub, who: null, "compute");
        var member = await Show(hub, Cast.Ines, "compute");

        (visitor!.Head.OpenActions, visitor.Overdue).ShouldBe((2, 0));
        visitor.Actions.ShouldNotContain(action => action.Number == 1);
        member!.Head.OpenActions.ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_that_nobody_has_is_not_there(Database database)
    {
        var hub = await Open(database);

        (await Show(hub, who: null, "nobody")).ShouldBeNull();
        (await Show(hub, who: null, "No Slug!")).ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Its_series_names_the_next_meetings_and_somebody_may_have_opened_or_cancelled_one(
        Database database
    )
    {
        var hub = await OpenScene(database);
        await MeetsEveryThursday(hub);

        var group = await Show(hub, who: null, "compute");

        var rhythm = group!.Head.Rhythms.ShouldHaveSingleItem();
        (rhythm.Words, rhythm.Start, rhythm.Zone).ShouldBe(("every Thursday", new TimeOnly(17, 0), "Europe/Berlin"));
        group
            .Next.Select(meeting => (meeting.Date.Day, meeting.Address, meeting.CancelledBecause is null))
            .ShouldBe([(12, null, true), (19, "2026-03-19", false), (26, "2026-03-26", true)]);
        group.Next[0].StartsAt.ShouldBe(new DateTime(2026, 3, 12, 16, 0, 0, DateTimeKind.Utc));
        group.Next[2].Topics.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_meeting_that_is_over_is_no_longer_next(Database database)
    {
        var hub = await OpenScene(database);
        await MeetsEveryThursday(hub);
        hub.Clock.MoveTo(new DateTimeOffset(2026, 3, 12, 17, 1, 0, TimeSpan.Zero));

        var group = await Show(hub, who: null, "compute");

        group!.Next[0].Date.ShouldBe(new DateOnly(2026, 3, 19));
    }

    [Theory, OnEveryDatabase]
    public async Task Addresses_and_passcodes_are_for_people_who_signed_in(Database database)
    {
        var hub = await Open(database);
        await hub.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(one => one.Name == "SIG/Compute");
            group.Describe(Robin, "Write to list@foundation.example. Passcode: 4711", hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        var visitor = await Show(hub, who: null, "compute");
        var member = await Show(hub, Cast.Ada, "compute");

        visitor!.Overview.ShouldNotContain("foundation.example");
        visitor.Overview.ShouldNotContain("4711");
        member!.Overview.ShouldContain("list@foundation.example");
    }

    [Theory, OnEveryDatabase]
    public async Task And_where_it_came_from_as_far_as_somebody_may_know(Database database)
    {
        var hub = await Open(database);
        await MeetsEveryThursday(hub);
        await hub.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(one => one.Name == "SIG/Compute");
            var ada = await db.Memberships.FirstAsync(role => role.GroupId == group.Id && role.Role == Role.Chair);
            var series = await db.Series.SingleAsync();
            var now = hub.Clock.UtcNow();
            var page = Import(db, ada, "about.md", now);
            var roster = Import(db, ada, "roster.md", now);
            roster.ShowTo(Robin, Visibility.Members, now);
            db.Traces.AddRange(
                new Trace(SubjectKind.Group, group.Id, new Provenance(page.Id, 1, 2), now),
                new Trace(SubjectKind.Series, series.Id, new Provenance(page.Id, 9, 9), now),
                new Trace(SubjectKind.Membership, ada.Id, new Provenance(page.Id, 5, 5), now),
                new Trace(SubjectKind.Membership, ada.Id, new Provenance(roster.Id, 3, 3), now)
            );
            return await db.SaveChangesAsync();
        });

        (await Origins(null)).ShouldBe(["about.md:1"]);
        (await Origins(Cast.Ines)).ShouldBe(["about.md:1", "roster.md:3"]);
        (await OfPeople(null)).ShouldBe(["about.md:5"]);
        (await OfPeople(Cast.Ines)).ShouldBe(["about.md:5", "roster.md:3"]);

        using var visit = Visit.Of(hub);
        foreach (var path in new[] { "/groups/compute", "/groups/compute/people" })
        {
            var answer = await visit.Open(path);
            answer.Html.QuerySelector("#source")!.TextContent.ShouldBe("Where it came from", path);
            answer.Text.ShouldContain("about.md");
            answer.Text.ShouldNotContain("roster.md");
        }

        async Task<IEnumerable<string>> Origins(string? who) =>
            (await Show(hub, who, "compute"))!.Origins.Select(Word).Order(StringComparer.Ordinal);

        async Task<IEnumerable<string>> OfPeople(string? who) =>
            (await hub.As<ListGroupPeople, ListGroupPeople.Screen?>(who, list => list.Run("compute")))!
                .Origins.Select(Word)
                .Order(StringComparer.Ordinal);

        static string Word(SourceLines origin) => $"{origin.FileName}:{origin.FirstLine}";

        static ImportedDocument Import(SigHubDb db, Membership of, string name, DateTime now)
        {
            var by = new Actor(of.PersonId, isAdministrator: true, []);
            var document = ImportedDocument.Receive(
                by,
                name,
                "text"u8.ToArray(),
                DocumentKind.Minutes,
                of.GroupId,
                now
            );
            db.Documents.Add(document);
            return document;
        }
    }

    private static Actor Robin => new(Guid.NewGuid(), isAdministrator: true, []);

    private static async Task MeetsEveryThursday(Hub hub) =>
        await hub.Look(async db =>
        {
            var group = await db.Groups.SingleAsync(one => one.Name == "SIG/Compute");
            var now = hub.Clock.UtcNow();
            var series = MeetingSeries.Create(Robin, group.Id, "Weekly call", now);
            series.AddSlot(
                Robin,
                RecurrenceRule.Parse("FREQ=WEEKLY;BYDAY=TH"),
                new DateOnly(2026, 1, 8),
                new MeetingTime(new TimeOnly(17, 0), "Europe/Berlin", minutes: 60),
                now
            );
            db.Series.Add(series);
            return await db.SaveChangesAsync();
        });

    private static Task<ShowGroup.Screen?> Show(Hub hub, string? who, string slug) =>
        hub.As<ShowGroup, ShowGroup.Screen?>(who, show => show.Run(slug));
}
