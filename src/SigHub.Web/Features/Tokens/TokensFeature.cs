using SigHub.Web.Platform;

namespace SigHub.Web.Features.Tokens;

/// <summary>Personal access tokens, and what a program first asks with one.</summary>
public static class TokensFeature
{
    public static void AddTokens(this IServiceCollection services)
    {
        services.AddScoped<ListTokens>();
        services.AddScoped<MakeToken>();
        services.AddScoped<RevokeToken>();
        services.AddScoped<ShowWhoIAm>();
    }

    public static void MapTokens(this WebApplication app) =>
        app.MapApi().MapGet("/me", (ShowWhoIAm who, CancellationToken stop) => who.Run(stop));
}
