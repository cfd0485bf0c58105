using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// Those who write at one meeting on this node. It reads from the database what came since it last looked and hands it to
/// everybody, whoever wrote it and wherever; it looks when the bell rings, and every few seconds in case it was not heard.
/// </summary>
internal sealed class LiveRoom : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_absent = TimeSpan.FromSeconds(40);

    /// <summary>What is typed is read a moment after the last key, or after a few seconds of keys.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(3);

    private readonly IDbContextFactory<SigHubDb> _dbs;
    private readonly Bell _bell;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _looks = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly Lock _table = new();
    private readonly HashSet<LiveConnection> _connections = [];
    private readonly Dictionary<Guid, (Seat Seat, DateTimeOffset At)> _seats = [];
    private int _version;
    private DateTimeOffset? _unreadSince;
    private DateTimeOffset _typedAt;

    public LiveRoom(Guid meetingId, IDbContextFactory<SigHubDb> dbs, Bell bell, TimeProvider clock, ILogger log)
    {
        (MeetingId, _dbs, _bell, _clock, _log) = (meetingId, dbs, bell, clock, log);
        _ = Task.Run(() => Watch(_closing.Token));
    }

    public Guid MeetingId { get; }

    /// <summary>Done once the room knows from which version on it tells everybody everything.</summary>
    public Task IsOpen => _open.Task;

    public void Add(LiveConnection connection)
    {
        lock (_table)
            _connections.Add(connection);
    }

    /// <returns>How many are left.</returns>
    public int Remove(LiveConnection connection)
    {
        lock (_table)
        {
            _connections.Remove(connection);
            return _connections.Count;
        }
    }

    public void Look() => _looks.Writer.TryWrite(true);

    public void SitDown(Seat seat)
    {
        lock (_table)
        {
            var isNew = !_seats.TryGetValue(seat.Pen, out var known) || known.Seat != seat;
            _seats[seat.Pen] = (seat, _clock.GetUtcNow());
            if (isNew)
                ShowSeats();
        }
    }

    public void StandUp(Guid pen)
    {
        lock (_table)
        {
            if (_seats.Remove(pen))
                ShowSeats();
        }
    }

    /// <summary>For rooms elsewhere, and so that nobody is thought to have gone.</summary>
    public void SayWhoIsHere()
    {
        List<Seat> mine;
        lock (_table)
            mine = [.. _connections.Select(connection => connection.Seat).OfType<Seat>()];
        foreach (var seat in mine)
            _bell.Ring(LiveWord.IsHere(MeetingId, seat));
    }

    /// <summary>Somebody who just came sees who is there.</summary>
    public void ShowSeats()
    {
        lock (_table)
        {
            var people = _seats.Values.Select(one => one.Seat).OrderBy(seat => seat.Name).ThenBy(seat => seat.Pen);
            var frame = Frame.Of(new { kind = "here", people });
            foreach (var connection in _connections)
                connection.Tell(frame);
        }
    }

    /// <summary>The last one has left; it stops looking.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task Watch(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using (var db = await _dbs.CreateDbContextAsync(stop))
                {
                    if (!_open.Task.IsCompleted)
                        await Open(db, stop);
                    else
                        await HandOut(db, stop);
                }

                TellToRead();
                NoteWhoIsAbsent();
                await UntilSomething(stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception reason)
            {
                _log.LogWarning(
                    reason,
                    "The minutes of {Meeting} cannot be followed just now; trying again",
                    MeetingId
                );
                await Task.Delay(s_pause, CancellationToken.None);
            }
        }
    }

    private async Task Open(SigHubDb db, CancellationToken stop)
    {
        _version = await VersionOf(db, stop);
        _open.TrySetResult();
        _bell.Ring(LiveWord.WhoIsHere(MeetingId));
    }

    private async Task HandOut(SigHubDb db, CancellationToken stop)
    {
        var now = await VersionOf(db, stop);
        if (now == _version)
            return;

        var edits = await db
            .MinutesEdits.AsNoTracking()
            .Where(edit => edit.MeetingId == MeetingId && edit.TextVersion > _version && edit.TextVersion <= now)
            .OrderBy(edit => edit.TextVersion)
            .ToListAsync(stop);
        foreach (var edit in edits)
            TellEverybody(Frame.Of(edit));
        if (edits.Count == 0)
            TellEverybody(Frame.Whole(now));

        _version = now;
        _typedAt = _clock.GetUtcNow();
        _unreadSince ??= _typedAt;
    }

    private void TellToRead()
    {
        var now = _clock.GetUtcNow();
        if (_unreadSince is not { } since || (now - _typedAt < s_pause && now - since < s_longest))
            return;

        _unreadSince = null;
        TellEverybody(Frame.Of(new { kind = "records", version = _version }));
    }

    private void NoteWhoIsAbsent()
    {
        var now = _clock.GetUtcNow();
        List<Guid> absent;
        lock (_table)
            absent = [.. _seats.Where(one => now - one.Value.At > s_absent).Select(one => one.Key)];
        foreach (var pen in absent)
            StandUp(pen);
    }

    private void TellEverybody(Frame frame)
    {
        lock (_table)
        {
            foreach (var connection in _connections)
                connection.Tell(frame);
        }
    }

    private async Task UntilSomething(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(_unreadSince is null ? s_patience : s_pause);
        try
        {
            await _looks.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Nobody rang.
        }
    }

    private Task<int> VersionOf(SigHubDb db, CancellationToken stop) =>
        db.Meetings.Where(meeting => meeting.Id == MeetingId).Select(meeting => meeting.TextVersion).SingleAsync(stop);
}

/// <summary>Something to send: an edit has the version it makes, a whole text the one it has; what else is told has none.</summary>
internal sealed record Frame(int? Version, byte[] Bytes)
{
    /// <summary>The connection reads the text itself.</summary>
    public bool IsWhole => Bytes.Length == 0;

    public static Frame Of(object message) =>
        new(Version: null, JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web));

    public static Frame Of(MinutesEdit edit) =>
        new(
            edit.TextVersion,
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    kind = "edit",
                    version = edit.TextVersion,
                    pen = edit.Pen,
                    stroke = edit.Stroke,
                    change = JsonSerializer.Deserialize<JsonElement>(edit.Change.ToString()),
                },
                JsonSerializerOptions.Web
            )
        );

    public static Frame Whole(int version) => new(version, []);
}
