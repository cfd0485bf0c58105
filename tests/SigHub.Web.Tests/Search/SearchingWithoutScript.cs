using System.Net;
using SigHub.Testing;

namespace SigHub.Web.Tests.Search;

public sealed class Searching_without_script : SceneTest
{
    [Theory, OnEveryDatabase]
    public async Task A_form_leads_to_a_page_of_marked_hits(Database database)
    {
        var hub = await OpenScene(database);
        using var visit = Visit.Of(hub);

        var home = await visit.Open("/");
        var form = home.Html.QuerySelector("header form[role=search]")!;
        (form.GetAttribute("method"), form.GetAttribute("action")).ShouldBe(("get", "search"));

        var found = await visit.Open("/search?q=warewulf+kernel");
        found.Status.ShouldBe(HttpStatusCode.OK);
        found.Html.QuerySelector("[role=status].lead")!.TextContent.ShouldBe("1 hit.");
        found
            .Html.QuerySelectorAll("main mark")
            .Select(mark => mark.TextContent)
            .Distinct()
            .ShouldBe(["Kernel", "Warewulf", "kernel"]);
        found
            .Html.QuerySelector("main .hit-title")!
            .GetAttribute("href")
            .ShouldBe("groups/compute/meetings/2026-02-26");
        found.Html.QuerySelector("main input[name=q]")!.GetAttribute("value").ShouldBe("warewulf kernel");
    }

    [Theory, OnEveryDatabase]
    public async Task Filters_are_links_that_set_and_take_away(Database database)
    {
        var hub = await OpenScene(database);
        using var visit = Visit.Of(hub);

        var all = await visit.Open("/search?q=node");
        var actions = all
            .Html.QuerySelectorAll("a.chip")
            .First(chip => chip.TextContent.StartsWith("actions", StringComparison.Ordinal));
        var some = await visit.Open(all.Resolve(actions.GetAttribute("href")!));

        some.Html.QuerySelector("main input[name=q]")!.GetAttribute("value").ShouldBe("node kind:action");
        some.Html.QuerySelectorAll("main .hit-title")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(["actions/A-1"]);
        var away = await visit.Open(some.Resolve(some.Html.QuerySelector("a.chip.set")!.GetAttribute("href")!));
        away.Html.QuerySelector("main input[name=q]")!.GetAttribute("value").ShouldBe("node");
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_typed_and_nothing_found_say_what_to_do(Database database)
    {
        var hub = await OpenScene(database);
        using var visit = Visit.Of(hub);

        var nothing = await visit.Open("/search");
        var none = await visit.Open("/search?q=zeppel+kind:action+kind:cake");

        nothing.Html.QuerySelectorAll("main a").Select(link => link.TextContent).ShouldContain("kind:decision");
        none.Html.QuerySelector(".empty")!
            .QuerySelectorAll("a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe(["search?q=zeppel", "search?q=zeppel%2A%20kind%3Aaction%20kind%3Acake", "search"]);
        none.Html.QuerySelector(".notice.warning")!.TextContent.ShouldStartWith("“kind:cake” was left out");
    }

    [Theory, OnEveryDatabase]
    public async Task What_documents_and_visitors_write_stays_text(Database database)
    {
        var hub = await OpenScene(database);
        using var visit = Visit.Of(hub);

        var found = await visit.Open("/search?q=" + Uri.EscapeDataString("alert \"><script>alert(2)</script>"));
        var shown = await visit.Open("/search?q=alert");

        found.Html.QuerySelectorAll("script").ShouldAllBe(script => script.TextContent.Length == 0);
        shown.Html.QuerySelectorAll("script").ShouldAllBe(script => script.TextContent.Length == 0);
        shown.Html.QuerySelector("main .hit-text")!.TextContent.ShouldContain("<script>alert(1)</script>");
    }

    [Theory, OnEveryDatabase]
    public async Task Suggestions_are_given_to_anybody_as_far_as_they_may_see(Database database)
    {
        var hub = await OpenScene(database);
        using var visit = Visit.Of(hub);

        var found = await visit.Open("/search/suggestions?q=kern");
        var hidden = await visit.Open("/search/suggestions?q=embargo");
        var nothing = await visit.Open("/search/suggestions");

        found.Text.ShouldContain("\"link\":\"groups/compute/meetings/2026-02-26\"");
        found.Header("Cache-Control").ShouldBe("no-store, private");
        (hidden.Text, nothing.Text).ShouldBe(("[]", "[]"));
    }

    [Theory, OnEveryDatabase]
    public async Task Hostile_addresses_are_answered_with_a_page(Database database)
    {
        var hub = await OpenScene(database);
        using var visit = Visit.Of(hub);

        foreach (
            var query in (string[])
                [
                    "q=%00%1f%22",
                    "q=%ff%fe",
                    "q=" + new string('a', 10_000),
                    "q=a&q=b",
                    "q=kernel&page=-1",
                    "q=kernel&page=99999999999",
                    "q=%22%22%22*",
                    "page=2",
                ]
        )
            (await visit.Open("/search?" + query)).Status.ShouldBe(
                HttpStatusCode.OK,
                query[..Math.Min(40, query.Length)]
            );
    }
}
