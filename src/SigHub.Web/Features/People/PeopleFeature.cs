namespace SigHub.Web.Features.People;

/// <summary>Who takes part, with an account or without.</summary>
public static class PeopleFeature
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<BrowsePeople>();
        services.AddScoped<ShowPerson>();
    }
}
