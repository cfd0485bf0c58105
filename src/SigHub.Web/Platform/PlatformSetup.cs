using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Radzen;

namespace SigHub.Web.Platform;

/// <summary>What every feature stands on: who asks, keys, limits, headers, health.</summary>
public static class PlatformSetup
{
    /// <summary>Listens on http://localhost:5080 unless the operator says otherwise; gives the addresses.</summary>
    public static string ListenWhereNothingIsSaid(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration["urls"] is { Length: > 0 } urls)
            return urls;
        if (configuration["http_ports"] is { Length: > 0 } ports)
            return string.Join(';', ports.Split(';').Select(port => "http://*:" + port));
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().ToList() is { Count: > 0 } endpoints)
            return string.Join(';', endpoints.Select(endpoint => endpoint["Url"]));

        const string Here = "http://localhost:5080";
        builder.WebHost.UseUrls(Here);
        return Here;
    }

    public static void AddPlatform(this IServiceCollection services, Settings settings)
    {
        services.AddHttpContextAccessor();
        services.AddCurrentPerson();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddDataProtection().SetApplicationName("SigHub");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInTheDatabase>();
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: ["ready"]);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(SignInAttempts);
            options.OnRejected = (context, stop) =>
                new(
                    context.HttpContext.Response.WriteAsync(
                        "Too many tries from this address. Wait a minute, then try again.",
                        stop
                    )
                );
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.All;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.KnownProxies)
                options.KnownProxies.Add(proxy);
        });
    }

    public static void UsePlatform(this WebApplication app, Settings settings)
    {
        if (settings.KnownProxies.Count > 0)
            app.UseForwardedHeaders();
        if (settings.PathBase.Length > 0)
            app.UsePathBase(settings.PathBase);
        app.UseRouting();

        app.UseMiddleware<RequestLog>();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseCurrentPerson();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    /// <summary>`/health/live`: the process answers; `/health/ready`: the database answers too.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    private static RateLimitPartition<string> SignInAttempts(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && (context.Request.Path.StartsWithSegments("/sign-in") || context.Request.Path.StartsWithSegments("/setup"))
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("");
}
