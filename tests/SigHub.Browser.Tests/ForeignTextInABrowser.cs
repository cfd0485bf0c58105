using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SigHub.Testing;
using static Microsoft.Playwright.Assertions;

namespace SigHub.Browser.Tests;

/// <summary>
/// More than two hundred ways to run script, in every text of a portal, before a real browser: as plain pages, as live ones,
/// and typed into them. Nothing runs, nothing is even tried, and nobody else is asked for anything.
/// </summary>
public sealed class Foreign_text_in_a_browser : BrowserTest
{
    /// <summary>Whatever ran would call one of these, or leave a trace here.</summary>
    private const string Watch = """
        window.__ran = [];
        for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'msgbox'])
          window[name] = said => window.__ran.push(`${name}: ${said}`);
        document.addEventListener('securitypolicyviolation', event => window.__ran.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
        """;

    private readonly ConcurrentQueue<string> _noticed = [];

    [Theory, OnEveryDatabase]
    public async Task Nothing_of_it_runs(Database kind)
    {
        Assert.SkipUnless(LongTest.IsWanted, LongTest.HowToRun);
        ScriptVectors.All.Distinct().Count().ShouldBeGreaterThanOrEqualTo(200);
        await using var database = await TestDatabase.CreateEmpty(kind);
        await using var server = await HubServer.Start(database, ("SigHub__Demo", "true"));
        (await database.Look(db => HostileScene.Load(db, DateTime.UtcNow))).ShouldBeEmpty();
        var robin = await OpenWatched(server);
        await robin.SignIn("Robin Vale");
        var visitor = await OpenWatched(server);

        foreach (var address in await Addresses(database))
        {
            await ShouldRunNothing(robin, address);
            if (!address.StartsWith("me/", StringComparison.Ordinal))
                await ShouldRunNothing(visitor, address);
        }

        await TypeIntoThePages(robin);
        await ReadADocumentOfIt(robin);
        _noticed.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ran_would_be_noticed()
    {
        var server = await Serve(Database.Sqlite);
        var window = await OpenWatched(server);
        await window.Page.GotoAsync("groups");

        await window.Page.EvaluateAsync(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)><a href=\"javascript:alert(2)\" id=lure>x</a><img src=\"//evil.example/x.png\">')"
        );
        await window.Page.WaitForFunctionAsync("window.__ran.length > 1");

        var ran = await window.Page.EvaluateAsync<string[]>("window.__ran");
        ran.ShouldContain(one => one.StartsWith("script-src", StringComparison.Ordinal));
        ran.ShouldContain(one => one.StartsWith("img-src", StringComparison.Ordinal));
    }

    private async Task<Window> OpenWatched(HubServer server)
    {
        var window = await OpenWindow(server);
        await window.Page.AddInitScriptAsync(Watch);
        window.Page.Dialog += async (_, dialog) =>
        {
            _noticed.Enqueue("a dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        window.Page.Popup += (_, popup) => _noticed.Enqueue("a window: " + popup.Url);
        window.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Address.ToString(), StringComparison.Ordinal))
                _noticed.Enqueue("a request: " + request.Url);
        };
        return window;
    }

    private static async Task ShouldRunNothing(Window window, string address)
    {
        await window.Page.GotoAsync(address);
        await window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await window.UntilThere();
        await TouchEverything(window, address);
    }

    /// <summary>Mouse, focus and toggles are what handlers wait for.</summary>
    private static async Task TouchEverything(Window window, string where)
    {
        await window.Page.EvaluateAsync(
            """
            () => {
              for (const element of document.querySelectorAll('main *')) {
                for (const type of ['mouseover', 'mouseenter', 'focus', 'toggle', 'load', 'error', 'animationend'])
                  element.dispatchEvent(new Event(type));
              }
              for (const details of document.querySelectorAll('main details')) details.open = true;
            }
            """
        );
        (await window.Page.EvaluateAsync<string[]>("window.__ran")).ShouldBeEmpty(where);
        (
            await window.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('*')].flatMap(element => [
                  ...[...element.attributes].filter(a => a.name.startsWith('on')).map(a => `${element.localName} ${a.name}`),
                  ...['href', 'src', 'action', 'formAction', 'data'].map(name => element[name]).filter(url =>
                    typeof url === 'string' && /^(javascript|data|vbscript|blob|file):/i.test(url) && !(element.localName === 'img' && url.startsWith('data:image/'))),
                  ...(element.matches('iframe, object, embed, style, frame, base:not(head base), script:not([src])') ? [element.outerHTML] : []),
                ])
                """
            )
        ).ShouldBeEmpty(where);
    }

    /// <summary>What somebody types comes back as text: suggestions, what is searched for, what was saved.</summary>
    private static async Task TypeIntoThePages(Window robin)
    {
        var page = robin.Page;
        await page.GotoAsync("groups");
        await robin.UntilLive();
        await page.Locator("header form[data-search] input").FillAsync("alert");
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await TouchEverything(robin, "suggestions");

        await page.GotoAsync("actions?state=all");
        await robin.UntilLive();
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new() { NameRegex = new("^A-\\d+$") })
            .First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/actions/A-"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Still open…: A-" })).ToHaveCountAsync(1);
        foreach (var some in ScriptVectors.All.Chunk(60))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Still open…: A-" }).ClickAsync();
            await page.GetByRole(AriaRole.Textbox, new() { Name = "How does it stand?" })
                .FillAsync(string.Join("\n\n", some).Replace("\0", ""));
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "How does it stand?" })).ToHaveCountAsync(0);
            await TouchEverything(robin, "a note");
        }
    }

    private static async Task ReadADocumentOfIt(Window robin)
    {
        var page = robin.Page;
        var text = new StringBuilder("# SIG/Compute meeting 2020-01-09\n\n## Attendees\n\n");
        foreach (var vector in ScriptVectors.All)
        {
            var line = vector.ReplaceLineEndings(" ").Replace("\0", "");
            text.Append($"* {line}\n\n| {line} | [{line}]({line}) |\n\n### {line}\n\n{vector.Replace("\0", "")}\n\n");
        }

        await page.GotoAsync("import");
        await robin.UntilLive();
        await page.SetInputFilesAsync(
            "#files:enabled",
            new FilePayload
            {
                Name = "<img src=x onerror=alert(1)>.md",
                MimeType = "text/plain",
                Buffer = Encoding.UTF8.GetBytes(text.ToString()),
            }
        );
        await Expect(page.GetByLabel("It belongs to")).ToBeVisibleAsync();
        await TouchEverything(robin, "a review");
    }

    /// <summary>Every list, and one of each noun whose texts are long enough for all that lists leave out.</summary>
    private static Task<List<string>> Addresses(TestDatabase database) =>
        database.Look(async db =>
        {
            List<string> addresses =
            [
                "",
                "groups",
                "roadmap",
                "me/tokens",
                "me/sessions",
                "me/sign-in",
                "invitations",
                "admin/activity",
                "imports",
                "imports?page=2",
                "search?q=alert",
                .. Enumerable.Range(1, 3).Select(page => $"actions?state=all&page={page}"),
                .. Enumerable.Range(1, 3).Select(page => $"decisions?page={page}"),
                .. Enumerable.Range(1, 3).Select(page => $"people?page={page}"),
            ];
            foreach (var row in (int[])[0, 30, 60])
            {
                var slug = HostileScene.SlugOf(row);
                var group = await db.Groups.SingleAsync(one => one.Slug == slug);
                var meeting = await db.Meetings.OrderBy(one => one.Date).FirstAsync(one => one.GroupId == group.Id);
                var person = await db.Memberships.FirstAsync(one => one.GroupId == group.Id);
                var action = await db.Actions.FirstAsync(one => one.GroupId == group.Id);
                var milestone = await db.Milestones.FirstAsync(one => one.GroupId == group.Id);
                var document = await db.Documents.FirstAsync(one => one.GroupId == group.Id);
                addresses.AddRange([
                    $"groups/{slug}",
                    $"groups/{slug}/people",
                    $"groups/{slug}/meetings/{meeting.Address}",
                    $"groups/{slug}/meetings/{meeting.Address}/history",
                    $"groups/{slug}/meetings/{meeting.Address}/agenda",
                    $"groups/{slug}/backlog",
                    $"groups/{slug}/settings/minutes",
                    $"groups/{slug}/series",
                    $"people/{person.PersonId:N}",
                    $"actions/{action.Reference}",
                    $"roadmap/{milestone.Reference}",
                    $"documents/{document.Id:N}",
                ]);
            }

            return addresses;
        });
}
