namespace SigHub.Web.Features.Imports;

/// <summary>Documents move in: read, looked at, accepted.</summary>
public static class ImportsFeature
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<AcceptDocument>();
        services.AddScoped<ReviewDocument>();
        services.AddSingleton<ImportLimit>();
    }
}
