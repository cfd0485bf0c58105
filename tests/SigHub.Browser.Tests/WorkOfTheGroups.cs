using Microsoft.Playwright;
using SigHub.Testing;
using static Microsoft.Playwright.Assertions;

namespace SigHub.Browser.Tests;

public sealed class The_work_of_the_groups : BrowserTest
{
    [Theory, OnEveryDatabase]
    public async Task Stands_on_pages_that_a_visitor_reads_without_script(Database database)
    {
        var server = await ServeReaders(database);
        var page = (await OpenWindow(server, script: false)).Page;

        await page.GotoAsync("actions?owner=tomas&state=all");
        await Expect(page.GetByText("write up the fair-share numbers")).ToBeVisibleAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        await page.GetByLabel("State").SelectOptionAsync("dropped");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        await Expect(page.GetByText("No action fits.")).ToBeVisibleAsync();

        await page.GotoAsync("actions/A-4");
        await page.GetByRole(AriaRole.Link, new() { Name = "compute-a.md" }).ClickAsync();
        await Expect(page.Locator("li:target")).ToContainTextAsync("signing certificates");
        await page.Locator("li:target").GetByRole(AriaRole.Link, new() { Name = "A-4" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "at the meeting of that day" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Roll call" })).ToBeVisibleAsync();

        await page.GotoAsync("roadmap?scale=month");
        await page.Locator(".timeline")
            .GetByRole(AriaRole.Link, new() { Name = "Release the preview images" })
            .ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Release the preview images" }))
            .ToBeVisibleAsync();

        (await page.GotoAsync("actions/A-9999"))!.Status.ShouldBe(404);
        (await page.GotoAsync("groups/compute/meetings/1999-01-01"))!.Status.ShouldBe(404);
    }

    [Theory]
    [InlineData(768, "screen")]
    [InlineData(1440, "screen")]
    [InlineData(768, "print")]
    public async Task Is_drawn_as_a_roadmap_whose_words_stay_whole_or_say_that_they_go_on(int width, string media)
    {
        var server = await ServeReaders(Database.Sqlite);
        var page = (await OpenWindow(server, script: true, width: width)).Page;
        await page.EmulateMediaAsync(new() { Media = media is "print" ? Media.Print : Media.Screen });

        foreach (var scale in new[] { "quarter", "month" })
        {
            await page.GotoAsync("roadmap?scale=" + scale);
            var broken = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const lines = node => { const range = document.createRange(); range.selectNodeContents(node); return range; };
                  const all = selector => [...document.querySelectorAll('.timeline ' + selector)];
                  const heights = words => new Set([...lines(words).getClientRects()].map(r => Math.round(r.top))).size;
                  return [
                    ...all('h3 a').filter(a => !a.textContent.includes(' ') && heights(a) > 1).map(a => 'name: ' + a.textContent),
                    ...all('.ticks > span').filter(s => s.scrollWidth > s.clientWidth + 1).map(s => 'tick: ' + s.textContent),
                    ...all('.label').filter(l => {
                        const track = l.closest('.track').getBoundingClientRect(), label = l.getBoundingClientRect();
                        return label.right > track.right + 1 || label.left < track.left - 1;
                      }).map(l => 'label: ' + l.textContent),
                    ...all('.label .title').filter(t => t.scrollWidth > t.clientWidth && getComputedStyle(t).textOverflow !== 'ellipsis')
                      .map(t => 'cut: ' + t.textContent),
                  ];
                }
                """
            );

            (await page.Locator(".timeline .label").CountAsync()).ShouldBeGreaterThan(3);
            broken.ShouldBeEmpty(scale);
        }
    }

    [Fact]
    public async Task Leaves_a_phone_s_first_screen_to_the_actions_and_its_bar_readable()
    {
        var server = await ServeReaders(Database.Sqlite);
        var narrow = (await OpenWindow(server, script: false, width: 360)).Page;
        var wide = (await OpenWindow(server, script: false, width: 1440)).Page;

        await narrow.GotoAsync("actions");
        (await narrow.Locator("tbody tr").First.BoundingBoxAsync())!.Y.ShouldBeLessThan(300);
        await Expect(narrow.GetByLabel("Owner")).ToBeHiddenAsync();
        await narrow.GetByText("Filter and order").ClickAsync();
        await narrow.GetByLabel("Owner").FillAsync("tomas");
        await narrow.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await Expect(narrow.GetByText("Filter and order (1 set)")).ToBeVisibleAsync();

        await wide.GotoAsync("actions");
        await Expect(wide.GetByLabel("Owner")).ToBeVisibleAsync();
        await Expect(wide.GetByText("Filter and order")).ToBeHiddenAsync();

        var gaps = await narrow.EvaluateAsync<double[]>(
            """
            () => {
              const words = [...document.querySelectorAll('.nav span')].map(span => span.getBoundingClientRect());
              return words.slice(1).map((word, i) => word.left - words[i].right);
            }
            """
        );
        gaps.Length.ShouldBeGreaterThan(4);
        gaps.ShouldAllBe(gap => gap >= 4);
    }

    [Theory, OnEveryDatabase]
    public async Task Is_reported_with_a_click_that_can_be_taken_back(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server);
        await window.SignIn("Ada Quill", to: "actions?group=compute");
        await window.UntilLive();
        var page = window.Page;
        var row = page.GetByRole(AriaRole.Row, new() { Name = "A-4" });

        await row.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(row.GetByText("✓ done")).ToBeVisibleAsync();
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(row.GetByText("○ open")).ToBeVisibleAsync();
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Done" })).ToBeFocusedAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Still open" }).PressAsync("Enter");
        await Expect(row.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Never mind" }).PressAsync("Enter");

        await page.GetByLabel("State").SelectOptionAsync("all");
        await page.WaitForURLAsync("**state=all**");
        await window.UntilLive();
        await Expect(page.GetByLabel("State")).ToBeFocusedAsync();

        await page.GotoAsync("actions/A-4");
        await Expect(page.GetByText("The report before this one was a mistake.")).ToBeVisibleAsync();
        await window.ShouldBeAccessible();
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task Loses_no_word_when_two_write_at_once(Database database)
    {
        var server = await Serve(database);
        var ada = await OpenToChange(server, "Ada Quill");
        var mira = await OpenToChange(server, "Mira Okafor");

        await ada.Page.GetByLabel("Due").FillAsync("2099-01-31");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(ada.Page.GetByLabel("Due")).ToHaveCountAsync(0);

        var words = mira.Page.GetByLabel("What is to be done");
        await words.FillAsync("Request the certificates this week");
        await mira.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mira.Page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Ada Quill made A-4 due on 31 January 2099");
        await Expect(words).ToHaveValueAsync("Request the certificates this week");
        await Expect(mira.Page.GetByLabel("Due")).ToHaveValueAsync("2099-01-31");
        await mira.ShouldBeAccessible();

        await mira.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mira.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Request the certificates this week");
        await Expect(mira.Page.Locator("dl.facts")).ToContainTextAsync("31 Jan 2099");
        mira.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task Keeps_the_note_that_somebody_was_writing_when_another_reported(Database database)
    {
        var server = await Serve(database);
        var mira = await Open(server, "Mira Okafor");
        var ada = await Open(server, "Ada Quill");

        await mira.Page.GetByRole(AriaRole.Button, new() { Name = "Still open…: A-4" }).ClickAsync();
        var note = mira.Page.GetByRole(AriaRole.Textbox, new() { Name = "How does it stand?" });
        await note.FillAsync("The form was sent on Monday");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "In progress" }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeVisibleAsync();

        await mira.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mira.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ada Quill");
        await Expect(note).ToHaveValueAsync("The form was sent on Monday");
        await mira.ShouldBeAccessible();
        await mira.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(mira.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("The form was sent on Monday");
        await Expect(note).ToHaveCountAsync(0);
        mira.ShouldBeClean();
    }

    private async Task<Window> OpenToChange(HubServer server, string who)
    {
        var window = await Open(server, who);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Change…", Exact = true }).ClickAsync();
        await window.Page.GetByLabel("What is to be done").WaitForAsync();
        return window;
    }

    private async Task<Window> Open(HubServer server, string who)
    {
        var window = await OpenWindow(server);
        await window.SignIn(who, to: "actions/A-4");
        await window.UntilLive();
        return window;
    }
}
