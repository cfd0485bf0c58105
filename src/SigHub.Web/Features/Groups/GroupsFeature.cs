namespace SigHub.Web.Features.Groups;

/// <summary>The directory of groups, and what one group is and does.</summary>
public static class GroupsFeature
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddScoped<BrowseGroups>();
        services.AddScoped<ChangeGroup>();
        services.AddScoped<ListGroupPeople>();
        services.AddScoped<ListMeetings>();
        services.AddScoped<MergeGroups>();
        services.AddScoped<ReadSettings>();
        services.AddScoped<ShowGroup>();
    }
}
