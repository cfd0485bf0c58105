namespace SigHub.Web.Features.Administration;

/// <summary>Users, the portal's settings and the log of what was done, for administrators; roles, for whoever leads a group.</summary>
public static class AdministrationFeature
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<ChangeAccount>();
        services.AddScoped<ChangeSettings>();
        services.AddScoped<ConfirmRole>();
        services.AddScoped<EndRole>();
        services.AddScoped<GrantRole>();
        services.AddScoped<ListRoles>();
        services.AddScoped<ListUsers>();
        services.AddScoped<MakeResetLink>();
        services.AddScoped<ReadActivity>();
        services.AddScoped<ReadSettings>();
        services.AddScoped<ShowUser>();
    }

    public static void MapAdministration(this WebApplication app) => ActivityCsv.Map(app);
}
