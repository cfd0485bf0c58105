using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;

namespace SigHub.Web.Persistence;

public static class FormerAddresses
{
    /// <summary>
    /// The group that had this word in its address before, for whoever may see it; null when none had, or one has it today.
    /// </summary>
    public static Task<Guid?> GroupFormerlyAt(this SigHubDb db, Slug slug, Viewer viewer, CancellationToken stop)
    {
        var groups = db.Groups.VisibleTo(viewer);
        return db
            .FormerAddresses.Where(former =>
                former.Slug == slug
                && former.MeetingId == null
                && !db.Groups.Any(group => group.Slug == slug)
                && groups.Any(group => group.Id == former.GroupId)
            )
            .Select(former => (Guid?)former.GroupId)
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>Whether a group has this word in its address, or had it before.</summary>
    public static async Task<bool> IsTaken(this SigHubDb db, Slug slug, Guid? except, CancellationToken stop) =>
        await db.Groups.AnyAsync(group => group.Slug == slug && group.Id != except, stop)
        || await db.FormerAddresses.AnyAsync(former => former.Slug == slug && former.GroupId != except, stop);
}
