namespace SigHub.Web.Features.Roadmap;

/// <summary>What the groups mean to reach, and when.</summary>
public static class RoadmapFeature
{
    public static void AddRoadmap(this IServiceCollection services)
    {
        services.AddScoped<ChangeMilestoneVisibility>();
        services.AddScoped<ReadMilestone>();
        services.AddScoped<ReadRoadmap>();
    }
}
