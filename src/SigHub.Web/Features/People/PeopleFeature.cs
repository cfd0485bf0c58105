using SigHub.Domain;
using SigHub.Web.Components;

namespace SigHub.Web.Features.People;

/// <summary>Who takes part, with an account or without, and who they are.</summary>
public static class PeopleFeature
{
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<BrowsePeople>();
        services.AddScoped<ClaimPerson>();
        services.AddScoped<DecideClaim>();
        services.AddScoped<ErasePerson>();
        services.AddScoped<ExportPerson>();
        services.AddScoped<MergePeople>();
        services.AddScoped<RenamePerson>();
        services.AddScoped<CallPerson>(all => all.GetRequiredService<RenamePerson>().Run);
        services.AddScoped<SeparatePeople>();
        services.AddScoped<ShowPerson>();
        services.AddScoped<WhoIsThis>();
    }

    public static void MapPeople(this IEndpointRouteBuilder app) =>
        app.MapGet(
            "/people/{id:guid}/export",
            async (Guid id, ExportPerson export, CancellationToken stop) =>
            {
                try
                {
                    return Results.File(await export.Run(id, stop), "application/json", "what-sighub-keeps.json");
                }
                catch (RuleBroken no)
                {
                    return Results.Text(no.Message, statusCode: StatusCodes.Status403Forbidden);
                }
            }
        );
}
