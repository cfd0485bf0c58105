using Microsoft.EntityFrameworkCore;

namespace SigHub.Web.Persistence;

public static class MeetingPlaces
{
    /// <summary>Which meeting of its day a new one is: 1, or after the last that there is, seen or not.</summary>
    public static async Task<int> NextPlace(
        this SigHubDb db,
        Guid groupId,
        DateOnly date,
        CancellationToken stop = default
    ) =>
        1
        + (
            await db
                .Meetings.Where(meeting => meeting.GroupId == groupId && meeting.Date == date)
                .MaxAsync(meeting => (int?)meeting.Slot, stop)
            ?? 0
        );
}
