using SigHub.Web.Components;

namespace SigHub.Web.Features.Search;

/// <summary>Finding what was said, decided, promised and planned, and who did.</summary>
public static class SearchFeature
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddScoped<FindAnything>();
        services.AddScoped<SuggestMatches>();
        services.AddHostedService<KeepSearchUpToDate>();
    }

    public static void MapSearch(this WebApplication app) => app.MapGet("/" + Links.Suggestions, Suggest);

    private static async Task<IResult> Suggest(string? q, SuggestMatches suggest, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Json(await suggest.Run(q, context.RequestAborted));
    }
}
