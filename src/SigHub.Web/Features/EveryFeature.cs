using SigHub.Web.Features.Accounts;
using SigHub.Web.Features.Actions;
using SigHub.Web.Features.Administration;
using SigHub.Web.Features.Decisions;
using SigHub.Web.Features.Groups;
using SigHub.Web.Features.Home;
using SigHub.Web.Features.Imports;
using SigHub.Web.Features.Meetings;
using SigHub.Web.Features.People;
using SigHub.Web.Features.Roadmap;
using SigHub.Web.Features.Search;
using SigHub.Web.Features.Series;
using SigHub.Web.Features.Tokens;
using SigHub.Web.Platform;

namespace SigHub.Web.Features;

/// <summary>The rooms of the house; a new one is named here and nowhere else.</summary>
public static class EveryFeature
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddActions();
        services.AddAdministration();
        services.AddDecisions();
        services.AddGroups();
        services.AddHome();
        services.AddImports();
        services.AddMeetings();
        services.AddPeople();
        services.AddRoadmap();
        services.AddSearch();
        services.AddSeries();
        services.AddTokens();
    }

    public static void UseFeatures(this IApplicationBuilder app) => app.UseOldAddresses();

    public static void MapFeatures(this WebApplication app, Settings settings)
    {
        app.MapAccounts(settings);
        app.MapAdministration();
        app.MapImports();
        app.MapMeetings();
        app.MapPeople();
        app.MapSearch();
        app.MapTokens();
    }
}
