using SigHub.Web.Features.Meetings.Writing;

namespace SigHub.Web.Features.Meetings;

/// <summary>What meetings said and did, and the documents they were read from.</summary>
public static class MeetingsFeature
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<EditMinutes>();
        services.AddScoped<MayWrite>();
        services.AddScoped<OpenMinutes>();
        services.AddScoped<ReadDocument>();
        services.AddScoped<ReadDraft>();
        services.AddScoped<ReadMeeting>();
        services.AddScoped<SuggestWords>();
        services.AddSingleton<LatestReadings>();
        services.AddSingleton<LiveRooms>();
        services.AddSingleton<RecordWriting>();
        services.AddHostedService<KeepRecordingWriting>();
    }

    public static void MapMeetings(this IEndpointRouteBuilder app) => app.MapLiveMinutes();
}
