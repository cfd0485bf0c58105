using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Radzen;

namespace SigHub.Web.Platform;

/// <summary>What every feature stands on: who asks, keys, limits, headers, health.</summary>
public static class PlatformSetup
{
    public static void AddPlatform(this WebApplicationBuilder builder, Settings settings)
    {
        // Assets of packages are found in a build's output too, not only where SigHub is published or being developed.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;

        services.AddHttpContextAccessor();
        services.AddCurrentPerson();
        services.AddScoped<ViewerZones>();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.AddDataProtection().SetApplicationName("SigHub");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInTheDatabase>();
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: ["ready"]);
        services.AddScoped<AuthenticationStateProvider, StillSignedIn>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(SignInAttempts);
            options.OnRejected = SayWhenToTryAgain;
        });
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            // Whoever pastes a page into a field that filters is told so by the page.
            options.Limits.MaxRequestLineSize = 64 * 1024;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "sighub-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // Host and prefix are not believed: most proxies hand on what a client says they are.
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.KnownProxies)
                options.KnownIPNetworks.Add(network);
        });
    }

    public static void UsePlatform(this WebApplication app, Settings settings)
    {
        if (settings.KnownProxies.Count > 0)
            app.UseForwardedHeaders();
        if (settings.PathBase.Length > 0)
            app.UsePathBase(settings.PathBase);
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseMiddleware<RequestLog>();
        app.UseRefusals();

        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseCurrentPerson();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseRefusalOfForgeries();
        app.UsePlainPages();
    }

    /// <summary>Visitors read without a circuit; nobody opens one without having signed in.</summary>
    public static void NoCircuitForVisitors(this RazorComponentsEndpointConventionBuilder pages) =>
        pages.Add(endpoint =>
        {
            var isOfCircuits =
                endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
                && path.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal);
            if (isOfCircuits)
                endpoint.Metadata.Add(new AuthorizeAttribute());
        });

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

    private static ValueTask SayWhenToTryAgain(OnRejectedContext context, CancellationToken stop)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                .ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
