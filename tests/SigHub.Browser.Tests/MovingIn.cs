using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SigHub.Testing;
using SigHub.Web.Features.Imports;

namespace SigHub.Browser.Tests;

/// <summary>
/// What somebody does in the first five minutes: start an empty portal, become its administrator, drop the minutes they have
/// onto a page, accept, and find everything. The documents are the demo's: invented, in the shapes that real ones have.
/// </summary>
public sealed partial class Moving_in : BrowserTest
{
    private static readonly DateOnly s_day = new(2026, 3, 12);

    [Theory, OnEveryDatabase(always: true)]
    public async Task Documents_dropped_onto_an_empty_portal_become_its_pages(Database database)
    {
        var server = await Serve(database, ("SigHub__Demo", "false"));
        var window = await OpenWindow(server);
        var page = window.Page;
        await BecomeAdministrator(page, server.Log);

        await page.GotoAsync("import");
        await window.UntilLive();
        await page.SetInputFilesAsync("#files:enabled", Documents());
        await Assertions.Expect(page.GetByText("10 documents to look at")).ToBeVisibleAsync();
        await window.ShouldBeAccessible();
        (await page.Locator(".tray .tag.overdue").CountAsync()).ShouldBe(0);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptAll() }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptAll() })).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("progress")).ToHaveCountAsync(0);
        await ReviewTheRest(page, window);
        await Assertions.Expect(page.GetByText("10 of 10 documents moved in")).ToBeVisibleAsync();

        await page.GotoAsync("groups");
        foreach (
            var group in (string[])
                [
                    "Technical Steering Committee",
                    "SIG/Compute",
                    "SIG/Inference",
                    "Pipelines SIG",
                    "Interoperability Committee",
                    "Project Lighthouse",
                    "Team Lamp",
                ]
        )
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = group }).First).ToBeVisibleAsync();

        await Shows(
            page,
            "groups/compute/meetings/2026-02-26",
            "Priya Raman",
            "announce the preview",
            "We decided to call the preview 0.9"
        );
        await Shows(page, "groups/pipelines/people", "Hana Sato", "Adaeze Nwosu", "Lagos Cloud");
        await Shows(page, "groups/interoperability/meetings", "Thu 19 Feb");
        await Shows(page, "groups/inference/roadmap", "Card and model matrix");
        await Shows(page, "actions?owner=Ines%20Moreau", "Update the quick start", "carried 2×");
        await Shows(page, "groups/lighthouse", "Team Keeper");
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task What_cannot_be_read_is_refused_in_a_sentence_and_the_rest_goes_on(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server);
        var page = window.Page;
        await window.SignIn("Robin Vale", to: "import");
        await window.UntilLive();

        await page.SetInputFilesAsync(
            "#files:enabled",
            [
                File("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3]),
                File("empty.md", []),
                File("large.md", new byte[(5 * 1024 * 1024) + 10]),
                File("2026-03-12.md", Encoding.UTF8.GetBytes("# Docs SIG 2026-03-12\n\n## Attendees\n* Ada Quill\n")),
            ]
        );

        await Assertions.Expect(page.GetByText("“picture.png” is not text")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("“empty.md” is empty")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("“large.md” is over 5 MB")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptRecords() }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 of 4 documents moved in")).ToBeVisibleAsync();
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task A_chair_sees_the_source_beside_the_records_and_chooses_the_group(Database database)
    {
        var server = await Serve(database);
        var window = await OpenWindow(server, width: 360, dark: true);
        var page = window.Page;
        await window.SignIn("Ada Quill", to: "import");
        await window.UntilLive();

        await page.GetByText("Paste text instead").ClickAsync();
        await page.GetByLabel("What is it called?").FillAsync("2026-03-12.md");
        await page.GetByLabel("Minutes")
            .FillAsync("Attendees: Ada Quill, Ines Moreau\n\nAction items\n* Ines to write the guide\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Choose the group it belongs to")).ToBeVisibleAsync();
        await page.GetByLabel("It belongs to").SelectOptionAsync(new SelectOptionValue { Label = "SIG/Compute" });

        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptRecords() }))
            .ToBeEnabledAsync();
        await window.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptRecords() }).ClickAsync();
        await Assertions.Expect(page.GetByText("What moved in to SIG/Compute")).ToBeVisibleAsync();
        window.ShouldBeClean();
    }

    [Fact]
    public async Task Without_script_the_page_says_what_it_needs_and_shows_no_form_that_does_nothing()
    {
        var server = await Serve(Database.Sqlite);
        var window = await OpenWindow(server, script: false);

        await window.SignIn("Robin Vale", to: "import");

        // Playwright finds no words inside <noscript>, people do.
        var notice = window.Page.Locator("noscript .notice");
        await Assertions.Expect(notice).ToBeVisibleAsync();
        await Assertions.Expect(notice).ToContainTextAsync("needs JavaScript");
        await Assertions.Expect(window.Page.GetByText("Drop files here")).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.GetByText("Paste text instead")).ToBeHiddenAsync();
    }

    /// <summary>What is not clear is looked at one by one, and accepted as it is.</summary>
    private static async Task ReviewTheRest(IPage page, Window window)
    {
        var review = page.GetByRole(AriaRole.Link, new() { Name = "Review", Exact = true });
        while (await review.CountAsync() > 0)
        {
            await review.First.ClickAsync();
            await Assertions.Expect(page.Locator(".tray")).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Button, new() { NameRegex = AcceptRecords() }).ClickAsync();
            await Assertions.Expect(page.GetByText("What moved in")).ToBeVisibleAsync();
            await page.GotoAsync("import");
            await window.UntilLive();
        }
    }

    private static async Task Shows(IPage page, string address, params string[] texts)
    {
        await page.GotoAsync(address);
        foreach (var text in texts)
            await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);
    }

    private static async Task BecomeAdministrator(IPage page, string log)
    {
        await page.GotoAsync("setup");
        await page.GetByLabel("Code from the log").FillAsync(Code().Match(log).Value);
        await page.GetByLabel("Your name").FillAsync("Noor Haddad");
        await page.GetByLabel("E-mail address").FillAsync("noor@foundation.example");
        await page.GetByLabel("Password").FillAsync("quiet harbour at dawn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Become the administrator" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }

    private static IEnumerable<FilePayload> Documents() =>
        LoadDemo.Read(s_day).Select(document => File(document.FileName, Encoding.UTF8.GetBytes(document.Text)));

    private static FilePayload File(string name, byte[] content) =>
        new()
        {
            Name = name,
            MimeType = "text/plain",
            Buffer = content,
        };

    [GeneratedRegex("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")]
    private static partial Regex Code();

    [GeneratedRegex("^Accept all")]
    private static partial Regex AcceptAll();

    [GeneratedRegex("^Accept \\d+ records?$")]
    private static partial Regex AcceptRecords();
}
