using Microsoft.EntityFrameworkCore;
using SigHub.Domain.Groups;
using SigHub.Web.Components;
using SigHub.Web.Persistence;
using SigHub.Web.Platform;

namespace SigHub.Web.Features.Groups;

/// <summary>Leads every address that a group or a meeting had before to the one it has now, for whoever may see it.</summary>
public static class OldAddresses
{
    /// <summary>After it is known who asks.</summary>
    public static void UseOldAddresses(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (await NewAddress(context) is { } address)
                    context.Response.Redirect(context.Request.PathBase + "/" + address, permanent: false);
                else
                    await next(context);
            }
        );

    private static async Task<string?> NewAddress(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return null;

        var parts = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isPage = parts is ["groups", _, ..];
        var word = isPage ? parts[1] : request.Query["group"].ToString();
        if (Slugs.Read(word) is not { } slug)
            return null;

        var services = context.RequestServices;
        await using var db = await services
            .GetRequiredService<IDbContextFactory<SigHubDb>>()
            .CreateDbContextAsync(context.RequestAborted);
        if (!await db.FormerAddresses.AnyAsync(former => former.Slug == slug, context.RequestAborted))
            return null;

        var viewer = await db.ViewerFor(
            services.GetRequiredService<CurrentPerson>(),
            services.GetRequiredService<TimeProvider>().Today(),
            context.RequestAborted
        );
        if (
            isPage
            && parts is [_, _, "meetings", var day]
            && await Meeting(db, slug, day, viewer, context) is { } meeting
        )
            return meeting + request.QueryString;
        if (await db.GroupFormerlyAt(slug, viewer, context.RequestAborted) is not { } groupId)
            return null;

        var now = await db
            .Groups.Where(group => group.Id == groupId)
            .Select(group => group.Slug)
            .SingleAsync(context.RequestAborted);
        return isPage
            ? string.Join('/', ["groups", now.Value, .. parts[2..].Select(Uri.EscapeDataString)]) + request.QueryString
            : string.Join('/', parts.Select(Uri.EscapeDataString)) + WithGroup(request, now);
    }

    private static async Task<string?> Meeting(SigHubDb db, Slug slug, string day, Viewer viewer, HttpContext context)
    {
        var found = await (
            from former in db.FormerAddresses
            where former.Slug == slug && former.MeetingAddress == day
            join meeting in db.Meetings.VisibleTo(viewer) on former.MeetingId equals meeting.Id
            join hub in db.Groups on meeting.GroupId equals hub.Id
            select new
            {
                hub.Slug,
                meeting.Date,
                meeting.Slot,
            }
        ).FirstOrDefaultAsync(context.RequestAborted);
        return found is null ? null : Links.Meeting(found.Slug.Value, Links.MeetingAddress(found.Date, found.Slot));
    }

    private static QueryString WithGroup(HttpRequest request, Slug slug) =>
        QueryString.Create(
            request.Query.SelectMany(
                pair => pair.Value,
                (pair, value) => KeyValuePair.Create(pair.Key, pair.Key == "group" ? slug.Value : value)
            )
        );
}
