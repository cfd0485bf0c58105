using Microsoft.EntityFrameworkCore;
using SigHub.Web.Persistence;

namespace SigHub.Web.Platform.Demo;

/// <summary>Fills an empty portal with an invented foundation, so that there is something to look at.</summary>
public static class DemoFoundation
{
    public static async Task LoadDemo(this WebApplication app, Settings settings)
    {
        if (!settings.Demo)
            return;

        var clock = app.Services.GetRequiredService<TimeProvider>();
        await using var db = await app
            .Services.GetRequiredService<IDbContextFactory<SigHubDb>>()
            .CreateDbContextAsync();
        if (await db.Users.AnyAsync())
            return;

        Cast.Load(db, clock.UtcNow());
        await db.SaveChangesAsync();
    }
}
