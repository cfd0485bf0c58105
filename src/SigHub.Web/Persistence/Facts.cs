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
}
