using SigHub.Domain.Activity;

namespace SigHub.Web.Persistence;

public static class Recording
{
    /// <summary>Writes a fact down, to be saved with the change it tells of.</summary>
    public static void Record(this SigHubDb db, Fact fact) => db.Activity.Add(ActivityEntry.Of(fact));
}
