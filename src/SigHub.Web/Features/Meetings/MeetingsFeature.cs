namespace SigHub.Web.Features.Meetings;

/// <summary>What meetings said and did, and the documents they were read from.</summary>
public static class MeetingsFeature
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<ReadDocument>();
        services.AddScoped<ReadMeeting>();
    }
}
