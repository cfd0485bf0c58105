using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SigHub.Testing;

/// <summary>A network between a browser and the portal that can be cut: nothing passes, and nobody is told.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _ends = [];
    private readonly Uri _to;
    private readonly Task _work;
    private TaskCompletionSource _whole = Done();

    public Wire(Uri to)
    {
        _to = to;
        _listener.Start();
        Address = new Uri($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _work = Accept();
    }

    /// <summary>The portal, through this.</summary>
    public Uri Address { get; }

    public void Cut() => _whole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Mend() => _whole.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Mend();
        _listener.Stop();
        foreach (var end in _ends)
            end.Dispose();
        await _work;
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Join(await _listener.AcceptSocketAsync());
        }
        catch (Exception reason) when (reason is SocketException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private async Task Join(Socket near)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _ends.Add(near);
        _ends.Add(far);
        try
        {
            await _whole.Task;
            await far.ConnectAsync(IPAddress.Loopback, _to.Port);
            await Task.WhenAny(Carry(near, far), Carry(far, near));
        }
        catch (Exception reason) when (reason is SocketException or ObjectDisposedException)
        {
            // One of the two has gone.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }

    private async Task Carry(Socket from, Socket to)
    {
        var bytes = new byte[16 * 1024];
        while (await from.ReceiveAsync(bytes) is > 0 and var count)
        {
            await _whole.Task;
            await to.SendAsync(bytes.AsMemory(0, count));
        }
    }
}
