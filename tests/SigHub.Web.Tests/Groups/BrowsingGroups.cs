using SigHub.Domain.Groups;
using SigHub.Testing;
using SigHub.Web.Features.Groups;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Groups;

public sealed class Browsing_groups : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task A_visitor_finds_public_groups_only_as_a_tree(Database database)
    {
        var hub = await Open(database);

        var screen = await Browse(hub, who: null, new());

        screen
            .Groups.Select(group => (group.Name, group.Depth))
            .ShouldBe([("Technical Steering Committee", 0), ("SIG/Compute", 1), ("SIG/Inference", 1)]);
        screen.All.ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_its_people_and_whoever_leads_it_find_a_closed_group(Database database)
    {
        var hub = await Open(database);

        (await Names(Cast.Mira)).ShouldContain("Security Response Team");
        (await Names(Cast.Robin)).ShouldContain("Security Response Team");
        (await Names(Cast.Ines)).ShouldNotContain("Security Response Team");

        async Task<IEnumerable<string>> Names(string who) =>
            (await Browse(hub, who, new())).Groups.Select(group => group.Name);
    }

    [Theory, OnEveryDatabase]
    public async Task A_filter_takes_name_kind_and_state_and_leaves_the_tree(Database database)
    {
        var hub = await Open(database);

        (await Names(new(Text: "comp"))).ShouldBe([("SIG/Compute", 0)]);
        (await Names(new(Kind: GroupKind.Committee))).ShouldBe([("Technical Steering Committee", 0)]);
        (await Names(new(Kind: GroupKind.Sig, State: GroupState.Active))).Count().ShouldBe(2);
        (await Names(new(State: GroupState.Archived))).ShouldBeEmpty();

        async Task<IEnumerable<(string, int)>> Names(BrowseGroups.Filter filter) =>
            (await Browse(hub, who: null, filter)).Groups.Select(group => (group.Name, group.Depth));
    }

    [Theory, OnEveryDatabase]
    public async Task Each_tells_when_it_meets_what_it_wrote_and_what_it_owes(Database database)
    {
        var hub = await OpenScene(database);

        var compute = (await Browse(hub, who: null, new(Text: "Compute"))).Groups.ShouldHaveSingleItem();

        compute.Next!.Date.ShouldBe(new DateOnly(2026, 3, 26), "the meeting before it is cancelled");
        compute.Latest.ShouldBe(new BrowseGroups.Minutes(new DateOnly(2026, 2, 26), Place: 1));
        (compute.OpenActions, compute.Overdue).ShouldBe((3, 1));
    }

    private static Task<BrowseGroups.Screen> Browse(Hub hub, string? who, BrowseGroups.Filter filter) =>
        hub.As<BrowseGroups, BrowseGroups.Screen>(who, browse => browse.Run(filter));
}
