using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain;
using SigHub.Domain.Meetings;
using SigHub.Web.Components;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// One open editor. It says hello with the version it has and gets every change since, its own among them, in order; what it
/// writes is answered by its coming along there. Who reads too slowly is let go and comes again.
/// </summary>
internal sealed class LiveConnection(
    WebSocket socket,
    OpenMinutes.Opened opened,
    LiveRooms rooms,
    EditMinutes edit,
    Bell bell,
    IDbContextFactory<SigHubDb> dbs,
    Func<CancellationToken, Task> mustStillBeAllowed
) : IDisposable
{
    /// <summary>A pasted text of the longest kind, in the longest way of writing it.</summary>
    private const int LargestMessage = 3_000_000;

    /// <summary>Changes that are sent one by one; whoever missed more gets the text.</summary>
    private const int MostMissed = 500;

    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(3);

    private readonly Channel<Func<CancellationToken, Task>> _outgoing = Channel.CreateBounded<
        Func<CancellationToken, Task>
    >(new BoundedChannelOptions(5_000) { SingleReader = true });
    private readonly CancellationTokenSource _ending = new();
    private readonly Pace _pace = new();
    private Guid _pen;
    private int? _sent;

    /// <summary>Null until it said hello.</summary>
    public Seat? Seat { get; private set; }

    /// <summary>Queues something; never waits.</summary>
    public void Tell(Frame frame)
    {
        if (!_outgoing.Writer.TryWrite(stop => Send(frame, stop)))
            _ = _ending.CancelAsync();
    }

    /// <summary>Returns when either side has ended it.</summary>
    public async Task Serve(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, _ending.Token);
        LiveRoom? room = null;
        var writing = Write(ending.Token);
        List<Task> all = [writing];
        try
        {
            // Whoever may not write is not told who does.
            await mustStillBeAllowed(ending.Token);
            room = await rooms.Enter(opened.Id, this);
            all.Add(Read(room, ending.Token));
            all.Add(Glance(ending.Token));
            await await Task.WhenAny(all);
        }
        catch (RuleBroken no)
        {
            Tell(Frame.Of(new { kind = "no", why = no.Message }));
        }
        catch (Exception reason) when (IsGoodbye(reason))
        {
            // It went away, the server stops, or it does not speak as we do.
        }
        finally
        {
            if (room is not null)
                rooms.Leave(room, this);
            if (Seat is { } seat)
                bell.Ring(LiveWord.HasGone(opened.Id, seat.Pen));
            _outgoing.Writer.TryWrite(Close);
            _outgoing.Writer.TryComplete();
            await Task.WhenAny(writing, Task.Delay(s_farewell, CancellationToken.None));
            await _ending.CancelAsync();
            await Task.WhenAll(all).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public void Dispose() => _ending.Dispose();

    private async Task Read(LiveRoom room, CancellationToken stop)
    {
        while (await Receive(stop) is { } message)
        {
            using (message)
            {
                await _pace.Keep(stop);
                await Hear(room, message.RootElement, stop);
            }
        }
    }

    private async Task Hear(LiveRoom room, JsonElement message, CancellationToken stop)
    {
        switch (Text(message, "kind"))
        {
            case "hello":
                _pen = Guid.TryParse(Text(message, "pen"), out var pen) ? pen : throw new JsonException();
                var version = Number(message, "version");
                await _outgoing.Writer.WriteAsync(s => CatchUp(version, s), stop);
                Sit(Number(message, "line"));
                room.ShowSeats();
                break;
            case "edit" when Seat is not null:
                if (!await Edit(message, stop))
                    await _outgoing.Writer.WriteAsync(s => CatchUp(version: null, s), stop);
                break;
            case "line" when Seat is not null:
                Sit(Number(message, "line"));
                break;
            case "ping":
                Tell(Frame.Of(new { kind = "pong" }));
                break;
            default:
                throw new JsonException();
        }
    }

    private Task<bool> Edit(JsonElement message, CancellationToken stop)
    {
        if (!message.TryGetProperty("change", out var change))
            throw new JsonException();
        return edit.Run(
            opened.Id,
            Number(message, "version") ?? -1,
            TextChange.Read(change),
            _pen,
            Number(message, "stroke") ?? throw new JsonException(),
            stop
        );
    }

    private void Sit(int? line)
    {
        Seat = new Seat(_pen, opened.Me, NameMark.Letters(opened.Me), NameMark.Hue(opened.Me), line);
        bell.Ring(LiveWord.IsHere(opened.Id, Seat));
    }

    private async Task Write(CancellationToken stop)
    {
        await foreach (var send in _outgoing.Reader.ReadAllAsync(stop))
            await send(stop);
    }

    /// <summary>Rights may end while somebody only reads along.</summary>
    private async Task Glance(CancellationToken stop)
    {
        while (true)
        {
            await Task.Delay(s_glance, stop);
            await mustStillBeAllowed(stop);
            if (Seat is { } seat)
                bell.Ring(LiveWord.IsHere(opened.Id, seat));
        }
    }

    private async Task Send(Frame frame, CancellationToken stop)
    {
        if (frame.Version is { } version)
        {
            // Before hello nothing is missed, and what came along with hello does not come again.
            if (_sent is not { } sent || version <= sent && !frame.IsWhole || version == sent)
                return;
            if (frame.IsWhole || version != sent + 1)
            {
                await CatchUp(version: null, stop);
                return;
            }

            _sent = version;
        }

        await Send(frame.Bytes, stop);
    }

    /// <summary>Whatever came since a version, change by change where all are known, else the text.</summary>
    private async Task CatchUp(int? version, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var missed = version is { } from ? await Missed(db, from, stop) : null;
        if (missed is not null)
        {
            foreach (var one in missed)
                await Send(Frame.Of(one).Bytes, stop);
            _sent = version!.Value + missed.Count;
        }
        else
            await SendText(db, stop);

        await Send(Frame.Of(new { kind = "ready", version = _sent }).Bytes, stop);
    }

    private async Task<List<MinutesEdit>?> Missed(SigHubDb db, int from, CancellationToken stop)
    {
        var now = await db.Meetings.Where(one => one.Id == opened.Id).Select(one => one.TextVersion).SingleAsync(stop);
        if (now < from || now - from > MostMissed)
            return null;

        var missed = await db
            .MinutesEdits.AsNoTracking()
            .Where(one => one.MeetingId == opened.Id && one.TextVersion > from && one.TextVersion <= now)
            .OrderBy(one => one.TextVersion)
            .ToListAsync(stop);
        return missed.Count == now - from ? missed : null;
    }

    /// <summary>The text and the pen's last stroke in it, in one question: what came between two would be lost or doubled.</summary>
    private async Task SendText(SigHubDb db, CancellationToken stop)
    {
        var now = await db
            .Meetings.Where(one => one.Id == opened.Id)
            .Select(one => new
            {
                one.Text,
                one.TextVersion,
                Stroke = one.Edits.Where(made => made.Pen == _pen).Max(made => (int?)made.Stroke) ?? 0,
            })
            .SingleAsync(stop);
        _sent = now.TextVersion;
        var message = new
        {
            kind = "text",
            version = now.TextVersion,
            text = Meeting.AsTyped(now.Text),
            stroke = now.Stroke,
        };
        await Send(Frame.Of(message).Bytes, stop);
    }

    private async Task Send(byte[] bytes, CancellationToken stop) =>
        await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, stop);

    /// <returns>Null when the other side said goodbye.</returns>
    private async Task<JsonDocument?> Receive(CancellationToken stop)
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var got = await socket.ReceiveAsync(message.GetMemory(4096), stop);
            if (got.MessageType is WebSocketMessageType.Close)
                return null;
            message.Advance(got.Count);
            if (got.MessageType is not WebSocketMessageType.Text || message.WrittenCount > LargestMessage)
                throw new JsonException();
            if (got.EndOfMessage)
                return JsonDocument.Parse(message.WrittenMemory);
        }
    }

    private async Task Close(CancellationToken stop)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", stop);
    }

    private static bool IsGoodbye(Exception reason) =>
        reason is OperationCanceledException or WebSocketException or JsonException;

    private static string? Text(JsonElement message, string name) =>
        message.ValueKind is JsonValueKind.Object
        && message.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static int? Number(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>Nobody types faster than this; who does is read no faster.</summary>
    private sealed class Pace
    {
        private static readonly TimeSpan s_each = TimeSpan.FromMilliseconds(20);
        private static readonly TimeSpan s_burst = TimeSpan.FromSeconds(2);

        private readonly long _begun = Stopwatch.GetTimestamp();
        private TimeSpan _due = -s_burst;

        public async Task Keep(CancellationToken stop)
        {
            var now = Stopwatch.GetElapsedTime(_begun);
            _due = (_due > now - s_burst ? _due : now - s_burst) + s_each;
            if (_due > now)
                await Task.Delay(_due - now, stop);
        }
    }
}
