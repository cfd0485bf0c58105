using Microsoft.Playwright;
using SigHub.Testing;
using static Microsoft.Playwright.Assertions;

namespace SigHub.Browser.Tests;

public sealed class Who_is_who : BrowserTest
{
    [Theory, OnEveryDatabase]
    public async Task Two_names_become_one_person_and_two_again(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server);
        var page = window.Page;
        await window.SignIn("Robin Vale", to: "people?q=tomas");
        await window.UntilLive();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tomas Lindqvist" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tomas Lindqvist");

        await page.GetByText("Known under another name").ClickAsync();
        await page.GetByLabel("Find the other person").FillAsync("priya");
        await page.GetByRole(AriaRole.Button, new() { Name = "Same person: Priya Raman" }).ClickAsync();
        await window.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "They are one" }).ClickAsync();
        await Expect(page.GetByText("Also written Priya Raman.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(page.GetByText("Also written Priya Raman.")).ToHaveCountAsync(0);
        await window.ShouldBeAccessible();
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task A_group_that_is_renamed_is_found_at_its_old_address(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server);
        var page = window.Page;
        await window.SignIn("Ada Quill", to: "groups/compute");
        await window.UntilLive();
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings of this group" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Settings");
        await window.ShouldBeAccessible();

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("SIG/Clusters");
        await page.GetByLabel("Address").FillAsync("Clusters!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("use a to z, 0 to 9");
        await page.GetByLabel("Address").FillAsync("clusters");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();

        var visitor = (await OpenWindow(server, script: false)).Page;
        await visitor.GotoAsync("groups/compute/people");
        await Expect(visitor.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("SIG/Clusters");
        visitor.Url.ShouldEndWith("/groups/clusters/people");
        window.ShouldBeClean();
    }
}
