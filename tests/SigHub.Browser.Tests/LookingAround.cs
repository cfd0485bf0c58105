using Microsoft.Playwright;
using SigHub.Testing;

namespace SigHub.Browser.Tests;

/// <summary>Home, groups and people of the demo, as a visitor and as somebody of the cast reads them.</summary>
public sealed class Looking_around : BrowserTest
{
    [Theory, OnEveryDatabase]
    public async Task A_visitor_reads_every_page_at_every_width_light_and_dark(Database database)
    {
        var server = await ServeReaders(database);
        var wide = await OpenWindow(server);
        var narrow = await OpenWindow(server, width: 360, dark: true);
        string[] pages =
        [
            "",
            "groups",
            "groups?q=sig&kind=sig",
            "groups/compute",
            "groups/compute/meetings",
            "groups/compute/people",
            "groups/pipelines",
            "people",
            await PersonOf(wide, "Ada Quill"),
        ];

        foreach (var window in (Window[])[wide, narrow])
        {
            foreach (var page in pages)
            {
                await window.Page.GotoAsync(page);
                await window.ShouldBeAccessible();
                (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBe(
                    0,
                    $"{page} is wider than the window"
                );
            }

            window.Sockets.ShouldBe(0);
            window.ShouldBeClean();
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_visitor_without_script_filters_by_a_form_whose_link_reproduces_it(Database database)
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server, script: false);
        var page = window.Page;

        await page.GotoAsync("groups");
        await page.GetByLabel("Kind").SelectOptionAsync("committee");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();

        page.Url.ShouldContain("kind=committee");
        await page.GotoAsync(page.Url);
        await Assertions.Expect(page.GetByLabel("Kind")).ToHaveValueAsync("committee");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Link, new() { Name = "Technical Steering Committee" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "SIG/Compute" })).ToHaveCountAsync(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_is_signed_in_reads_first_what_they_owe_and_goes_on_without_loading_again(
        Database database
    )
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server);
        var page = window.Page;

        await window.SignIn("Ines Moreau");
        await window.UntilLive();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^You owe [0-9]+ things?"));
        var owed = page.Locator(".action-rows > li").First;
        await owed.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(owed.GetByText("✓ done")).ToBeVisibleAsync();
        await owed.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(owed.GetByRole(AriaRole.Button, new() { Name = "Done" })).ToBeVisibleAsync();
        await window.ShouldBeAccessible();

        await page.GetByRole(AriaRole.Link, new() { Name = "SIG/Compute" }).First.ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("SIG/Compute");
        await page.GetByRole(AriaRole.Link, new() { Name = "Technical Steering Committee" }).First.ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("Technical Steering Committee");
        window.Sockets.ShouldBe(1, "the circuit goes on");
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_closed_or_does_not_exist_is_answered_as_not_found(Database database)
    {
        var server = await ServeReaders(database);
        using var visitor = new HttpClient { BaseAddress = server.Address };
        string[] nowhere =
        [
            "groups/security-response",
            "groups/security-response/meetings",
            "groups/security-response/people",
            "groups/nobody",
            $"people/{Guid.NewGuid():N}",
        ];

        foreach (var page in nowhere)
        {
            using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));

            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, page);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("There is nothing here that you can see");
        }
    }

    private static async Task<string> PersonOf(Window window, string name)
    {
        await window.Page.GotoAsync("people");
        return (await window.Page.GetByRole(AriaRole.Link, new() { Name = name }).First.GetAttributeAsync("href"))!;
    }
}
