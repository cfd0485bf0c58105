using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SigHub.Testing;
using static Microsoft.Playwright.Assertions;

namespace SigHub.Browser.Tests;

/// <summary>A chair takes a meeting all the way: a rhythm, an agenda, minutes, their correction and approval, and out and in again.</summary>
public sealed partial class Running_a_meeting : BrowserTest
{
    [Theory, OnEveryDatabase(always: true)]
    public async Task From_the_series_to_approved_minutes_that_are_read_back_as_the_same_records(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server);
        var page = window.Page;
        await window.SignIn("Ada Quill", to: "groups/compute/series/new");
        await window.UntilLive();

        await page.GetByLabel("Title").FillAsync("Daily call");
        await page.GetByLabel("Unit").SelectOptionAsync("Daily");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync(Today);
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("00:00");
        await page.GetByLabel("Minutes").FillAsync("1440");
        await page.GetByLabel("Time zone").FillAsync("Etc/UTC");
        await page.GetByLabel("Each meeting begins with this agenda").FillAsync("Welcome\nMirrors (10 min)");
        await Expect(page.GetByText("Meets every day")).ToBeVisibleAsync();
        await window.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the series" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Daily call" })).ToBeVisibleAsync();
        await window.UntilLive();
        await window.ShouldSuitEverybody();

        await page.GetByRole(AriaRole.Region, new() { Name = "Daily call" })
            .GetByRole(AriaRole.Link, new() { NameRegex = Begin() })
            .First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin with its agenda" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Agenda", Level = 1 })).ToBeVisibleAsync();
        await window.UntilLive();
        var items = page.Locator("ol.items > li");
        await Expect(items).ToHaveCountAsync(2);
        var alive = await HoldBack(page);
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("[data-theme-toggle]:not([hidden])")).ToBeVisibleAsync();
        await page.GetByLabel("Topic", new() { Exact = true }).PressSequentiallyAsync("Release");
        await page.GetByLabel("Topic", new() { Exact = true }).PressAsync("Enter");
        await Expect(items).ToHaveCountAsync(2);
        alive.SetResult();
        await Expect(items).ToHaveCountAsync(3);
        await Expect(items.Nth(2)).ToContainTextAsync("Release");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Release up" }).PressAsync("Enter");
        await Expect(items.Nth(1)).ToContainTextAsync("Release");
        await Expect(page.GetByText("Release is now 2 of 3.")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Release is now 1 of 3.")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Move Release up" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Release down" }).PressAsync("Enter");
        await Expect(page.GetByText("Release is now 2 of 3.")).ToHaveCountAsync(1);
        await items.Nth(2).DragToAsync(items.Nth(0));
        await Expect(items.Nth(0)).ToContainTextAsync("Mirrors");
        await window.ShouldSuitEverybody();

        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the minutes" }).ClickAsync();
        var text = page.GetByLabel("Minutes, Markdown");
        var state = page.Locator("[data-scribe-state]");
        await Expect(state).ToHaveTextAsync("Saved");
        await Expect(text).ToHaveValueAsync(CarriedAction());
        await page.GetByRole(AriaRole.Button, new() { Name = "Time this topic: Mirrors" }).ClickAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("[data-scribe-timer]")).ToContainTextAsync(new Regex("Mirrors 0:[0-9]{2} of 10:00"));
        await Expect(state).ToHaveTextAsync("Saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add decision" }).ClickAsync();
        await Expect(text).ToHaveValueAsync(new Regex("## Decisions\n\nDECISION: \n"));
        await text.FillAsync(Told(await text.InputValueAsync()));
        await Expect(page.Locator("[data-scribe-records]")).ToContainTextAsync("write to the mirrors");
        await Expect(state).ToHaveTextAsync("Saved");
        await window.ShouldSuitEverybody();

        await page.GetByRole(AriaRole.Link, new() { Name = "Check and finalize" }).ClickAsync();
        await window.UntilLive();
        await Expect(page.GetByText("Welcome: not reached")).ToBeVisibleAsync();
        await window.ShouldSuitEverybody();
        await page.GetByLabel("it is right so").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Finalize" }).ClickAsync();
        await Expect(page.GetByText("version 1, not approved yet")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Roll call" })).ToBeVisibleAsync();
        await window.UntilLive();
        await window.ShouldBeAccessible();

        await page.GetByRole(AriaRole.Link, new() { Name = "Correct…" }).ClickAsync();
        await window.UntilLive();
        var final = page.GetByLabel("Minutes, Markdown");
        await Expect(final).ToHaveValueAsync(NewDecision());
        await final.FillAsync(
            (await final.InputValueAsync()).Replace("two mirrors", "three mirrors", StringComparison.Ordinal)
        );
        var other = await OpenWindow(server);
        await other.SignIn("Ada Quill", to: $"groups/compute/meetings/{Today}/correct");
        await other.UntilLive();
        await page.ReloadAsync();
        await window.UntilLive();
        await Expect(page.GetByText("did not save is back")).ToBeVisibleAsync();
        await Expect(final).ToHaveValueAsync(new Regex("three mirrors"));
        await window.ShouldSuitEverybody();
        await page.GetByLabel("Why it is corrected").FillAsync("It was three.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(page.GetByText("version 2, not approved yet")).ToBeVisibleAsync();
        await other.Page.GetByLabel("Why it is corrected").FillAsync("It was two.");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(other.Page.Locator(".diff del")).ToContainTextAsync(["three mirrors"]);
        await other.ShouldBeAccessible();
        await other.Page.GetByLabel("Minutes, Markdown").PressSequentiallyAsync("x");
        await other.Page.ReloadAsync();
        await other.UntilLive();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Take the minutes as they stand" }).ClickAsync();
        await Expect(other.Page.GetByLabel("Minutes, Markdown"))
            .ToHaveValueAsync(new Regex("^#.*three mirrors", RegexOptions.Singleline));
        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(page.Locator(".diff ins")).ToContainTextAsync(["three mirrors"]);
        await Expect(page.GetByText("It was three.")).ToBeVisibleAsync();
        await window.ShouldBeAccessible();
        await page.GoBackAsync();
        await window.UntilLive();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(page.GetByText("version 2, approved")).ToBeVisibleAsync();

        var before = await Counts(page);
        foreach (var style in new[] { "As written", "Rocky Linux" })
        {
            await page.GotoAsync($"groups/compute/meetings/{Today}/export");
            await window.UntilThere();
            await page.GetByRole(AriaRole.Link, new() { Name = style }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = style }))
                .ToHaveAttributeAsync("aria-current", "page");
            var markdown = await page.GetByLabel("Markdown", new() { Exact = true }).InputValueAsync();
            await window.ShouldBeAccessible();
            await Import(window, markdown);
            (await Counts(page)).ShouldBe(before, style);
        }

        window.ShouldBeClean();
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(768, false)]
    public async Task On_pages_that_fit(int width, bool dark)
    {
        var server = await Serve(Database.Sqlite);
        var window = await OpenWindow(server, width: width, dark: dark);
        await window.SignIn("Ada Quill", to: "groups/compute/series/new");
        var day = await ScheduleToday(window);

        foreach (
            var address in new[]
            {
                "groups/compute",
                "groups/compute/series",
                "groups/compute/series/new",
                "groups/compute/backlog",
                "groups/compute/meetings/new",
                "groups/compute/settings/minutes",
                $"groups/compute/meetings/{day}",
                $"groups/compute/meetings/{day}/agenda",
                $"groups/compute/meetings/{day}/history",
            }
        )
        {
            await window.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await window.UntilLive();
            await window.ShouldBeAccessible();
            (
                await window.Page.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth > document.documentElement.clientWidth"
                )
            ).ShouldBeFalse($"{address} should fit {width} pixels");
        }

        window.ShouldBeClean();
    }

    private static string Today =>
        DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> ScheduleToday(Window window)
    {
        await window.Page.GotoAsync("groups/compute/meetings/new");
        await window.UntilLive();
        await window.Page.GetByLabel("Day", new() { Exact = true }).FillAsync(Today);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Call the meeting" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Agenda", Level = 1 })).ToBeVisibleAsync();
        return Today;
    }

    /// <summary>From now on a page of this window comes alive only when it is let.</summary>
    private static async Task<TaskCompletionSource> HoldBack(IPage page)
    {
        var alive = new TaskCompletionSource();
        await page.RouteAsync(
            new Regex("blazor\\.web"),
            async route =>
            {
                await alive.Task;
                await route.ContinueAsync();
            }
        );
        return alive;
    }

    /// <summary>What a scribe writes below the headings.</summary>
    private static string Told(string text) =>
        text.Replace(
                "## Attendees\n",
                "## Attendees\n\n- Ada Quill (Halden Computing)\n- Ines Moreau\n",
                StringComparison.Ordinal
            )
            .Replace("### Mirrors\n", "### Mirrors\n\nThey are slow.\n", StringComparison.Ordinal)
            .Replace("### Release\n", "### Release\n\nIt is near.\n", StringComparison.Ordinal)
            .Replace("## Decisions\n", "## Decisions\n\n- Take two mirrors.\n", StringComparison.Ordinal)
            .Replace(
                "## Action items\n",
                "## Action items\n\n- [ ] Ines Moreau: write to the mirrors\n",
                StringComparison.Ordinal
            );

    private static async Task Import(Window window, string markdown)
    {
        var page = window.Page;
        await page.GotoAsync("import");
        await window.UntilLive();
        await page.SetInputFilesAsync(
            "#files:enabled",
            new FilePayload
            {
                Name = "minutes.md",
                MimeType = "text/markdown",
                Buffer = Encoding.UTF8.GetBytes(markdown),
            }
        );
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Accept() }).ClickAsync();
        await Expect(page.GetByText("What moved in to SIG/Compute")).ToBeVisibleAsync();
    }

    /// <summary>How many meetings, open actions, decisions and people the group's tabs tell of.</summary>
    private static async Task<string> Counts(IPage page)
    {
        await page.GotoAsync("groups/compute");
        return string.Join(" · ", await page.Locator("nav.tabs a").AllInnerTextsAsync());
    }

    [GeneratedRegex("^Begin")]
    private static partial Regex Begin();

    [GeneratedRegex("^Accept")]
    private static partial Regex Accept();

    [GeneratedRegex(@"\bA-\d+ ")]
    private static partial Regex CarriedAction();

    [GeneratedRegex(@"\bD-\d+: ")]
    private static partial Regex NewDecision();
}
