namespace SigHub.Web.Features.Series;

/// <summary>When a group meets again and again: made, changed, and a single day of it skipped, moved or cancelled.</summary>
public static class SeriesFeature
{
    public static void AddSeries(this IServiceCollection services)
    {
        services.AddScoped<ChangeDay>();
        services.AddScoped<ChangeRhythm>();
        services.AddScoped<ChangeSeries>();
        services.AddScoped<CreateSeries>();
        services.AddScoped<EndRhythm>();
        services.AddScoped<ShowSeries>();
    }
}
