using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SigHub.Domain;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Meetings.Writing;

/// <summary>
/// The connection of an open editor, a WebSocket (RFC 6455) of its own, so that typing depends on no circuit. Only a page of
/// SigHub itself may open one: a browser says of each where it comes from, and another site's page comes with the same cookie.
/// </summary>
internal static class LiveMinutes
{
    private const string NotFromHere = "Only SigHub's own pages may write here.";

    public static void MapLiveMinutes(this IEndpointRouteBuilder app)
    {
        var connection = app.CreateApplicationBuilder();
        connection.UseWebSockets(
            new WebSocketOptions
            {
                KeepAliveInterval = TimeSpan.FromSeconds(10),
                KeepAliveTimeout = TimeSpan.FromSeconds(15),
            }
        );
        connection.Run(Connect);
        // CONNECT is how HTTP/2 opens one (RFC 8441).
        app.MapMethods(
                "/groups/{slug}/meetings/{address}/live",
                [HttpMethods.Get, HttpMethods.Connect],
                connection.Build()
            )
            .RequireAuthorization();
        app.MapGet("/groups/{slug}/meetings/{address}/records", Records).RequireAuthorization();
        app.MapGet("/groups/{slug}/meetings/{address}/completions", Complete).RequireAuthorization();
    }

    private static async Task<IResult> Complete(
        string slug,
        string? kind,
        string? typed,
        SuggestWords suggest,
        HttpContext context
    )
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Ok(await suggest.Run(slug, kind, typed, context.RequestAborted));
    }

    private static async Task<IResult> Records(string slug, string address, ReadDraft read, HttpContext context)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return await read.Run(slug, address, context.RequestAborted) is { } draft
            ? new RazorComponentResult<DraftRecords>(new { Draft = draft })
            : TypedResults.NotFound();
    }

    private static async Task Connect(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !IsFromHere(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync(NotFromHere);
            return;
        }

        var services = context.RequestServices;
        var opened = await services
            .GetRequiredService<OpenMinutes>()
            .Run(Route(context, "slug"), Route(context, "address"), context.RequestAborted);
        if (opened is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new LiveConnection(
            socket,
            opened,
            services.GetRequiredService<LiveRooms>(),
            services.GetRequiredService<EditMinutes>(),
            services.GetRequiredService<Bell>(),
            services.GetRequiredService<IDbContextFactory<SigHubDb>>(),
            token => MustStillBeAllowed(context, opened.Id, token)
        );
        await connection.Serve(stop.Token);
    }

    /// <summary>The host that a browser names as the page's own, or the address that an operator set.</summary>
    private static bool IsFromHere(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin"))
            return false;
        if (!Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin))
            return false;

        var settings = context.RequestServices.GetRequiredService<Settings>();
        return string.Equals(origin.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
            || settings.PublicUrl is { } address
                && string.Equals(origin.Host, new Uri(address).Host, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task MustStillBeAllowed(HttpContext context, Guid meetingId, CancellationToken stop)
    {
        var services = context.RequestServices;
        var names = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        await using (
            var db = await services.GetRequiredService<IDbContextFactory<SigHubDb>>().CreateDbContextAsync(stop)
        )
            RuleBroken.Unless(await StillSignedIn.Holds(db, context.User, names, stop), "Please sign in again.");

        await services.GetRequiredService<MayWrite>().Run(meetingId, stop);
    }

    private static string Route(HttpContext context, string name) => (string)context.GetRouteValue(name)!;
}
