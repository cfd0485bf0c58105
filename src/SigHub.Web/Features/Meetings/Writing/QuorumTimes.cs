using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Meetings;
using SigHub.Web.Persistence;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>Since when each draft's roll call makes a quorum, told by the edit that made it one.</summary>
public sealed class QuorumTimes
{
    /// <summary>So many edits are walked back; a quorum older than that has no time.</summary>
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<Guid, DateTime?> _since = [];

    /// <summary>The version at which a draft was last seen without one: what made it one came after.</summary>
    private readonly ConcurrentDictionary<Guid, int> _without = [];

    /// <summary>There is none, or no longer one.</summary>
    public void Lost(Meeting meeting)
    {
        _since.TryRemove(meeting.Id, out _);
        _without[meeting.Id] = meeting.TextVersion;
    }

    /// <param name="db">Where the edits are.</param>
    /// <param name="meeting">One whose text makes a quorum now.</param>
    /// <param name="hasQuorum">Whether a text of it does.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>In UTC; null where that is before the edits that are kept.</returns>
    public async Task<DateTime?> Since(
        SigHubDb db,
        Meeting meeting,
        Func<string, bool> hasQuorum,
        CancellationToken stop = default
    )
    {
        if (_since.TryGetValue(meeting.Id, out var known))
            return known;

        var without = _without.GetValueOrDefault(meeting.Id);
        var latestFirst = await db
            .MinutesEdits.Where(edit => edit.MeetingId == meeting.Id)
            .Where(edit => edit.TextVersion > without && edit.TextVersion <= meeting.TextVersion)
            .OrderByDescending(edit => edit.TextVersion)
            .Take(Most)
            .AsNoTracking()
            .ToListAsync(stop);
        return _since[meeting.Id] = Made(meeting.LiveText, latestFirst, hasQuorum)?.At;
    }

    /// <summary>By halves: the text with as many edits taken back as leave it a quorum.</summary>
    private static MinutesEdit? Made(string text, List<MinutesEdit> latestFirst, Func<string, bool> hasQuorum)
    {
        var (with, without) = (0, latestFirst.Count);
        if (without == 0 || hasQuorum(Back(text, latestFirst)))
            return null;

        while (without - with > 1)
        {
            var middle = (with + without) / 2;
            var earlier = Back(text, latestFirst[with..middle]);
            if (hasQuorum(earlier))
                (text, with) = (earlier, middle);
            else
                without = middle;
        }

        return latestFirst[with];
    }

    private static string Back(string text, List<MinutesEdit> latestFirst) =>
        latestFirst.Aggregate(text, (after, edit) => edit.TakeBack(after));
}
