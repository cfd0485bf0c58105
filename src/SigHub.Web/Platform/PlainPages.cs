using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;

namespace SigHub.Web.Platform;

/// <summary>
/// A page that no circuit will take over (a visitor's, or one about signing in) carries nothing for one: neither the state of
/// its components, which would double its size, nor, where it has no form to send, an antiforgery cookie. So a proxy may keep
/// a visitor's page for a minute; a browser always asks again.
/// </summary>
public static class PlainPages
{
    /// <summary>The framework's list of render modes that an endpoint offers; it is not public.</summary>
    private const string RenderModes = "ConfiguredRenderModesMetadata";

    private static readonly ConcurrentDictionary<Endpoint, Endpoint> s_plain = [];

    /// <summary>Whether this request is answered as plain HTML, without a circuit to follow.</summary>
    public static bool IsPlain(this HttpContext context) =>
        context.User.Identity?.IsAuthenticated != true || !context.AcceptsInteractiveRouting();

    /// <summary>After authentication and routing.</summary>
    public static void UsePlainPages(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint() is { } page && IsPage(page) && context.IsPlain())
                {
                    context.SetEndpoint(s_plain.GetOrAdd(page, WithoutRenderModes));
                    context.Response.OnStarting(() => SayHowLongItMayBeKept(context));
                }

                return next(context);
            }
        );

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static Endpoint WithoutRenderModes(Endpoint page) =>
        page is RouteEndpoint route
            ? new RouteEndpoint(
                route.RequestDelegate!,
                route.RoutePattern,
                route.Order,
                new EndpointMetadataCollection(route.Metadata.Select(WithoutModes)),
                route.DisplayName
            )
            : page;

    private static object WithoutModes(object metadata) =>
        metadata.GetType() is { Name: RenderModes } type
            ? Activator.CreateInstance(type, [Array.Empty<IComponentRenderMode>()])!
            : metadata;

    private static Task SayHowLongItMayBeKept(HttpContext context)
    {
        var response = context.Response;
        var isForAnybody =
            response.StatusCode == StatusCodes.Status200OK
            && HttpMethods.IsGet(context.Request.Method)
            && context.User.Identity?.IsAuthenticated != true
            && response.Headers.SetCookie.Count == 0
            && response.Headers.CacheControl.Count == 0;
        if (isForAnybody)
            response.Headers.CacheControl = "public, max-age=0, s-maxage=60";
        else if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = "no-store";
        response.Headers.Append("Vary", "Cookie");
        return Task.CompletedTask;
    }
}
