using System.Collections.Concurrent;
using System.Reflection;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SigHub.Testing;
using Xunit.Sdk;
using Xunit.v3;

namespace SigHub.Browser.Tests;

/// <summary>Gives a theory one run on SQLite and one on PostgreSQL.</summary>
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new(Enum.GetValues<Database>().Select(ITheoryDataRow (database) => new TheoryDataRow(database)).ToList());

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A test in Chromium against the portal as a process of its own, filled with the demo foundation.</summary>
public abstract class BrowserTest : IAsyncDisposable
{
    private static readonly Lazy<Task<IBrowser>> s_browser = new(Launch);

    private readonly List<IAsyncDisposable> _toDispose = [];

    protected async Task<HubServer> Serve(Database kind, params (string Name, string Value)[] settings)
    {
        var database = await TestDatabase.CreateEmpty(kind);
        var server = await HubServer.Start(database, [("SigHub__Demo", "true"), .. settings]);
        _toDispose.Add(server);
        _toDispose.Add(database);
        return server;
    }

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

    private static string Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .SelectMany(folder =>
                new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name))
            )
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "Chromium is not installed; ./test.sh installs it, or: apt-get install chromium"
        );
}

/// <summary>One browser page, and what it complained about.</summary>
public sealed class Window
{
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

    /// <summary>Nothing was refused by the content security policy, and no script failed.</summary>
    public void ShouldBeClean() => _complaints.ShouldBeEmpty();

    /// <summary>axe-core finds nothing on the page.</summary>
    public async Task ShouldBeAccessible()
    {
        var found = await Page.RunAxe();
        found
            .Violations.Select(violation =>
                $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"
            )
            .ShouldBeEmpty($"on {Page.Url}");
    }
}
