using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SigHub.Testing;

namespace SigHub.Browser.Tests;

/// <summary>One document in its review: each record looked at, edited, declined or said to be a known one.</summary>
public sealed partial class Importing : BrowserTest
{
    private const string Minutes = """
        # SIG/Compute meeting

        ## Attendees:
        * Ada Quill
        * Radek Hornik

        ## Action items:
        * Radek to fetch the spare firmware
        * Ada to water the plants
        * Ines to revise the quick start page
        """;

    [Theory, OnEveryDatabase]
    public async Task Each_record_is_edited_declined_or_said_to_be_a_known_one(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server);
        var page = window.Page;
        await window.SignIn("Ada Quill", to: "import");
        await window.UntilLive();
        await page.SetInputFilesAsync("#files:enabled", File("notes.md", Minutes));

        await Assertions.Expect(page.GetByLabel("When was “this meeting”?")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = Accept() })).ToBeDisabledAsync();
        await page.GetByLabel("When was “this meeting”?").FillAsync("0203-02-01");
        await page.GetByLabel("When was “this meeting”?").PressAsync("Tab");
        await Assertions.Expect(page.GetByText("too far away for a meeting")).ToBeVisibleAsync();
        await page.GetByLabel("When was “this meeting”?").FillAsync("2026-01-15");
        await page.GetByLabel("When was “this meeting”?").PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = Accept() })).ToBeEnabledAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Edit: fetch the spare firmware" }).ClickAsync();
        await page.GetByLabel("Words").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the change" }).ClickAsync();
        await Assertions.Expect(page.GetByText("to leave it out, decline it")).ToBeVisibleAsync();
        await page.GetByLabel("Words").FillAsync("Fetch two spare firmwares");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the change" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Edit: Fetch two spare firmwares" }))
            .ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Decline: water the plants" }).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take up again: water the plants" }))
            .ToBeVisibleAsync();

        // Nothing of it is lost by leaving the page.
        var here = page.Url;
        await page.GotoAsync("groups");
        await page.GotoAsync(here);
        await window.UntilLive();
        await Assertions.Expect(page.GetByText("Fetch two spare firmwares")).ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take up again: water the plants" }))
            .ToBeVisibleAsync();
        await window.ShouldBeAccessible();

        var record = page.Locator("li[data-lines]").Filter(new() { HasText = "Fetch two spare firmwares" });
        await record.HoverAsync();
        await Assertions.Expect(page.Locator("[data-line='8'].lit")).ToHaveCountAsync(1);
        await page.Locator("[data-line='8']").HoverAsync();
        await Assertions.Expect(record).ToHaveClassAsync(Lit());

        await page.GetByRole(AriaRole.Button, new() { NameRegex = Accept() }).ClickAsync();
        await Assertions.Expect(page.GetByText("What moved in to SIG/Compute")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Fetch two spare firmwares");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("water the plants");
        await window.ShouldBeAccessible();
        var known = await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new() { NameRegex = Action() })
            .First.TextContentAsync();

        await page.GotoAsync("import");
        await window.UntilLive();
        await page.SetInputFilesAsync(
            "#files:enabled",
            File(
                "next.md",
                "# SIG/Compute meeting 2026-01-29\n\n## Attendees:\n* Ada Quill\n\n## Action items:\n* Radek to fetch spare firmwares - Done\n"
            )
        );
        await page.GetByLabel("Is it something known?")
            .SelectOptionAsync(new SelectOptionValue { Label = $"Same as {known}: Fetch two spare firmwares" });
        await Assertions.Expect(page.GetByText("nothing that needs you")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Accept() }).ClickAsync();
        await Assertions.Expect(page.GetByText("What moved in to SIG/Compute")).ToBeVisibleAsync();
        await page.GotoAsync($"actions/{known}");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Done");

        await page.GotoAsync("imports?q=next");
        await window.UntilLive();
        await window.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Link, new() { Name = "next.md" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this import back" }).ClickAsync();
        await Assertions.Expect(page.GetByText("took this import back")).ToBeVisibleAsync();
        window.ShouldBeClean();
    }

    private static FilePayload File(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes(text),
        };

    [GeneratedRegex("^Accept \\d+ records?$")]
    private static partial Regex Accept();

    [GeneratedRegex("^A-\\d+$")]
    private static partial Regex Action();

    [GeneratedRegex("\\blit\\b")]
    private static partial Regex Lit();
}
