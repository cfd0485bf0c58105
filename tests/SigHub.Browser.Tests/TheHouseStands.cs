using Microsoft.Playwright;
using SigHub.Testing;

namespace SigHub.Browser.Tests;

public sealed class The_house_stands : BrowserTest
{
    [Theory, OnEveryDatabase]
    public async Task A_visitor_reads_without_a_circuit(Database database)
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server);

        await window.Page.GotoAsync("groups", new() { WaitUntil = WaitUntilState.NetworkIdle });

        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "SIG/Compute" }))
            .ToBeVisibleAsync();
        window.Sockets.ShouldBe(0);
        var html = await window.Page.ContentAsync();
        html.ShouldNotContain("<!--Blazor:{");
        html.ShouldNotContain("blazor.web.js");
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task A_visitor_reads_without_script(Database database)
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server, script: false);

        await window.Page.GotoAsync("groups");

        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "SIG/Compute" }))
            .ToBeVisibleAsync();
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_signed_in_gets_the_same_page_live(Database database)
    {
        var server = await ServeReaders(database);
        var window = await OpenWindow(server);

        await window.SignIn("Mira Okafor", to: "groups");
        await window.UntilLive();

        await Assertions
            .Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Security Response Team" }))
            .ToBeVisibleAsync();
        window.ShouldBeClean();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Mira Okafor")]
    public async Task The_first_link_of_a_page_takes_the_keyboard_to_its_content(string? who)
    {
        var server = await ServeReaders(Database.Sqlite);
        var window = await OpenWindow(server);
        if (who is not null)
            await window.SignIn(who);
        foreach (var address in (string[])["groups", "groups/compute", "search?q=kernel"])
        {
            await window.Page.GotoAsync(address);
            if (who is not null)
                await window.UntilLive();

            await window.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(window.Page.Locator("a.skip")).ToBeFocusedAsync();
            await window.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        }

        window.ShouldBeClean();
    }
}
