using SigHub.Domain.Roadmaps;
using SigHub.Testing;
using SigHub.Web.Features.Roadmap;
using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Tests.Roadmap;

public sealed class Reading_a_roadmap : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task Everything_a_visitor_may_see_by_its_time_and_horizons_last(Database database)
    {
        var hub = await OpenScene(database);

        var roadmap = await Read(hub, who: null, slug: null);

        roadmap!.Milestones.Count.ShouldBe(13);
        roadmap.Milestones.Select(row => row.Title).ShouldNotContain("Embargoed release");
        roadmap.Milestones[0].Title.ShouldBe("Old build farm");
        roadmap.Milestones[^1].Period.Horizon.ShouldNotBeNull();
        roadmap.Milestones.Single(row => row.Number == 3).Former.ShouldBe([Period.Quarter(2026, 1)]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_committee_s_roadmap_holds_those_of_the_groups_below_it(Database database)
    {
        var hub = await OpenScene(database);

        var committee = await Read(hub, Cast.Mira, "technical-steering");
        var compute = await Read(hub, Cast.Mira, "compute");

        committee!.Lanes[0].Slug.ShouldBe("technical-steering");
        committee.Milestones.Count.ShouldBe(14);
        compute!.Lanes.ShouldHaveSingleItem();
        compute.Milestones.Count.ShouldBe(8);
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_group_s_is_not_there_for_others(Database database)
    {
        var hub = await OpenScene(database);

        (await Read(hub, Cast.Ada, "security-response")).ShouldBeNull();
        (await hub.As<ReadMilestone, ReadMilestone.Shown?>(Cast.Ada, read => read.Run(1))).ShouldBeNull();
        (await hub.As<ReadMilestone, ReadMilestone.Shown?>(Cast.Mira, read => read.Run(1))).ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_milestone_tells_how_it_moved(Database database)
    {
        var hub = await OpenScene(database);

        var milestone = await hub.As<ReadMilestone, ReadMilestone.Shown?>(who: null, read => read.Run(3));

        var move = milestone!.Moves.ShouldHaveSingleItem();
        (move.From, move.To, move.By).ShouldBe(("Q1 2026", "Q2 2026", "Robin Vale"));
        move.Reason.ShouldBe("The vendors need longer to test.");
    }

    private static Task<ReadRoadmap.Shown?> Read(Hub hub, string? who, string? slug) =>
        hub.As<ReadRoadmap, ReadRoadmap.Shown?>(who, read => read.Run(slug));
}

public sealed class A_timeline
{
    private static readonly Timeline s_quarters = new(TimelineScale.Quarter, 2026);

    [Fact]
    public void Gives_every_quarter_the_same_width()
    {
        s_quarters.Of(Period.Quarter(2026, 1)).ShouldBe(new Timeline.Span(0, 12.5, false, false));
        s_quarters.Of(Period.Quarter(2027, 4)).ShouldBe(new Timeline.Span(87.5, 12.5, false, false));
        s_quarters.Columns.Select(column => column.Name).Take(5).ShouldBe(["Q1", "Q2", "Q3", "Q4", "Q1"]);
    }

    [Fact]
    public void Cuts_what_begins_before_it()
    {
        new Timeline(TimelineScale.Month, 2026)
            .Of(Period.Months(2025, 11, 2026, 1))
            .ShouldBe(new Timeline.Span(0, 8.333, true, false));
    }

    [Fact]
    public void Does_not_draw_other_years_or_horizons()
    {
        s_quarters.Of(Period.Year(2025)).ShouldBeNull();
        s_quarters.Of(Period.At(Horizon.Later)).ShouldBeNull();
    }

    [Fact]
    public void Goes_to_the_last_year_with_something_in_it_when_this_one_has_nothing()
    {
        var today = new DateOnly(2026, 3, 12);

        Timeline
            .Around(today, TimelineScale.Quarter, [Period.Year(2023), Period.Month(2024, 2)])
            .FromYear.ShouldBe(2024);
        Timeline.Around(today, TimelineScale.Quarter, [Period.Year(2024), Period.Year(2027)]).FromYear.ShouldBe(2026);
        Timeline.Around(today, TimelineScale.Month, []).FromYear.ShouldBe(2026);
    }
}
