using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Activity;

namespace SigHub.Web.Persistence;

public static class Facts
{
    /// <summary>Writes down what was done, in the same save as the change itself; a change that changed nothing leaves no fact.</summary>
    public static void Record(this SigHubDb db, Fact? fact)
    {
        if (fact is not null)
            db.Activity.Add(ActivityEntry.Of(fact));
    }

    /// <summary>Who sees something also sees what was said about it before, and nobody else does.</summary>
    public static async Task RecordAndFollow(this SigHubDb db, VisibilityChanged change, CancellationToken stop)
    {
        var about = change.Subject.Id;
        await db.Activity.Where(entry => entry.SubjectId == about).LoadAsync(stop);
        foreach (var entry in db.Activity.Local.Where(entry => entry.SubjectId == about))
            entry.Follow(change);
        db.Record(change);
    }
}
