using System.Collections.Concurrent;
using System.Reflection;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using SigHub.Testing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(SigHub.Browser.Tests.SharedServers))]

namespace SigHub.Browser.Tests;

/// <summary>
/// Gives a theory one run on SQLite and one on PostgreSQL. What a page does is the same on both, and each use case is tried on both
/// without a browser; so a usual run drives the pages on one, but for what the databases do differently.
/// </summary>
/// <param name="always">Both in each run.</param>
public sealed class OnEveryDatabaseAttribute(bool always = false) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        new(
            Enum.GetValues<Database>()
                .Select(
                    ITheoryDataRow (database) =>
                        new TheoryDataRow(database)
                        {
                            Skip =
                                always || database is Database.Sqlite || LongTest.IsWanted ? null : LongTest.HowToRun,
                        }
                )
                .ToList()
        );

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A test in Chromium against the portal as a process of its own, filled with the demo foundation.</summary>
public abstract class BrowserTest : IAsyncDisposable
{
    private static readonly Lazy<Task<IBrowser>> s_browser = new(Launch);

    private readonly List<IAsyncDisposable> _toDispose = [];

    /// <summary>A server of this test's own.</summary>
    protected async Task<HubServer> Serve(Database kind, params (string Name, string Value)[] settings)
    {
        var database = settings.Contains(("SigHub__Demo", "false"))
            ? await TestDatabase.CreateEmpty(kind)
            : await TestDatabase.Create(kind, FillWithDemo);
        var server = await HubServer.Start(database, [("SigHub__Demo", "true"), .. settings]);
        _toDispose.Add(server);
        _toDispose.Add(database);
        return server;
    }

    /// <summary>The server that all tests share which change nothing but who is signed in: a start costs seconds.</summary>
    protected static async Task<HubServer> ServeReaders(Database kind) => (await ReadTogether(kind)).Server;

    /// <inheritdoc cref="ServeReaders"/>
    protected static async Task<(HubServer Server, TestDatabase Database)> ReadTogether(Database kind) =>
        await (await TestContext.Current.GetFixture<SharedServers>())!.Open(kind);

    /// <summary>A window of its own, with no cookie; what goes wrong in its console fails the test at <see cref="Window.ShouldBeClean"/>.</summary>
    protected Task<Window> OpenWindow(HubServer server, bool script = true, int width = 1440, bool dark = false) =>
        OpenWindow(server.Address, script, width, dark);

    /// <inheritdoc cref="OpenWindow(HubServer, bool, int, bool)"/>
    protected async Task<Window> OpenWindow(Uri address, bool script = true, int width = 1440, bool dark = false)
    {
        var context = await (await s_browser.Value).NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                JavaScriptEnabled = script,
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                TimezoneId = "Europe/Berlin",
            }
        );
        context.SetDefaultTimeout(120_000);
        _toDispose.Insert(0, context);
        return new Window(await context.NewPageAsync());
    }

    /// <summary>At the end of the test; the last one first.</summary>
    protected void DisposeLater(IAsyncDisposable thing) => _toDispose.Insert(0, thing);

    public async ValueTask DisposeAsync()
    {
        foreach (var thing in _toDispose)
            await thing.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The demo foundation's documents, moved in once for all tests.</summary>
    internal static async Task FillWithDemo(TestDatabase database) =>
        await (await HubServer.Start(database, ("SigHub__Demo", "true"))).DisposeAsync();

    private static async Task<IBrowser> Launch()
    {
        // Patience for slow machines; nothing waits longer than it must.
        Assertions.SetDefaultExpectTimeout(120_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium(),
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
            }
        );
    }

    /// <summary>The shell without windows where there is one, which is quicker.</summary>
    private static string Chromium()
    {
        string[] names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return names
                .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "Chromium is not installed; ./test.sh installs it, or: apt-get install chromium-headless-shell"
            );
    }
}

/// <summary>Servers that tests share, one a database: of all that only read, or of a class whose tests keep out of each other's way.</summary>
public sealed class SharedServers : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<Database, (HubServer Server, TestDatabase Database)> _open = [];

    internal async Task<(HubServer Server, TestDatabase Database)> Open(Database kind)
    {
        await _one.WaitAsync();
        try
        {
            if (!_open.TryGetValue(kind, out var open))
            {
                var database = await TestDatabase.Create(kind, BrowserTest.FillWithDemo);
                _open[kind] = open = (await HubServer.Start(database, ("SigHub__Demo", "true")), database);
            }

            return open;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (server, database) in _open.Values)
        {
            await server.DisposeAsync();
            await database.DisposeAsync();
        }

        _one.Dispose();
    }
}

/// <summary>One browser page, and what it complained about.</summary>
public sealed class Window
{
    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    private readonly ConcurrentQueue<string> _complaints = [];
    private int _sockets;

    public Window(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.WebSocket += (_, _) => Interlocked.Increment(ref _sockets);
    }

    public IPage Page { get; }

    /// <summary>How many WebSockets this window opened so far.</summary>
    public int Sockets => _sockets;

    public async Task SignIn(string name, string to = "")
    {
        await Page.GotoAsync($"sign-in?to={Uri.EscapeDataString(to)}");
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }

    /// <summary>Waits until the page answers to clicks.</summary>
    public Task UntilLive() => Page.Locator("main[data-live]").WaitForAsync();

    /// <summary>Waits for the whole of a page, alive or plain; one that comes alive is without its title for a moment.</summary>
    public async Task UntilThere()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await Page.WaitForFunctionAsync(
            "() => document.title && (!document.querySelector('script[src*=\"blazor.web\"]') || document.querySelector('main[data-live]'))"
        );
    }

    /// <summary>Nothing was refused by the content security policy, and no script failed.</summary>
    public void ShouldBeClean() => _complaints.ShouldBeEmpty();

    /// <summary>axe-core finds nothing, and nothing is wider than the window, on phones, tablets and desks, light and dark.</summary>
    public async Task ShouldSuitEverybody()
    {
        foreach (var colours in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            foreach (var width in (int[])[360, 768, 1440])
            {
                await Page.SetViewportSizeAsync(width, 900);
                await ShouldBeAccessible();
                var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                over.ShouldBe(0, $"{Page.Url} is wider than {width} pixels");
            }
        }
    }

    /// <summary>
    /// axe-core finds nothing on the page, once its styles are there: without them dark words have no ground to stand on.
    /// It is asked for violations alone and in the page itself; to tell what passed, in a page of its own, takes five times as long.
    /// </summary>
    public async Task ShouldBeAccessible()
    {
        await UntilThere();
        if (!await Page.EvaluateAsync<bool>("!!window.axe"))
            await Page.EvaluateAsync(s_axe);
        var violations = await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .map(v => `${v.id}: ${v.help} at ${v.nodes.map(node => node.html).join(', ')}`)
            """
        );
        violations.ShouldBeEmpty($"on {Page.Url}");
    }
}
