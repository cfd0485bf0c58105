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

    /// <summary>SignalR's own limit would end the circuit at 32 kB.</summary>
    [Fact]
    public async Task A_live_page_takes_a_text_as_long_as_minutes_are()
    {
        var window = await OpenWindow(await ServeReaders(Database.Sqlite));
        await window.SignIn("Ada Quill", to: "groups/compute/series/new");
        await window.UntilLive();

        await window.Page.GetByLabel("Each meeting begins with this agenda").FillAsync(new string('a', 200_000));
        await window.Page.GetByLabel("Unit").SelectOptionAsync("Daily");

        await Assertions.Expect(window.Page.GetByText("Meets every day")).ToBeVisibleAsync();
        window.ShouldBeClean();
    }
}
