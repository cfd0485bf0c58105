using Microsoft.Playwright;
using SigHub.Testing;

namespace SigHub.Browser.Tests;

/// <summary>Search, by keyboard and by form, as a visitor and as somebody of the cast.</summary>
public sealed class Searching_the_portal : BrowserTest
{
    [Theory, OnEveryDatabase]
    public async Task A_visitor_types_chooses_and_arrives_without_touching_the_mouse(Database database)
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server);
        await window.Page.GotoAsync("groups");

        await ChooseTheGroup(window);

        window.Sockets.ShouldBe(0);
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_signed_in_does_the_same_and_the_circuit_goes_on(Database database)
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server);
        await window.SignIn("Mira Okafor", to: "groups");
        await window.UntilLive();

        await ChooseTheGroup(window);

        window.Sockets.ShouldBe(1);
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task Escape_closes_the_suggestions_and_a_slash_in_a_field_is_a_slash(Database database)
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server);
        var page = window.Page;
        await page.GotoAsync("decisions");

        await page.GetByLabel("Words").FocusAsync();
        await page.Keyboard.TypeAsync("a/b");
        await Assertions.Expect(page.GetByLabel("Words")).ToHaveValueAsync("a/b");

        var field = page.Locator("header form[data-search] input");
        await field.FocusAsync();
        await page.Keyboard.TypeAsync("sig");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await window.ShouldBeAccessible();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(field).ToHaveValueAsync("sig");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Search");
        await Assertions.Expect(page.Locator("main mark").First).ToBeVisibleAsync();
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task A_visitor_without_script_searches_by_a_form_whose_link_reproduces_it(Database database)
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server, script: false, width: 360);
        var page = window.Page;
        await page.GotoAsync("");

        await page.Locator("header input[name=q]").FillAsync("kernel*");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main mark").First).ToBeVisibleAsync();
        var hits = await page.Locator("main .lead").TextContentAsync();

        page.Url.ShouldContain("search?q=kernel");
        await page.GotoAsync(page.Url);
        await Assertions.Expect(page.Locator("main .lead")).ToHaveTextAsync(hits!);
        await page.Locator("main .hit-title").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync("Search");
    }

    [Theory, OnEveryDatabase]
    public async Task Its_pages_are_accessible_at_every_width_light_and_dark(Database database)
    {
        var server = await ServeReaders(database);
        foreach (
            var window in (Window[])
                [
                    await OpenWindow(server),
                    await OpenWindow(server, width: 768),
                    await OpenWindow(server, width: 360, dark: true),
                ]
        )
        {
            foreach (
                var path in (string[])
                    [
                        "search",
                        "search?q=kernel+image*",
                        "search?q=the*+after:2020+kind:cake",
                        "search?q=nowhere+kind:action",
                    ]
            )
            {
                await window.Page.GotoAsync(path);
                await window.ShouldBeAccessible();
                (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBe(
                    0,
                    $"{path} is wider than the window"
                );
            }

            window.ShouldBeClean();
        }
    }

    private static async Task ChooseTheGroup(Window window)
    {
        var page = window.Page;
        var field = page.Locator("header form[data-search] input");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("sig/comp");

        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("SIG/Compute");
        await Assertions.Expect(field).ToHaveValueAsync("sig/comp");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
        (await field.GetAttributeAsync("aria-activedescendant")).ShouldBe(
            await page.GetByRole(AriaRole.Option).First.GetAttributeAsync("id")
        );
        await page.Keyboard.PressAsync("Enter");

        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("SIG/Compute");
        page.Url.ShouldEndWith("groups/compute");
    }
}
