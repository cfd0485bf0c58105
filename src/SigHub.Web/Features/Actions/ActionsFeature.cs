using SigHub.Web.Components;

namespace SigHub.Web.Features.Actions;

/// <summary>Who said they would do what, and what became of it.</summary>
public static class ActionsFeature
{
    public static void AddActions(this IServiceCollection services)
    {
        services.AddScoped<ChangeAction>();
        services.AddScoped<ChangeActionVisibility>();
        services.AddScoped<FindActions>();
        services.AddScoped<ReadAction>();
        services.AddScoped<ReportState>();
        services.AddScoped<ReportAction>(all => all.GetRequiredService<ReportState>().Run);
    }
}
