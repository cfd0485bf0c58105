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
}
