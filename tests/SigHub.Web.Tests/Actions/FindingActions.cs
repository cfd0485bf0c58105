using SigHub.Domain.Actions;
using SigHub.Testing;
using SigHub.Web.Features.Actions;
using SigHub.Web.Platform.Demo;
using static SigHub.Web.Features.Actions.FindActions;

namespace SigHub.Web.Tests.Actions;

public sealed class Finding_actions : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task A_visitor_finds_what_is_open_in_public_groups_the_one_due_first_on_top(Database database)
    {
        var hub = await OpenScene(database);

        var page = await Find(hub, who: null, new Filter());

        page.Rows.Select(row => row.Number).ShouldBe([1, 2, 3, 6]);
        (page.All, page.Overdue).ShouldBe((4, 1));
        page.Rows.ShouldAllBe(row => !row.MayChange);
        page.Groups.Select(group => group.Name).ShouldNotContain("Security Response Team");
    }

    [Theory, OnEveryDatabase]
    public async Task Says_how_often_each_was_carried_and_whose_it_is(Database database)
    {
        var hub = await OpenScene(database);

        var page = await Find(hub, who: null, new Filter { Sort = Order.Age });

        var wiki = page.Rows[0];
        (wiki.Number, wiki.Carried, wiki.RaisedOn).ShouldBe((1, 2, new DateOnly(2026, 1, 29)));
        wiki.Owners.ShouldHaveSingleItem().Name.ShouldBe("Ines Moreau");
        wiki.Group!.Slug.ShouldBe("compute");
        page.Rows.Single(row => row.Number == 2).Owners.ShouldHaveSingleItem().Name.ShouldBe("Tomas Lindqvist");
        page.Rows.Single(row => row.Number == 3).Owners.Select(owner => owner.Name).ShouldBe(["Chris", "Ada Quill"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Mine_are_those_I_own_in_every_group(Database database)
    {
        var hub = await OpenScene(database);

        var page = await Find(hub, Cast.Ines, new Filter { Owner = Me });

        page.Rows.Select(row => row.Number).ShouldBe([1, 6]);
        page.Rows.ShouldAllBe(row => row.IsMine && row.MayChange);
        (await Find(hub, who: null, new Filter { Owner = Me })).Rows.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task By_group_owner_state_age_and_words(Database database)
    {
        var hub = await OpenScene(database);

        (await Numbers(new Filter { Group = "inference" })).ShouldBe([6]);
        (await Numbers(new Filter { Owner = "chris" })).ShouldBe([3]);
        (await Numbers(new Filter { Owner = "LINDQVIST" })).ShouldBe([2]);
        (await Numbers(new Filter { State = StateChoice.Done })).ShouldBe([4]);
        (await Numbers(new Filter { State = StateChoice.Dropped })).ShouldBe([5]);
        (await Numbers(new Filter { State = StateChoice.All, Sort = Order.Newest })).ShouldBe([2, 6, 3, 5, 4, 1]);
        (await Numbers(new Filter { OlderThanDays = 30 })).ShouldBe([1]);
        (await Numbers(new Filter { RaisedBefore = new DateOnly(2026, 2, 13) })).ShouldBe([1, 3]);
        (await Numbers(new Filter { Text = "SPEC files" })).ShouldBe([2]);
        (await Numbers(new Filter { Text = "100%" })).ShouldBeEmpty();
        (await Numbers(new Filter { Group = "security-response" })).ShouldBeEmpty();

        async Task<IEnumerable<int>> Numbers(Filter filter) =>
            (await Find(hub, who: null, filter)).Rows.Select(row => row.Number);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_leads_a_closed_group_finds_its_actions(Database database)
    {
        var hub = await OpenScene(database);

        var page = await Find(hub, Cast.Mira, new Filter { Group = "security-response" });

        page.Rows.ShouldHaveSingleItem().Text.ShouldBe("Prepare the embargoed fix");
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_too_far_is_the_last_one(Database database)
    {
        var hub = await OpenScene(database);

        var page = await Find(hub, who: null, new Filter { Page = 9 });

        page.Number.ShouldBe(1);
        page.Rows.Count.ShouldBe(4);
    }

    private static Task<Page> Find(Hub hub, string? who, Filter filter) =>
        hub.As<FindActions, Page>(who, find => find.Run(filter));
}

public sealed class Reading_an_action : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Tells_its_whole_history_the_latest_first(Database database)
    {
        var hub = await OpenScene(database);

        var action = await hub.As<ReadAction, ReadAction.Shown?>(who: null, read => read.Run(3));

        action.ShouldNotBeNull();
        action.Status.ShouldBe(ActionStatus.OnHold);
        action
            .History.Select(state => (state.Status, state.Meeting!.Date, state.Note))
            .ShouldBe([
                (ActionStatus.OnHold, new DateOnly(2026, 2, 26), "waits for the vote"),
                (ActionStatus.Open, new DateOnly(2026, 2, 12), null),
            ]);
        action.Carried.ShouldBe(1);
        action.RaisedAt!.Date.ShouldBe(new DateOnly(2026, 2, 12));
        action.Notes.ShouldHaveSingleItem().ShouldEndWith("write to [address hidden]");
        action.Origins.ShouldHaveSingleItem().FirstLine.ShouldBe(17);
        action.MayChange.ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task One_of_a_closed_group_is_not_there_for_others(Database database)
    {
        var hub = await OpenScene(database);

        (await hub.As<ReadAction, ReadAction.Shown?>(Cast.Ada, read => read.Run(7))).ShouldBeNull();
        (await hub.As<ReadAction, ReadAction.Shown?>(Cast.Mira, read => read.Run(7))).ShouldNotBeNull();
    }
}
