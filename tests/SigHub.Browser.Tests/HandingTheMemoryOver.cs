using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SigHub.Domain.Imports;
using SigHub.Testing;
using static Microsoft.Playwright.Assertions;
using Database = SigHub.Testing.Database;

namespace SigHub.Browser.Tests;

/// <summary>
/// A foundation hands its memory over once: two hundred documents of six shapes through the queue of a server that is killed
/// meanwhile. Then it goes on: a corrected document, an import taken back, two names that are one person, a meeting that is
/// closed.
/// </summary>
public sealed partial class Handing_the_memory_over : BrowserTest
{
    private const int All = 200;

    /// <summary>Stands in no document but the corrected one.</summary>
    private const string Word = "marzipan";

    private readonly List<InventedDocument> _documents = [.. InventedDocuments.Of(All)];

    [Theory, OnEveryDatabase]
    public async Task It_is_all_in_once_and_can_be_corrected_taken_back_and_closed(Database kind)
    {
        Assert.SkipUnless(LongTest.IsWanted, LongTest.HowToRun);
        await using var database = await TestDatabase.Create(kind, FillWithDemo);
        await using var server = await HubServer.Start(database, ("SigHub__Demo", "true"));
        var robin = await OpenWindow(server);
        await robin.SignIn("Robin Vale", to: "import");
        await robin.UntilLive();

        await BringAllAndKillTheServerInTheMiddle(database, server, robin);
        await server.StartAgain();
        await IsAllInOnce(database, robin);

        await ACorrectedDocumentShowsWhatDiffers(database, robin);
        await AnImportIsTakenBack(database, robin);
        await TwoNamesBecomeOnePerson(robin);
        await AClosedMeetingIsSeenThroughNoDoor(database, server, robin);
    }

    private async Task BringAllAndKillTheServerInTheMiddle(TestDatabase database, HubServer server, Window robin)
    {
        _documents.Select(document => document.FileName).ShouldBeUnique();
        await robin.Page.SetInputFilesAsync(
            "#files",
            new FilePayload
            {
                Name = "all.zip",
                MimeType = "application/zip",
                Buffer = InventedDocuments.Zip(_documents),
            }
        );
        // As long as it takes, on machines that have other things to do.
        var accept = robin.Page.GetByRole(AriaRole.Button, new() { Name = $"Accept all {All} documents" });
        await accept.WaitForAsync(new() { Timeout = 0 });
        await accept.ClickAsync();
        await robin.Page.WaitForFunctionAsync(
            $"() => {{ const bar = document.getElementById('import-progress'); return bar?.max === {All} && bar.value >= 20; }}",
            null,
            new() { Timeout = 0 }
        );

        await server.Kill();

        var arrivals = await database.Look(db => db.Arrivals.ToListAsync());
        var (isIn, waits) = (CountOf(ArrivalState.MovedIn), CountOf(ArrivalState.Accepted));
        isIn.ShouldBeGreaterThanOrEqualTo(20);
        waits.ShouldBeGreaterThan(0);
        (isIn + waits).ShouldBe(All);
        var moved = arrivals.Where(one => Is(one, ArrivalState.MovedIn)).Select(one => one.FileName).ToHashSet();
        (await database.Look(db => MovedIn.Differences(db, [.. _documents.Where(one => moved.Contains(one.FileName))])))
            .Where(one => one[0] == '-')
            .ShouldBeEmpty("what moved in is there whole");
        // A document tells of the meeting before it, too, whose own document may not have moved in yet.
        (await database.Look(db => MovedIn.Differences(db, _documents)))
            .Where(one => one[0] == '+')
            .ShouldBeEmpty("what was being moved in when the server died has left nothing");

        int CountOf(ArrivalState state) => arrivals.Count(one => Is(one, state));

        bool Is(Arrival arrival, ArrivalState state) =>
            arrival.State == state && _documents.Exists(document => document.FileName == arrival.FileName);
    }

    /// <summary>Whoever comes back is still signed in, and finds the queue at work where it was.</summary>
    private async Task IsAllInOnce(TestDatabase database, Window robin)
    {
        await robin.Page.GotoAsync("import");
        await robin.Page.GetByText($"{All} of {All} documents moved in").WaitForAsync(new() { Timeout = 0 });
        await Expect(robin.Page.Locator("#import-progress")).ToHaveCountAsync(0);
        await robin.UntilLive();
        await robin.ShouldBeAccessible();

        (await database.Look(db => MovedIn.Differences(db, _documents))).ShouldBeEmpty();
        await robin.Page.GotoAsync("imports?q=silver");
        await Expect(robin.Page.GetByText("34 documents fit")).ToBeVisibleAsync();
    }

    private async Task ACorrectedDocumentShowsWhatDiffers(TestDatabase database, Window robin)
    {
        var page = robin.Page;
        var first = _documents[0];
        var corrected = first with
        {
            Text =
                first.Text.Replace("## Action items:", $"* The {Word} model was shown\n\n## Action items:")
                + "* Nadja to polish the brass plate\n",
            Actions = [.. first.Actions, "polish the brass plate"],
        };
        _documents[0] = corrected;

        await page.GotoAsync("import");
        await robin.UntilLive();
        await page.SetInputFilesAsync("#files", File(corrected.FileName, corrected.Text));
        await Expect(page.GetByText("This is another version of a document that has moved in")).ToBeVisibleAsync();
        await Expect(page.Locator(".records > li:visible").Filter(new() { HasText = "polish the brass plate" }))
            .ToHaveCountAsync(1);
        (await page.Locator(".records > li:visible").CountAsync()).ShouldBe(2, "the meeting's words, and one action");
        await Expect(page.GetByText(Known())).ToBeVisibleAsync();
        await robin.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Accept() }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(corrected.FileName);
        await Expect(page.GetByText("What moved in to")).ToBeVisibleAsync();

        // The document is kept in both versions; what it tells is there once.
        (await database.Look(db => MovedIn.Differences(db, _documents))).ShouldBe(["+ document " + first.FileName]);
        await page.GotoAsync(await MeetingOf(database, corrected));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync($"The {Word} model was shown");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("polish the brass plate");
    }

    private async Task AnImportIsTakenBack(TestDatabase database, Window robin)
    {
        var page = robin.Page;
        var roadmap = _documents[5];
        await page.GotoAsync($"imports?q={roadmap.FileName}");
        await robin.UntilLive();
        await page.GetByRole(AriaRole.Link, new() { Name = roadmap.FileName }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this import back" }).ClickAsync();
        await Expect(page.GetByText("took this import back")).ToBeVisibleAsync();

        _documents.Remove(roadmap);
        var left = await database.Look(db => MovedIn.Differences(db, _documents));
        left.ShouldBe(["+ document " + _documents[0].FileName]);
    }

    /// <summary>A meeting bot knows people by their nicks.</summary>
    private static async Task TwoNamesBecomeOnePerson(Window robin)
    {
        var page = robin.Page;
        await page.GotoAsync("people?q=mossyowl");
        await robin.UntilLive();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "mossyowl" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("mossyowl");
        var nick = page.Url;

        await page.GotoAsync("people?q=bram+hollis");
        await robin.UntilLive();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Bram Hollis" }).First.ClickAsync();
        await page.GetByText("Known under another name").ClickAsync();
        await page.GetByLabel("Find the other person").FillAsync("mossyowl");
        await page.GetByRole(AriaRole.Button, new() { Name = "Same person: mossyowl" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "They are one" }).ClickAsync();
        await Expect(page.GetByText("Also written mossyowl.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Crimson");
        await robin.ShouldBeAccessible();

        await page.GotoAsync(nick);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Bram Hollis");
    }

    private async Task AClosedMeetingIsSeenThroughNoDoor(TestDatabase database, HubServer server, Window robin)
    {
        var document = _documents[0];
        var meeting = await MeetingOf(database, document);
        var group = meeting[..meeting.IndexOf("/meetings", StringComparison.Ordinal)];
        var source = await database.Look(db =>
            db.Documents.Where(one => one.FileName == document.FileName).Select(one => one.Id).ToListAsync()
        );
        string[] doors =
        [
            "",
            group,
            $"{group}/meetings",
            $"{group}/people",
            $"groups?q={Word}",
            $"search?q={Word}",
            $"search/suggestions?q={Word}",
            $"actions?q={Word}&state=all",
            $"decisions?q={Word}",
            "people",
            .. await OtherMeetingsOf(database, document),
        ];
        await ShouldSee($"search?q={Word}", robin, isSeen: true);

        await robin.Page.GotoAsync(meeting);
        await robin.UntilLive();
        await robin.Page.GetByRole(AriaRole.Button, new() { Name = "Who sees it…" }).ClickAsync();
        await robin.Page.GetByLabel("Who sees this meeting").SelectOptionAsync("closed");
        await robin.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(robin.Page.GetByRole(AriaRole.Main).GetByText("closed", new() { Exact = true }))
            .ToBeVisibleAsync();
        await robin.ShouldBeAccessible();

        await ShouldSee($"search?q={Word}", robin, isSeen: true);
        var visitor = await OpenWindow(server, script: false);
        var ada = await OpenWindow(server);
        await ada.SignIn("Ada Quill");
        foreach (var window in (Window[])[visitor, ada])
        {
            foreach (var door in doors)
                await ShouldSee(door, window, isSeen: false);
            foreach (var door in source.Select(id => $"documents/{id:N}").Append(meeting))
                (await window.Page.GotoAsync(door))!.Status.ShouldBe(404, door);
        }

        async Task ShouldSee(string door, Window window, bool isSeen)
        {
            (await window.Page.GotoAsync(door))!.Status.ShouldBe(200, door);
            var html = await window.Page.ContentAsync();
            (
                html.Contains($"{Word} model", StringComparison.Ordinal) || html.Contains($"<mark>{Word}</mark> model")
            ).ShouldBe(isSeen, door);
            if (!isSeen)
                html.ShouldNotContain(meeting, Case.Sensitive, door);
        }
    }

    private static Task<string> MeetingOf(TestDatabase database, InventedDocument document) =>
        database.Look(async db =>
            $"groups/{(await db.Groups.SingleAsync(group => group.Name == document.Group)).Slug}/meetings/{document.Meetings[0]:O}"
        );

    private Task<List<string>> OtherMeetingsOf(TestDatabase database, InventedDocument document) =>
        database.Look(async db =>
        {
            var slug = (await db.Groups.SingleAsync(group => group.Name == document.Group)).Slug;
            return _documents
                .Where(other => other.Group == document.Group && other != document)
                .SelectMany(other => other.Meetings)
                .Select(day => $"groups/{slug}/meetings/{day:O}")
                .ToList();
        });

    private static FilePayload File(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes(text),
        };

    [GeneratedRegex("^Accept \\d+ records?$")]
    private static partial Regex Accept();

    [GeneratedRegex("\\d+ records are known as the document tells it")]
    private static partial Regex Known();
}
