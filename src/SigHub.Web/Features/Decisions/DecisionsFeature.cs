namespace SigHub.Web.Features.Decisions;

/// <summary>What the groups decided.</summary>
public static class DecisionsFeature
{
    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddScoped<ChangeDecisionVisibility>();
        services.AddScoped<FindDecisions>();
        services.AddScoped<ReadDecision>();
    }
}
