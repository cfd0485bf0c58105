using SigHub.Testing;
using SigHub.Web.Features.Groups;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Groups;

public sealed class Browsing_groups : HubTest
{
    [Theory, OnEveryDatabase]
    public async Task A_visitor_finds_public_groups_only(Database database)
    {
        var hub = await Open(database);

        var groups = await hub.As<BrowseGroups, BrowseGroups.Screen>(who: null, browse => browse.Run(new()));

        groups
            .Groups.Select(group => group.Name)
            .ShouldBe(["SIG/Compute", "SIG/Inference", "Technical Steering Committee"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_leads_a_closed_group_finds_it(Database database)
    {
        var hub = await Open(database);

        var groups = await hub.As<BrowseGroups, BrowseGroups.Screen>(Cast.Mira, browse => browse.Run(new()));

        groups.Groups.Select(group => group.Name).ShouldContain("Security Response Team");
    }
}
