using SigHub.Web.Platform.Demo;

namespace SigHub.Web.Platform;

/// <summary>Says in the log, once SigHub listens, where it is and who can sign in to look around.</summary>
public static class Greeting
{
    public static void GreetWhenListening(this WebApplication app, Settings settings) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var url in app.Urls)
                app.Logger.LogInformation("SigHub is at {Address}", url + settings.PathBase);
            if (settings.Demo)
                app.Logger.LogInformation(
                    "The demo is loaded; at {SignIn} anybody becomes one of {Cast}",
                    settings.PathBase + "/sign-in",
                    string.Join("; ", Cast.Accounts.Select(member => $"{member.Name}, {member.Introduction}"))
                );
        });
}
