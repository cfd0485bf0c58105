using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>The meetings that somebody writes at on this node, a room each; a room is closed when the last one leaves.</summary>
internal sealed class LiveRooms : IDisposable
{
    private readonly IDbContextFactory<SigHubDb> _dbs;
    private readonly Bell _bell;
    private readonly TimeProvider _clock;
    private readonly ILogger<LiveRooms> _log;
    private readonly Lock _door = new();
    private readonly Dictionary<Guid, LiveRoom> _rooms = [];

    public LiveRooms(IDbContextFactory<SigHubDb> dbs, Bell bell, TimeProvider clock, ILogger<LiveRooms> log)
    {
        (_dbs, _bell, _clock, _log) = (dbs, bell, clock, log);
        bell.Listen(Hear);
    }

    /// <summary>From now on whatever happens in the room reaches the connection.</summary>
    public async Task<LiveRoom> Enter(Guid meetingId, LiveConnection connection)
    {
        LiveRoom? room;
        lock (_door)
        {
            if (!_rooms.TryGetValue(meetingId, out room))
                _rooms[meetingId] = room = new LiveRoom(meetingId, _dbs, _bell, _clock, _log);
            room.Add(connection);
        }

        await room.IsOpen;
        return room;
    }

    public void Leave(LiveRoom room, LiveConnection connection)
    {
        lock (_door)
        {
            if (room.Remove(connection) == 0)
            {
                _rooms.Remove(room.MeetingId);
                room.Dispose();
            }
        }
    }

    public void Dispose()
    {
        _bell.StopListening(Hear);
        lock (_door)
        {
            foreach (var room in _rooms.Values)
                room.Dispose();
            _rooms.Clear();
        }
    }

    private void Hear(string word)
    {
        if (!LiveWord.TryRead(word, out var meetingId, out var what, out var rest))
            return;

        LiveRoom? room;
        lock (_door)
        {
            if (!_rooms.TryGetValue(meetingId, out room))
                return;
        }

        switch (what)
        {
            case LiveWord.Edit:
                room.Look();
                break;
            case LiveWord.Here:
                room.SitDown(JsonSerializer.Deserialize<Seat>(rest, JsonSerializerOptions.Web)!);
                break;
            case LiveWord.Gone:
                room.StandUp(Guid.Parse(rest));
                break;
            case LiveWord.Who:
                room.SayWhoIsHere();
                break;
        }
    }
}
