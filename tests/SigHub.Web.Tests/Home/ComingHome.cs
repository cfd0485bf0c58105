using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Activity;
using SigHub.Domain.Groups;
using SigHub.Web.Features.Home;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;
using SigHub.Web.Platform.Demo;
using Database = SigHub.Testing.Database;

namespace SigHub.Web.Tests.Home;

public sealed class Coming_home : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Says_what_I_owe_the_overdue_first(Database database)
    {
        var hub = await OpenScene(database);

        var mine = await Mine(hub, Cast.Ines);

        (mine.Count, mine.Overdue).ShouldBe((2, 1));
        mine.Owed.Select(pile => (pile.When, pile.Actions.Single().Number))
            .ShouldBe([(ShowMine.When.Overdue, 1), (ShowMine.When.NoDate, 6)]);
    }

    [Theory, OnEveryDatabase]
    public async Task This_week_ends_on_Sunday(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var action = await db.Actions.SingleAsync(one => one.Number == 6);
            var robin = new Actor(Guid.NewGuid(), isAdministrator: true, []);
            action.MakeDue(robin, new DateOnly(2026, 3, 15), hub.Clock.UtcNow());
            return await db.SaveChangesAsync();
        });

        (await Mine(hub, Cast.Ines)).Owed[1].When.ShouldBe(ShowMine.When.ThisWeek);

        hub.Clock.MoveTo(new DateTimeOffset(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        (await Mine(hub, Cast.Ines)).Owed.ShouldHaveSingleItem().When.ShouldBe(ShowMine.When.Later);
    }

    [Theory, OnEveryDatabase]
    public async Task Tells_the_news_and_the_meetings_of_my_groups_and_of_no_other(Database database)
    {
        var hub = await OpenScene(database);
        await SomethingHappensInEveryGroup(hub);

        (await Groups(Cast.Ada)).ShouldBe(["SIG/Compute"]);
        (await Groups(Cast.Ines)).ShouldBe(["SIG/Compute", "SIG/Inference"]);
        (await Groups(Cast.Mira)).ShouldContain("Security Response Team");
        (await Groups(Cast.Robin)).Count.ShouldBe(4);
        var ada = await Mine(hub, Cast.Ada);
        ada.Next.ShouldAllBe(meeting => meeting.Group == "SIG/Compute");
        ada.Next.Count.ShouldBe(2);
        var news = ada.News[0];
        (news.Who, news.What).ShouldBe(("Robin Vale", "changed the overview of SIG/Compute"));

        async Task<List<string>> Groups(string who) =>
            [.. (await Mine(hub, who)).News.Select(piece => piece.Group).Distinct().Order(StringComparer.Ordinal)];
    }

    [Theory, OnEveryDatabase]
    public async Task An_import_is_told_once_and_not_with_all_that_it_changed(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var document = await db.Documents.SingleAsync();
            var group = await db.Groups.SingleAsync(one => one.Name == "SIG/Compute");
            var robin = await db.People.SingleAsync(one => one.DisplayName == "Robin Vale");
            var now = hub.Clock.UtcNow();
            db.Record(new MinutesImported(document.Subject, robin.Id, now, Records: 12));
            db.Record(new GroupDescribed(group.Subject, robin.Id, now, "overview", "", "New"));
            return await db.SaveChangesAsync();
        });

        var mine = await Mine(hub, Cast.Ada);

        mine.News.ShouldHaveSingleItem().What.ShouldBe("imported kernel-node.md: 12 records");
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_gone_again_is_told_and_leads_nowhere(Database database)
    {
        var hub = await OpenScene(database);
        await hub.Look(async db =>
        {
            var robin = await db.People.SingleAsync(one => one.DisplayName == "Robin Vale");
            var document = await db.Documents.SingleAsync();
            var action = await db.Actions.SingleAsync(one => one.Number == 1);
            db.Record(new MinutesImported(document.Subject, robin.Id, hub.Clock.UtcNow(), Records: 12));
            db.Record(action.AddNote(Actor.Administrator(robin.Id), "Half of it", hub.Clock.UtcNow().AddMinutes(-1)));
            return await db.SaveChangesAsync();
        });
        (await Mine(hub, Cast.Ada)).News.Select(piece => piece.IsThere).ShouldBe([true, true]);

        await hub.Look(db => db.Documents.ExecuteDeleteAsync());

        (await Mine(hub, Cast.Ada)).News.Select(piece => piece.IsThere).ShouldBe([false, true]);
        using var visit = await SignedIn(hub, Cast.Ada);
        var told = (await visit.Open("/")).Html.QuerySelectorAll(".news .what");
        told.Select(what => what.GetAttribute("href")).ShouldBe([null, "actions/A-1"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_who_did_not_sign_in_has_anything(Database database)
    {
        var hub = await Open(database);

        await Should.ThrowAsync<RuleBroken>(() => Mine(hub, who: null));
    }

    private static async Task SomethingHappensInEveryGroup(Hub hub) =>
        await hub.Look(async db =>
        {
            var robin = await db.People.SingleAsync(one => one.DisplayName == "Robin Vale");
            var actor = new Actor(robin.Id, isAdministrator: true, []);
            foreach (var group in await db.Groups.ToListAsync())
                db.Record(group.Describe(actor, "What we are for.", hub.Clock.UtcNow()));
            return await db.SaveChangesAsync();
        });

    private static Task<ShowMine.Screen> Mine(Hub hub, string? who) =>
        hub.As<ShowMine, ShowMine.Screen>(who, show => show.Run());
}

public sealed class Dropping_in : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task A_visitor_sees_the_public_groups_their_minutes_and_who_meets_next(Database database)
    {
        var hub = await OpenScene(database);

        var portal = await hub.As<ShowPortal, ShowPortal.Screen>(who: null, show => show.Run());

        portal
            .Groups.Select(group => group.Name)
            .ShouldBe(["SIG/Compute", "SIG/Inference", "Technical Steering Committee"]);
        portal.Next.ShouldHaveSingleItem().Title.ShouldBe("Release candidates");
        portal.Minutes.Select(one => one.Group).Distinct().ShouldBe(["SIG/Compute", "SIG/Inference"]);
        portal.Minutes[0].Topics.Count.ShouldBe(3);
    }
}
