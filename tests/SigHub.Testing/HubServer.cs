using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SigHub.Web.Platform;

namespace SigHub.Testing;

/// <summary>The portal itself, as a process of its own on a free loopback port: what an operator would start.</summary>
public sealed class HubServer : IAsyncDisposable
{
    private readonly ProcessStartInfo _start;
    private readonly StringBuilder _log = new();
    private Process _process = new();

    private HubServer(ProcessStartInfo start, Uri address) => (_start, Address) = (start, address);

    public Uri Address { get; }

    /// <summary>What the server wrote so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Starts it and waits until it answers that it is ready.</summary>
    /// <param name="settings">Environment variables, such as <c>SigHub__Demo</c>.</param>
    public static async Task<HubServer> Start(TestDatabase database, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var server = new HubServer(StartInfo(database, address, settings), address);
        server.Run();
        await server.UntilReady();
        return server;
    }

    /// <summary>Runs it to its end with settings it should refuse; gives its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Said)> RunToItsEnd(
        TestDatabase database,
        params (string Name, string Value)[] settings
    )
    {
        var server = new HubServer(
            StartInfo(database, new Uri($"http://localhost:{FreePort()}"), settings),
            new Uri("http://localhost")
        );
        server.Run();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await server._process.WaitForExitAsync(patience.Token);
        return (server._process.ExitCode, server.Log);
    }

    /// <summary>Waits until something is so, ten seconds at most; says nothing when it never is.</summary>
    public static async Task Until(Func<bool> isSo)
    {
        for (var tries = 0; tries < 100 && !isSo(); tries++)
            await Task.Delay(100);
    }

    /// <summary>Ends it as a power cut would: it is not asked, and can finish nothing.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it anew at the same address, and waits until it answers that it is ready.</summary>
    public async Task StartAgain()
    {
        _process.Dispose();
        Run();
        await UntilReady();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(
        TestDatabase database,
        Uri address,
        (string Name, string Value)[] settings
    )
    {
        var program = typeof(Settings).Assembly.Location;
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(Repository.Root, "src", "SigHub.Web"),
        };
        start.ArgumentList.Add(Path.Combine(Repository.Output("src/SigHub.Web"), Path.GetFileName(program)));
        if (Array.TrueForAll(settings, setting => setting.Name != "ASPNETCORE_URLS"))
        {
            start.ArgumentList.Add("--urls");
            start.ArgumentList.Add(address.ToString());
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["SigHub__DataPath"] = database.DataPath;
        start.Environment["ConnectionStrings__SigHub"] = database.ConnectionString;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private void Run()
    {
        _process = new Process { StartInfo = _start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Note(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }

    private async Task UntilReady()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var tries = 0; tries < 1800; tries++)
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The server ended with {_process.ExitCode}:\n{Log}");
            try
            {
                using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The server did not become ready within three minutes:\n{Log}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
