using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SigHub.Domain.Groups;
using SigHub.Domain.Meetings;
using SigHub.Testing;
using SigHub.Web.Persistence;
using SigHub.Web.Persistence.Postgres;
using SigHub.Web.Persistence.Sqlite;
using Database = SigHub.Testing.Database;

namespace SigHub.Browser.Tests;

/// <summary>Minutes of a meeting of SIG/Compute that is still to come, each test's its own, written by several at once.</summary>
public sealed class Writing_together(SharedServers shared) : BrowserTest, IClassFixture<SharedServers>
{
    private static int s_meetings;

    private readonly DateOnly _day = new DateOnly(2031, 3, 6).AddDays(7 * Interlocked.Increment(ref s_meetings));

    private const string Template =
        "# SIG/Compute\n\nPresent: \n\n## Agenda\n\n1. Kernel node\n2. Warewulf\n\n## Action items\n\n";

    private TestDatabase _database = null!;

    private string Path => $"groups/compute/meetings/{_day:yyyy-MM-dd}/write";

    [Theory, OnEveryDatabase(always: true)]
    public async Task In_different_lines_and_in_the_same_line_nothing_is_lost_and_all_see_the_same(Database kind)
    {
        var server = await Prepare(kind);
        var (ada, mira) = (await Open(server, "Ada Quill"), await Open(server, "Mira Okafor"));
        await Assertions.Expect(ada.Page.Locator("[data-scribe-here]")).ToContainTextAsync("Mira Okafor");

        await PutCaret(ada, "2. Warewulf");
        await PutCaret(mira, "1. Kernel node");
        await Assertions.Expect(ada.Page.Locator("[data-scribe-marks] span")).ToHaveTextAsync("MO");
        await Task.WhenAll(
            Type(ada, "\n   Ada writes below the second topic, quickly and at length."),
            Type(mira, "\n   Mira writes below the first one, at the same moment.")
        );
        await PutCaret(ada, "Present: ");
        await PutCaret(mira, "Present: ");
        await Task.WhenAll(Type(ada, "Ada, Ines, Tomas"), Type(mira, "Mira and a guest"));

        await Settled(ada, mira);
        var text = await Text(ada);
        (await Text(mira)).ShouldBe(text);
        (await Stored()).ShouldBe(text);
        text.ShouldContain("2. Warewulf\n   Ada writes below the second topic, quickly and at length.\n");
        text.ShouldContain("1. Kernel node\n   Mira writes below the first one, at the same moment.\n");
        var line = text.Split('\n').Single(one => one.StartsWith("Present: ", StringComparison.Ordinal));
        line.Length.ShouldBe("Present: Ada, Ines, TomasMira and a guest".Length);
        Holds(line, "Ada, Ines, Tomas").ShouldBeTrue(line);
        Holds(line, "Mira and a guest").ShouldBeTrue(line);
        ada.ShouldBeClean();
        mira.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_s_caret_or_view_jumps_while_others_write_above(Database kind)
    {
        var server = await Prepare(kind, Template + string.Concat(Enumerable.Range(1, 200).Select(i => $"Line {i}\n")));
        var (ada, mira) = (await Open(server, "Ada Quill"), await Open(server, "Mira Okafor"));
        await PutCaret(ada, "Line 150");
        await ada.Page.EvaluateAsync("document.querySelector('#minutes').scrollTop = 2500");
        var before = await View(ada);

        await PutCaret(mira, "Present: ");
        await Type(mira, "Mira\nRegrets: Tomas\nGuests: none");
        await Settled(ada, mira);

        (await BeforeCaret(ada)).ShouldEndWith("Line 150");
        (await View(ada)).ShouldBe(before + 2, 0.2, "the same lines stand at the same height");
    }

    [Theory, OnEveryDatabase(always: true)]
    public async Task The_server_is_killed_in_the_middle_of_a_sentence_and_nothing_is_lost(Database kind)
    {
        var server = await Prepare(kind, alone: true);
        var (ada, mira) = (await Open(server, "Ada Quill"), await Open(server, "Mira Okafor"));
        await PutCaret(ada, "2. Warewulf");
        await PutCaret(mira, "1. Kernel node");

        var typing = Task.WhenAll(
            Type(ada, "\n   Before, during and after the power cut, Ada goes on.", 60),
            Type(mira, "\n   So does Mira, who has noticed nothing of it at all.", 60)
        );
        await Until(async () => (await Text(mira)).Contains("Before", StringComparison.Ordinal));
        await server.Kill();
        await typing;
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Offline: kept on this device");
        await server.StartAgain();

        await Settled(ada, mira);
        var text = await Text(ada);
        (await Text(mira)).ShouldBe(text);
        (await Stored()).ShouldBe(text);
        text.ShouldContain("2. Warewulf\n   Before, during and after the power cut, Ada goes on.\n");
        text.ShouldContain("1. Kernel node\n   So does Mira, who has noticed nothing of it at all.\n");
    }

    [Theory, OnEveryDatabase]
    public async Task The_network_falls_silent_and_comes_back_and_nothing_is_lost(Database kind)
    {
        var server = await Prepare(kind);
        await using var wire = new Wire(server.Address);
        var (ada, mira) = (await Open(wire.Address, "Ada Quill"), await Open(server, "Mira Okafor"));
        await PutCaret(ada, "1. Kernel node");
        var typing = Type(ada, "\n   Written on a train, in the tunnel and after it.", 40);
        await Until(async () => (await Text(mira)).Contains("Written", StringComparison.Ordinal));
        wire.Cut();
        await typing;
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Offline: kept on this device");
        await PutCaret(mira, "1. Kernel node");
        await Type(mira, ", again");

        wire.Mend();

        await Settled(ada, mira);
        var text = await Text(mira);
        (await Text(ada)).ShouldBe(text);
        (await Stored()).ShouldBe(text);
        text.ShouldContain("1. Kernel node, again\n   Written on a train, in the tunnel and after it.\n");
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_closed_window_could_not_hand_in_the_next_one_does(Database kind)
    {
        var server = await Prepare(kind);
        await using var wire = new Wire(server.Address);
        var ada = await Open(wire.Address, "Ada Quill");
        await PutCaret(ada, "2. Warewulf");
        wire.Cut();
        await Type(ada, "\n   The lid was closed here.");
        var next = new Window(await ada.Page.Context.NewPageAsync());
        await ada.Page.CloseAsync();
        wire.Mend();

        await next.Page.GotoAsync(Path);

        await Until(async () =>
            (await Text(next)).Contains("2. Warewulf\n   The lid was closed here.\n", StringComparison.Ordinal)
        );
        await Settled(next);
        (await Stored()).ShouldBe(await Text(next));
        await Until(async () =>
            await next.Page.EvaluateAsync<int>(
                "Object.keys(localStorage).filter(key => key.startsWith('sighub-draft')).length"
            ) == 0
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Undoing_takes_back_what_is_one_s_own_and_leaves_what_others_wrote(Database kind)
    {
        var server = await Prepare(kind);
        var (ada, mira) = (await Open(server, "Ada Quill"), await Open(server, "Mira Okafor"));
        await PutCaret(ada, "2. Warewulf");
        await Type(ada, " is done");
        await Settled(ada, mira);
        await PutCaret(mira, "1. Kernel node");
        await Type(mira, " boots");
        await Settled(ada, mira);

        await ada.Page.Keyboard.PressAsync("Control+z");
        await Settled(ada, mira);
        (await Text(mira)).ShouldBe(Template.Replace("node\n", "node boots\n", StringComparison.Ordinal));

        await ada.Page.Keyboard.PressAsync("Control+Shift+z");
        await Settled(ada, mira);
        (await Text(mira)).ShouldContain("2. Warewulf is done\n");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_windows_of_one_person_are_two_pens(Database kind)
    {
        var server = await Prepare(kind);
        var first = await Open(server, "Ada Quill");
        var second = new Window(await first.Page.Context.NewPageAsync());
        await second.Page.GotoAsync(Path);
        await Assertions.Expect(State(second)).ToHaveTextAsync("Saved");

        await PutCaret(first, "1. Kernel node");
        await PutCaret(second, "2. Warewulf");
        await Task.WhenAll(Type(first, " (one)"), Type(second, " (two)"));

        await Settled(first, second);
        (await Text(first)).ShouldBe(await Text(second));
        (await Text(first)).ShouldContain("1. Kernel node (one)\n2. Warewulf (two)\n");
    }

    [Theory, OnEveryDatabase]
    public async Task Whose_role_ends_meanwhile_is_told_and_keeps_what_they_typed_on_the_device(Database kind)
    {
        var server = await Prepare(kind, alone: true);
        var ada = await Open(server, "Ada Quill");
        await InTheDatabase(db => db.Memberships.Where(one => one.Role == Role.Chair).ExecuteDeleteAsync());

        await PutCaret(ada, "1. Kernel node");
        await Type(ada, "!");

        await Assertions.Expect(State(ada)).ToContainTextAsync("kept on this device");
        (await Text(ada)).ShouldContain("1. Kernel node!");
        (await Stored()).ShouldNotContain("node!");
    }

    [Theory, OnEveryDatabase]
    public async Task By_keyboard_alone_people_are_completed_and_what_was_typed_is_read_beside_the_text(Database kind)
    {
        var server = await Prepare(kind);
        var window = await OpenWindow(server);
        await window.SignIn("Ada Quill", to: Path[..^"/write".Length]);
        await window.UntilLive();
        var page = window.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the minutes" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(State(window)).ToHaveTextAsync("Saved");

        await Field(window).FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("/act");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("@ine");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToContainTextAsync("Ines Moreau");
        await window.ShouldBeAccessible();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(" to write the page by 2031-03-20\n\nDECISION: We ship on Monday\n");

        var records = page.Locator("[data-scribe-records]");
        await Assertions.Expect(records).ToContainTextAsync("write the page");
        await Assertions.Expect(records).ToContainTextAsync("We ship on Monday");
        await Assertions.Expect(records).ToContainTextAsync("20 Mar 2031");
        await window.ShouldBeAccessible();
        (await Text(window)).ShouldContain("ACTION: Ines Moreau to write the page by 2031-03-20\n");

        await records.GetByRole(AriaRole.Button, new() { Name = "We ship on Monday" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await BeforeCaret(window)).ShouldEndWith("2031-03-20\n\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add action" }).FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Keys and words");
        await window.ShouldBeAccessible();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        window.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_clicked_is_written_into_the_text_at_its_place(Database kind)
    {
        var server = await Prepare(
            kind,
            "# SIG/Compute\n\n## Action items\n\n- [ ] Ines Moreau: write the page\n- Tomas Lindqvist to ask the vendor\n"
        );
        var ada = await Open(server, "Ada Quill");
        var records = ada.Page.Locator("[data-scribe-records]");

        await records.GetByRole(AriaRole.Button, new() { Name = "Ines Moreau: present" }).ClickAsync();
        await records.GetByRole(AriaRole.Button, new() { Name = "Ada Quill: present" }).ClickAsync();
        await records.GetByLabel("A guest’s name").FillAsync("Kit Lo");
        await records.GetByRole(AriaRole.Button, new() { Name = "Add guest" }).ClickAsync();
        await records.GetByRole(AriaRole.Button, new() { Name = "Done: write the page" }).ClickAsync();
        await records.GetByRole(AriaRole.Button, new() { Name = "On hold: ask the vendor" }).ClickAsync();
        await ada.Page.GetByLabel("What does it wait for?").FillAsync("their new price list");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Settled(ada);
        (await Stored()).ShouldBe(
            "# SIG/Compute\n\nPresent: Ines Moreau, Ada Quill, Kit Lo (guest)\n\n## Action items\n\n"
                + "- [x] Ines Moreau: write the page\n"
                + "- Tomas Lindqvist to ask the vendor [status] on hold [remark] their new price list\n"
        );
        await Assertions.Expect(records).ToContainTextAsync("their new price list");
        await Assertions.Expect(records.GetByText("✓ done")).ToBeVisibleAsync();
        ada.ShouldBeClean();
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_carried_over_is_gone_through_with_a_key_for_each(Database kind)
    {
        var server = await Prepare(kind);
        await MeetTwiceBefore();
        var open = await InTheDatabase(db =>
            db.Actions.Open()
                .Where(one => db.Groups.Any(group => group.Id == one.GroupId && group.Name == "SIG/Compute"))
                .OrderBy(one => one.Number)
                .Take(2)
                .ToListAsync()
        );
        open.Count.ShouldBe(2);
        var ada = await Open(server, "Ada Quill");
        var keyboard = ada.Page.Keyboard;
        await PutCaret(ada, "## Action items\n");
        await Type(ada, string.Join("\n", open.Select(one => $"\n- {one.Reference} {one.Text}")));
        var records = ada.Page.Locator("[data-scribe-records]");
        await Assertions
            .Expect(records.GetByRole(AriaRole.Heading, new() { Name = "To go through 2" }))
            .ToBeVisibleAsync();
        await ada.ShouldBeAccessible();

        await keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Focused(ada)).ToContainTextAsync("A-");
        var first = await Focused(ada).InnerTextAsync();
        await keyboard.PressAsync("d");
        await Assertions.Expect(Focused(ada)).Not.ToHaveTextAsync(first);
        await keyboard.PressAsync("o");
        await ada.Page.GetByLabel("How does it stand?").FillAsync("half of it");
        await keyboard.PressAsync("Enter");

        await Assertions.Expect(records.GetByText("2 others carried over")).ToBeVisibleAsync();
        await Settled(ada);
        var text = await Text(ada);
        text.Split('\n').ShouldContain(line => line.Contains(first) && line.EndsWith("[status] done"));
        text.Split('\n')
            .ShouldContain(line => !line.Contains(first) && line.EndsWith("[status] open [remark] half of it"));
        ada.ShouldBeClean();
    }

    [Fact]
    public async Task On_two_nodes_of_one_database_it_is_the_same()
    {
        var server = await Prepare(Database.Postgres);
        await using var other = await HubServer.Start(_database, ("SigHub__Demo", "true"));
        var (ada, mira) = (await Open(server, "Ada Quill"), await Open(other, "Mira Okafor"));
        await Assertions.Expect(ada.Page.Locator("[data-scribe-here]")).ToContainTextAsync("Mira Okafor");
        await Assertions.Expect(mira.Page.Locator("[data-scribe-here]")).ToContainTextAsync("Ada Quill");

        await PutCaret(ada, "1. Kernel node");
        await PutCaret(mira, "2. Warewulf");
        await Task.WhenAll(Type(ada, " on this node"), Type(mira, " on another"));

        await Settled(ada, mira);
        (await Text(ada)).ShouldBe(await Text(mira));
        (await Text(ada)).ShouldContain("1. Kernel node on this node\n2. Warewulf on another\n");
    }

    /// <summary>The browser's half of the rules against the server's, which are held by laws of their own.</summary>
    [Fact]
    public async Task The_browser_changes_texts_as_the_server_does()
    {
        var server = await Prepare(Database.Sqlite);
        var window = await Open(server, "Ada Quill");
        var random = new Random(20310306);
        var cases = Enumerable.Range(0, 1500).Select(_ => Case(random)).ToList();

        var found = await window.Page.EvaluateAsync<JsonElement>(
            """
            async cases => {
              const { apply, between, compose, shift, transform, undo } = await import(new URL("scribe/change.js", document.baseURI));
              return cases.map(({ text, first, second, caret, left }) => {
                const [a, b] = [JSON.parse(first), JSON.parse(second)];
                const [one, other] = transform(a, b, left);
                const after = apply(text, a);
                return [after, undo(a, text), one, other, compose(a, other), shift(a, caret), apply(text, between(text, after))].map(x => JSON.stringify(x));
              });
            }
            """,
            cases.Select(one => new
            {
                one.text,
                first = one.first.ToString(),
                second = one.second.ToString(),
                one.caret,
                one.left,
            })
        );

        var results = found
            .EnumerateArray()
            .Select(one => one.EnumerateArray().Select(x => x.GetString()!).ToList())
            .ToList();
        results.Count.ShouldBe(cases.Count);
        foreach (var ((text, first, second, caret, left), result) in cases.Zip(results))
        {
            var after = first.Apply(text);
            var (one, other) = TextChange.Transform(first, second, left);
            JsonSerializer.Deserialize<string>(result[0]).ShouldBe(after);
            TextChange.Parse(result[1]).ShouldBe(first.Undo(first.RemovedFrom(text)));
            TextChange.Parse(result[2]).ShouldBe(one);
            TextChange.Parse(result[3]).ShouldBe(other);
            TextChange.Parse(result[4]).ShouldBe(first.Then(other));
            result[5].ShouldBe($"{first.Shift(caret)}");
            JsonSerializer.Deserialize<string>(result[6]).ShouldBe(after);
        }
    }

    [Fact]
    public async Task Browsers_at_random_with_connections_that_break_end_with_one_text_that_has_everything()
    {
        var server = await Prepare(Database.Sqlite);
        var window = await OpenWindow(server);
        await window.Page.GotoAsync("sign-in");
        var scribes = await File.ReadAllTextAsync(
            System.IO.Path.Combine(Repository.Root, "tests", "SigHub.Browser.Tests", "scribes.js")
        );

        var held = await window.Page.EvaluateAsync<int>(scribes, new { rounds = 2000, seed = 20310306 });

        held.ShouldBe(2000);
    }

    private static (string text, TextChange first, TextChange second, int caret, bool left) Case(Random random)
    {
        var text = Words(random, 12);
        return (text, Change(random, text), Change(random, text), random.Next(text.Length + 1), random.Next(2) == 0);
    }

    private static TextChange Change(Random random, string text)
    {
        var change = TextChange.Replacing(text, 0, 0, "");
        for (var i = random.Next(4); i > 0; i--)
        {
            var now = change.Apply(text);
            var places = Enumerable
                .Range(0, now.Length + 1)
                .Where(at => at == 0 || at == now.Length || !char.IsSurrogatePair(now, at - 1))
                .ToList();
            var start = random.Next(places.Count);
            var end = Math.Min(places.Count - 1, start + random.Next(4));
            change = change.Then(
                TextChange.Replacing(now, places[start], places[end] - places[start], Words(random, 3))
            );
        }

        return change;
    }

    private static string Words(Random random, int most) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(most + 1))
                .Select(_ => random.GetItems(["a", "b", "c ", "\n", "é", "🧵", "\"", "\\", "7", "-3", "0 "], 1)[0])
        );

    /// <param name="alone">The server is killed, or what it knows of people is changed.</param>
    private async Task<HubServer> Prepare(Database kind, string text = Template, bool alone = false)
    {
        (var server, _database) = alone ? await ServeAlone(kind) : await shared.Open(kind);
        await InTheDatabase(async db =>
        {
            var group = await db.Groups.SingleAsync(one => one.Name == "SIG/Compute");
            var robin = Actor.Administrator((await db.People.SingleAsync(one => one.DisplayName == "Robin Vale")).Id);
            var now = DateTime.UtcNow;
            var meeting = Meeting.Schedule(robin, group.Id, _day, 1, "Planning", time: null, now);
            meeting.Write(robin, text, now);
            db.Meetings.Add(meeting);
            return await db.SaveChangesAsync();
        });
        return server;
    }

    /// <summary>Two meetings that said nothing of what was open.</summary>
    private Task<int> MeetTwiceBefore() =>
        InTheDatabase(async db =>
        {
            var group = await db.Groups.SingleAsync(one => one.Name == "SIG/Compute");
            var robin = Actor.Administrator((await db.People.SingleAsync(one => one.DisplayName == "Robin Vale")).Id);
            foreach (var before in new[] { 1, 2 })
                db.Meetings.Add(
                    Meeting.Schedule(robin, group.Id, _day.AddDays(-before), 1, "Planning", time: null, DateTime.UtcNow)
                );
            return await db.SaveChangesAsync();
        });

    private async Task<(HubServer, TestDatabase)> ServeAlone(Database kind)
    {
        var database = await TestDatabase.Create(kind, FillWithDemo);
        DisposeLater(database);
        var server = await HubServer.Start(database, ("SigHub__Demo", "true"));
        DisposeLater(server);
        return (server, database);
    }

    private Task<Window> Open(HubServer server, string who) => Open(server.Address, who);

    private async Task<Window> Open(Uri address, string who)
    {
        var window = await OpenWindow(address);
        await window.SignIn(who, to: Path);
        await Assertions.Expect(State(window)).ToHaveTextAsync("Saved");
        return window;
    }

    private async Task<T> InTheDatabase<T>(Func<SigHubDb, Task<T>> act)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        if (_database.ConnectionString is { } connection)
            services.AddPostgres(connection);
        else
            services.AddSqlite(System.IO.Path.Combine(_database.DataPath, "demo.db"));
        await using var provider = services.BuildServiceProvider();
        await using SigHubDb db = _database.ConnectionString is null
            ? await provider.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContextAsync()
            : await provider.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContextAsync();
        return await act(db);
    }

    private Task<string> Stored() =>
        InTheDatabase(db => db.Meetings.Where(one => one.Date == _day).Select(one => one.Text).SingleAsync());

    private static ILocator Field(Window window) => window.Page.GetByLabel("Minutes, Markdown");

    private static ILocator State(Window window) => window.Page.Locator("[data-scribe-state]");

    /// <summary>The record beside the text that the keyboard is at.</summary>
    private static ILocator Focused(Window window) => window.Page.Locator("[data-scribe-records] .line:focus");

    private static Task<string> Text(Window window) => Field(window).InputValueAsync();

    private static async Task PutCaret(Window window, string after) =>
        await Field(window)
            .EvaluateAsync(
                "(field, after) => { field.focus(); const at = field.value.indexOf(after) + after.length; field.setSelectionRange(at, at); }",
                after
            );

    private static Task<string> BeforeCaret(Window window) =>
        Field(window).EvaluateAsync<string>("field => field.value.slice(0, field.selectionStart)");

    /// <summary>The number of the line at the upper edge, with its fraction.</summary>
    private static Task<double> View(Window window) =>
        Field(window)
            .EvaluateAsync<double>("field => field.scrollTop / Number.parseFloat(getComputedStyle(field).lineHeight)");

    private static async Task Type(Window window, string text, int delay = 15)
    {
        foreach (var line in text.Split('\n').Select((line, i) => (line, i)))
        {
            if (line.i > 0)
                await window.Page.Keyboard.PressAsync("Enter");
            await window.Page.Keyboard.TypeAsync(line.line, new() { Delay = delay });
        }
    }

    /// <summary>Everything typed is stored, and everybody has it.</summary>
    private static async Task Settled(params Window[] windows)
    {
        await Until(async () =>
        {
            foreach (var window in windows)
                await Assertions
                    .Expect(window.Page.Locator("[data-scribe]"))
                    .ToHaveAttributeAsync("data-settled", "true");
            var texts = await Task.WhenAll(windows.Select(Text));
            return texts.Distinct(StringComparer.Ordinal).Count() == 1;
        });
        foreach (var window in windows)
            await Assertions.Expect(State(window)).ToHaveTextAsync("Saved");
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 600 && !await isSo(); tries++)
            await Task.Delay(100);
        (await isSo()).ShouldBeTrue();
    }

    /// <summary>All its letters, in order, with others between them or not.</summary>
    private static bool Holds(string line, string typed)
    {
        var at = -1;
        return typed.All(letter => (at = line.IndexOf(letter, at + 1)) >= 0);
    }
}
