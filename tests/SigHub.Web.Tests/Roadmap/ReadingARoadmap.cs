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

    [Theory]
    [InlineData("99999", 2026, false, true)]
    [InlineData("2500", 2027, true, false)]
    [InlineData("-3", 2026, false, true)]
    [InlineData("x", 2026, false, true)]
    [InlineData("1", 2026, false, true)]
    public async Task Its_years_end_where_its_milestones_do(string from, int year, bool hasBefore, bool hasAfter)
    {
        using var visit = Visit.Of(await OpenScene(Database.Sqlite));

        var page = await visit.Open("/roadmap?scale=month&from=" + from);

        page.Html.QuerySelector("input[name=from]")!.GetAttribute("value").ShouldBe($"{year}");
        (page.Html.QuerySelector("a[rel=prev]") is not null).ShouldBe(hasBefore);
        (page.Html.QuerySelector("a[rel=next]") is not null).ShouldBe(hasAfter);
    }

    [Fact]
    public async Task Late_looks_the_same_on_every_page()
    {
        var hub = await OpenScene(Database.Sqlite);
        hub.Clock.MoveTo(new DateTimeOffset(2026, 8, 1, 9, 0, 0, TimeSpan.Zero));
        using var visit = Visit.Of(hub);

        foreach (var path in new[] { "/roadmap", "/groups/compute/roadmap", "/groups/compute" })
        {
            var page = await visit.Open(path);
            var late = page.Html.QuerySelectorAll("main .tag").Where(tag => tag.TextContent.EndsWith("late")).ToList();
            late.ShouldNotBeEmpty(path);
            late.ShouldAllBe(tag => tag.ClassName == "tag overdue" && tag.TextContent == "! late");
        }
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

    [Theory]
    [InlineData(null, 2026)]
    [InlineData(1, 2024)]
    [InlineData(2025, 2025)]
    [InlineData(9999, 2027)]
    public void Begins_where_it_is_asked_to_and_never_beyond_the_first_or_last_of_its_years(int? year, int begins) =>
        Timeline
            .From(
                year,
                new DateOnly(2026, 3, 12),
                TimelineScale.Month,
                [Period.Year(2024), Period.Quarter(2026, 4), Period.Month(2027, 2), Period.At(Horizon.Later)]
            )
            .FromYear.ShouldBe(begins);

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
