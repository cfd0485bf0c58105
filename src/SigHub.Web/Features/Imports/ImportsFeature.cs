namespace SigHub.Web.Features.Imports;

/// <summary>Documents move in: brought, read, looked at, accepted, and taken back.</summary>
public static class ImportsFeature
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<AcceptArrival>();
        services.AddScoped<AcceptClear>();
        services.AddScoped<AcceptDocument>();
        services.AddScoped<BringBack>();
        services.AddScoped<BringDocument>();
        services.AddScoped<ChooseInReview>();
        services.AddScoped<ListImports>();
        services.AddScoped<PutAway>();
        services.AddScoped<ReviewArrival>();
        services.AddScoped<ReviewDocument>();
        services.AddScoped<ShowImport>();
        services.AddScoped<ShowTray>();
        services.AddScoped<TakeBackImport>();
        services.AddScoped<WorkOnNext>();
        services.AddSingleton<ImportBell>();
        services.AddSingleton<ImportLimit>();
        services.AddHostedService<ImportQueue>();
    }
}
