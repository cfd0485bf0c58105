namespace SigHub.Web.Features.Home;

/// <summary>The first page: what SigHub is and what goes on in it, or what is mine.</summary>
public static class HomeFeature
{
    public static void AddHome(this IServiceCollection services)
    {
        services.AddScoped<ShowMine>();
        services.AddScoped<ShowPortal>();
    }
}
