using System.Net;
using System.Text;
using SigHub.Domain;
using SigHub.Web.Components;
using SigHub.Web.Features.Meetings.Writing;

namespace SigHub.Web.Features.Meetings;

/// <summary>Meetings from their agenda to their approved minutes, and the documents older ones were read from.</summary>
public static class MeetingsFeature
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<AnswerTopic>();
        services.AddScoped<ApproveMinutes>();
        services.AddScoped<BeginMinutes>();
        services.AddScoped<CancelMeeting>();
        services.AddScoped<ChangeAgenda>();
        services.AddScoped<ChangeHabits>();
        services.AddScoped<ChangeVisibility>();
        services.AddScoped<CorrectMinutes>();
        services.AddScoped<EditMinutes>();
        services.AddScoped<ExportMinutes>();
        services.AddScoped<FinalizeMinutes>();
        services.AddScoped<MayWrite>();
        services.AddScoped<MoveMeeting>();
        services.AddScoped<ObjectToMinutes>();
        services.AddScoped<OpenMinutes>();
        services.AddScoped<OpenOccurrence>();
        services.AddScoped<ProposeTopic>();
        services.AddScoped<ReadAgenda>();
        services.AddScoped<ReadDocument>();
        services.AddScoped<ReadDraft>();
        services.AddScoped<ReadHabits>();
        services.AddScoped<ReadHistory>();
        services.AddScoped<ReadMeeting>();
        services.AddScoped<ReadText>();
        services.AddScoped<RestoreDraft>();
        services.AddScoped<ScheduleMeeting>();
        services.AddScoped<ShowNewMeeting>();
        services.AddScoped<SuggestWords>();
        services.AddSingleton<LatestReadings>();
        services.AddSingleton<LiveRooms>();
        services.AddSingleton<QuorumTimes>();
        services.AddSingleton<RecordWriting>();
        services.AddHostedService<KeepRecordingWriting>();
    }

    public static void MapMeetings(this IEndpointRouteBuilder app)
    {
        app.MapLiveMinutes();
        app.MapGet("/groups/{slug}/meetings/{address}/minutes.md", AsMarkdown);
        app.MapGet("/groups/{slug}/meetings/{address}/minutes.html", AsHtml);
    }

    private static async Task<IResult> AsMarkdown(
        string slug,
        string address,
        string? @as,
        ExportMinutes export,
        CancellationToken stop
    )
    {
        try
        {
            return await export.Run(slug, address, @as, stop) is { } minutes
                ? TypedResults.File(
                    Encoding.UTF8.GetBytes(minutes.Text),
                    "text/markdown; charset=utf-8",
                    minutes.Name + ".md"
                )
                : TypedResults.NotFound();
        }
        catch (RuleBroken no)
        {
            return TypedResults.Text(no.Message, "text/plain", Encoding.UTF8, StatusCodes.Status409Conflict);
        }
    }

    /// <summary>A page of its own without anything of the portal around it, to print or to send.</summary>
    private static async Task<IResult> AsHtml(string slug, string address, ExportMinutes export, CancellationToken stop)
    {
        try
        {
            return await export.Run(slug, address, style: null, stop) is { } minutes
                ? TypedResults.Text(
                    $"""
                    <!doctype html>
                    <html lang="en">
                    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{WebUtility.HtmlEncode(
                        minutes.Title
                    )}</title></head>
                    <body><main>{SafeMarkdown.ToHtml(minutes.Text, below: 0)}</main></body>
                    </html>
                    """,
                    "text/html",
                    Encoding.UTF8
                )
                : TypedResults.NotFound();
        }
        catch (RuleBroken no)
        {
            return TypedResults.Text(no.Message, "text/plain", Encoding.UTF8, StatusCodes.Status409Conflict);
        }
    }
}
