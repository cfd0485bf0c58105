using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Domain.Roadmaps;

namespace SigHub.Web.Persistence.Mapping;

internal static class RoadmapMapping
{
    public static void MapRoadmaps(this ModelBuilder model)
    {
        var milestone = model.Table<Milestone>("milestones");
        milestone.Ignore(m => m.Subject);
        milestone.Has(m => m.Period);
        milestone.Has(m => m.Owner);
        milestone.HasIndex(m => m.Number).IsUnique();
        milestone.PointsTo<Group>(nameof(Milestone.GroupId));
        milestone.HasParts(m => m.Slips, "MilestoneId");

        var slip = model.Table<Slip>("milestone_slips");
        slip.Has(s => s.From);
        slip.Has(s => s.To);
    }
}
