using SigHub.Testing;
using SigHub.Web.Features.Decisions;
using SigHub.Web.Platform.Demo;
using static SigHub.Web.Features.Decisions.FindDecisions;

namespace SigHub.Web.Tests.Decisions;

public sealed class Finding_decisions : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task The_latest_stands_first_and_leads_to_its_meeting(Database database)
    {
        var hub = await OpenScene(database);

        var page = await Find(hub, who: null, new Filter(null, null, null));

        page.Rows.Select(row => row.Number).ShouldBe([1, 3, 2]);
        page.Rows[0].Meeting!.Date.ShouldBe(new DateOnly(2026, 2, 26));
        page.Years.ShouldBe([2026]);
    }

    [Theory, OnEveryDatabase]
    public async Task By_group_year_and_words(Database database)
    {
        var hub = await OpenScene(database);

        (await Numbers(new Filter("compute", null, null))).ShouldBe([1, 2]);
        (await Numbers(new Filter(null, 2025, null))).ShouldBeEmpty();
        (await Numbers(new Filter(null, 2026, "MIRROR"))).ShouldBe([2]);

        async Task<IEnumerable<int>> Numbers(Filter filter) =>
            (await Find(hub, who: null, filter)).Rows.Select(row => row.Number);
    }

    [Theory, OnEveryDatabase]
    public async Task One_tells_who_moved_it_and_where_it_was_read(Database database)
    {
        var hub = await OpenScene(database);

        var decision = await hub.As<ReadDecision, ReadDecision.Shown?>(who: null, read => read.Run(1));

        decision!.Mover!.Name.ShouldBe("Ada Quill");
        decision.Seconder!.Name.ShouldBe("Ines Moreau");
        decision.Origins.ShouldHaveSingleItem().FirstLine.ShouldBe(12);
    }

    [Theory, OnEveryDatabase]
    public async Task One_of_a_closed_group_is_not_there_for_others(Database database)
    {
        var hub = await OpenScene(database);

        (await hub.As<ReadDecision, ReadDecision.Shown?>(Cast.Ines, read => read.Run(4))).ShouldBeNull();
        (await hub.As<ReadDecision, ReadDecision.Shown?>(Cast.Mira, read => read.Run(4))).ShouldNotBeNull();
    }

    private static Task<Page> Find(Hub hub, string? who, Filter filter) =>
        hub.As<FindDecisions, Page>(who, find => find.Run(filter));
}
